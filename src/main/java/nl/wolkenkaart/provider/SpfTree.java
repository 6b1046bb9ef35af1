package nl.wolkenkaart.provider;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.wolkenkaart.lookup.SpfRecord;
import nl.wolkenkaart.lookup.SpfRecord.Term;
import nl.wolkenkaart.lookup.TextRecord;
import nl.wolkenkaart.observation.AnswerIndex;
import nl.wolkenkaart.observation.ObservedAnswer;

/**
 * Who may send the domain's mail (RFC 7208), from the records that were looked up. It never proves
 * a mailbox. Terms of the domain's own record, and of one that {@code redirect} puts in its place,
 * are direct; those of included records are nested and weigh less; what a known provider's own
 * record includes says something about that provider only, and nothing here, unless the provider
 * publishes its customers' records (flattened SPF, shared IT). Literal addresses count where they
 * lie in a provider's range. Two SPF records are an error and no evidence (section 4.5). Terms with
 * macros cannot be expanded without a mail.
 */
final class SpfTree {
  /** Names expanded, far above the ten look-ups that the protocol allows (section 4.6.4). */
  private static final int MOST_NAMES = 40;

  private static final int MOST_LOOKUPS = 10;

  private enum Depth {
    DIRECT,
    NESTED,
    WITHIN_PROVIDER
  }

  private record Step(String name, Depth depth) {}

  private final AnswerIndex index;
  private final Catalogue catalogue;
  private final AddressRanges ranges;
  private final Map<String, Finding> byProvider = new LinkedHashMap<>();
  private final List<Finding> notes = new ArrayList<>();
  private final Deque<Step> direct = new ArrayDeque<>();
  private final Deque<Step> nested = new ArrayDeque<>();
  private final Deque<Step> within = new ArrayDeque<>();
  private final Set<String> visited = new HashSet<>();
  private int lookups;
  private boolean opaque;

  private SpfTree(AnswerIndex index, Catalogue catalogue, AddressRanges ranges) {
    this.index = index;
    this.catalogue = catalogue;
    this.ranges = ranges;
  }

  /** What SPF says of a domain: one line per provider and depth, and notes on what is wrong. */
  static List<Finding> read(AnswerIndex index, Catalogue catalogue, AddressRanges ranges) {
    SpfTree tree = new SpfTree(index, catalogue, ranges);
    tree.expand();
    List<Finding> findings = new ArrayList<>(tree.byProvider.values());
    findings.addAll(tree.notes);
    return findings;
  }

  private void expand() {
    List<SpfRecord> own = records(index.one("txt"));
    visited.add(index.domain());
    if (own.size() > 1) {
      notes.add(Finding.note("SPF: two records, an error", "spf-permerror"));
      return;
    }
    if (own.isEmpty()) {
      return;
    }
    read(own.get(0), Depth.DIRECT);
    Step step;
    while (visited.size() <= MOST_NAMES && (step = next()) != null) {
      if (visited.add(step.name)) {
        List<SpfRecord> found = records(index.find(step.name, "TXT"));
        if (found.size() == 1) {
          read(found.get(0), step.depth);
        } else if (found.size() > 1) {
          notes.add(Finding.note("SPF: two records at " + step.name, "spf-permerror"));
        }
      }
    }
    if (opaque) {
      notes.add(Finding.note("SPF: macros, which only a mail expands", "spf-opaque"));
    }
    if (lookups > MOST_LOOKUPS) {
      notes.add(Finding.note("SPF: more than 10 look-ups, an error", "spf-permerror"));
    }
  }

  /** The nearest first, so that a name reached in two ways counts as the nearer one. */
  private Step next() {
    Deque<Step> from = !direct.isEmpty() ? direct : !nested.isEmpty() ? nested : within;
    return from.poll();
  }

  private static List<SpfRecord> records(Optional<ObservedAnswer> answer) {
    List<SpfRecord> records = new ArrayList<>();
    for (String data : Answered.data(answer)) {
      SpfRecord.parse(TextRecord.join(data)).ifPresent(records::add);
    }
    return records;
  }

  private void read(SpfRecord record, Depth depth) {
    for (Term term : record.terms()) {
      lookups += term.costsLookup() ? 1 : 0;
      if (depth != Depth.WITHIN_PROVIDER && !term.modifier() && isAddress(term.name())) {
        ranges
            .holding(term.value())
            .ifPresent(p -> found(p, depth, "SPF " + term.name() + ":" + term.value()));
      }
    }
    if (depth != Depth.WITHIN_PROVIDER && record.isOpaque()) {
      opaque = true;
    }
    for (String name : record.includes()) {
      follow(name, depth, "SPF include:", Depth.NESTED);
    }
    record.redirect().ifPresent(name -> follow(name, depth, "SPF redirect=", depth));
  }

  private static boolean isAddress(String mechanism) {
    return mechanism.equals("ip4") || mechanism.equals("ip6");
  }

  private void follow(String name, Depth depth, String seen, Depth next) {
    Optional<Provider> provider = catalogue.match(Role.SPF, name);
    if (depth != Depth.WITHIN_PROVIDER) {
      provider.ifPresent(p -> found(p, depth, seen + name));
    }
    boolean closed = provider.filter(p -> !publishesForOthers(p)).isPresent();
    if (depth == Depth.WITHIN_PROVIDER || closed) {
      within.add(new Step(name, Depth.WITHIN_PROVIDER));
    } else if (next == Depth.DIRECT) {
      direct.add(new Step(name, next));
    } else {
      nested.add(new Step(name, next));
    }
  }

  /** Whether an SPF record at a provider's name is that of its customer, flattened or shared. */
  private static boolean publishesForOthers(Provider provider) {
    return provider.kind() == Kind.DNS || provider.kind() == Kind.PUBLIC_SHARED_IT;
  }

  private void found(Provider provider, Depth depth, String seen) {
    Signal signal = depth == Depth.DIRECT ? Signal.SPF : Signal.SPF_NESTED;
    byProvider.putIfAbsent(
        provider.id() + ' ' + signal,
        new Finding(
            signal,
            seen,
            provider.id(),
            Finding.SENDER,
            provider.keepsMailboxes() ? signal.points : 0,
            depth == Depth.DIRECT ? "spf-direct" : "spf-nested"));
  }
}
