package nl.wolkenkaart.provider;

import com.google.common.base.CharMatcher;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.wolkenkaart.lookup.SpfRecord;
import nl.wolkenkaart.lookup.SpfRecord.Term;
import nl.wolkenkaart.lookup.TextRecord;
import nl.wolkenkaart.observation.AnswerIndex;
import nl.wolkenkaart.observation.ObservedAnswer;
import org.checkerframework.checker.nullness.qual.Nullable;

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

  /** Senders named; more tell a reader nothing. */
  private static final int MOST_SENDERS = 50;

  private static final CharMatcher NAME =
      CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('0', '9')).or(CharMatcher.anyOf("-_."));

  private enum Depth {
    DIRECT,
    NESTED,
    WITHIN_PROVIDER
  }

  /**
   * A name to look at.
   *
   * @param speaks whether its record says whom the domain itself lets send, because it is the
   *     domain's own, or that of a service that publishes it for the domain
   * @param needed whether the domain's record is an error without a good one here
   */
  private record Step(String name, Depth depth, boolean speaks, boolean needed) {}

  private final AnswerIndex index;
  private final OwnNames own;
  private final Catalogue catalogue;
  private final AddressRanges ranges;
  private final Map<String, Finding> byProvider = new LinkedHashMap<>();
  private final List<Finding> notes = new ArrayList<>();
  private final Set<String> senders = new TreeSet<>();
  private final Deque<Step> direct = new ArrayDeque<>();
  private final Deque<Step> nested = new ArrayDeque<>();
  private final Deque<Step> within = new ArrayDeque<>();
  private final Set<String> visited = new HashSet<>();
  private int lookups;
  private int voids;
  private boolean opaque;
  private boolean broken;

  private SpfTree(AnswerIndex index, OwnNames own, Catalogue catalogue, AddressRanges ranges) {
    this.index = index;
    this.own = own;
    this.catalogue = catalogue;
    this.ranges = ranges;
  }

  /** What SPF says of a domain: one line per provider and depth, and notes on what is wrong. */
  static SpfReading read(
      AnswerIndex index, OwnNames own, Catalogue catalogue, AddressRanges ranges) {
    Optional<ObservedAnswer> answer = index.one("txt");
    if (answer.isEmpty() || Answered.failed(answer)) {
      return SpfReading.without(null);
    }
    List<String> texts = texts(answer);
    if (texts.isEmpty()) {
      return SpfReading.without(SpfReading.NONE);
    }
    return new SpfTree(index, own, catalogue, ranges).expand(texts);
  }

  private SpfReading expand(List<String> texts) {
    if (texts.size() > 1) {
      Finding two = Finding.note("SPF: two records, an error", "spf-permerror");
      return new SpfReading(List.of(two), SpfReading.PERMERROR, null, null, null, List.of());
    }
    visited.add(index.domain());
    SpfRecord record = SpfRecord.parse(texts.get(0)).orElseThrow();
    check("", texts.get(0));
    read(record, new Step(index.domain(), Depth.DIRECT, true, true));
    Step step;
    while (visited.size() <= MOST_NAMES && (step = next()) != null) {
      if (visited.add(step.name)) {
        visit(step);
      }
    }
    if (opaque) {
      notes.add(Finding.note("SPF: macros, which only a mail expands", "spf-opaque"));
    }
    if (lookups > SpfReading.MOST_LOOKUPS) {
      notes.add(Finding.note("SPF: more than 10 look-ups, an error", "spf-permerror"));
    }
    if (voids > SpfVoids.MOST) {
      notes.add(Finding.note("SPF: more than 2 look-ups find nothing, an error", "spf-permerror"));
    }
    List<Finding> findings = new ArrayList<>(byProvider.values());
    findings.addAll(notes);
    String verdict = broken ? SpfReading.PERMERROR : opaque ? SpfReading.OPAQUE : SpfReading.OK;
    return new SpfReading(findings, verdict, lookups, voids, all(record), List.copyOf(senders));
  }

  private static @Nullable String all(SpfRecord record) {
    return record.terms().stream()
        .filter(term -> isAll(term))
        .map(term -> String.valueOf(term.qualifier()))
        .findFirst()
        .orElse(null);
  }

  private static boolean isAll(Term term) {
    return !term.modifier() && term.name().equals("all");
  }

  /** The nearest first, so that a name reached in two ways counts as the nearer one. */
  private @Nullable Step next() {
    Deque<Step> from = !direct.isEmpty() ? direct : !nested.isEmpty() ? nested : within;
    return from.poll();
  }

  private void visit(Step step) {
    Optional<ObservedAnswer> answer = index.find(step.name, "TXT");
    List<String> texts = texts(answer);
    if (texts.size() == 1) {
      if (step.needed) {
        check(" at " + step.name, texts.get(0));
      }
      read(SpfRecord.parse(texts.get(0)).orElseThrow(), step);
    } else if (texts.size() > 1) {
      broken |= step.needed;
      notes.add(Finding.note("SPF: two records at " + step.name, "spf-permerror"));
    } else if (step.needed && answer.isPresent() && !Answered.failed(answer)) {
      broken = true;
      notes.add(Finding.note("SPF: no record at " + step.name, "spf-permerror"));
    }
  }

  private void check(String where, String text) {
    SpfSyntax.fault(text)
        .ifPresent(
            term -> {
              broken = true;
              notes.add(Finding.note("SPF: no such term" + where + ": " + term, "spf-permerror"));
            });
  }

  private static List<String> texts(Optional<ObservedAnswer> answer) {
    return Answered.data(answer).stream().map(TextRecord::join).filter(SpfRecord::isSpf).toList();
  }

  private void read(SpfRecord record, Step step) {
    boolean said = step.depth != Depth.WITHIN_PROVIDER;
    Set<String> unneeded = new HashSet<>();
    boolean ended = false;
    for (Term term : record.terms()) {
      ended |= isAll(term);
      if (term.costsLookup() && (!ended || term.modifier())) {
        lookups++;
        voids += SpfVoids.isVoid(term, step.name, index) ? 1 : 0;
      }
      if (ended && !term.modifier()) {
        unneeded.add(term.value());
      }
      if (said && !term.modifier()) {
        readMechanism(term, step);
      }
    }
    if (said && record.isOpaque()) {
      opaque = true;
    }
    for (String name : record.includes()) {
      boolean needed = step.needed && !unneeded.contains(name);
      follow(name, step, "SPF include:", Depth.NESTED, needed);
    }
    record.redirect().ifPresent(to -> follow(to, step, "SPF redirect=", step.depth, step.needed));
  }

  private void readMechanism(Term term, Step step) {
    switch (term.name()) {
      case "ip4", "ip6" ->
          ranges
              .holding(term.value())
              .ifPresent(p -> found(p, step, "SPF " + term.name() + ":" + term.value()));
      case "a", "mx", "exists" -> {
        int slash = term.value().indexOf('/');
        String host = slash < 0 ? term.value() : term.value().substring(0, slash);
        if (step.speaks && !term.hasMacro()) {
          Optional<Provider> provider = catalogue.match(Role.SPF, host);
          sender(host, provider.isPresent() ? provider : catalogue.match(Role.MX, host));
        }
      }
      default -> {
        // Includes are followed; the others name nobody.
      }
    }
  }

  private void follow(String name, Step from, String seen, Depth next, boolean needed) {
    Optional<Provider> provider = catalogue.match(Role.SPF, name);
    boolean redirect = next != Depth.NESTED;
    if (from.depth != Depth.WITHIN_PROVIDER) {
      provider.ifPresent(p -> found(p, from, seen + name));
    }
    boolean publishes = provider.filter(p -> p.kind() == Kind.DNS).isPresent();
    boolean unlistedRedirect = redirect && provider.isEmpty();
    boolean speaks = from.speaks && (own.owns(name) || publishes || unlistedRedirect);
    if (from.speaks && !speaks) {
      sender(name, provider);
    }
    boolean closed = provider.filter(p -> !publishesForOthers(p)).isPresent();
    if (from.depth == Depth.WITHIN_PROVIDER || closed) {
      within.add(new Step(name, Depth.WITHIN_PROVIDER, false, needed));
    } else if (next == Depth.DIRECT) {
      direct.add(new Step(name, next, speaks, needed));
    } else {
      nested.add(new Step(name, next, speaks, needed));
    }
  }

  /** Whether an SPF record at a provider's name is that of its customer, flattened or shared. */
  private static boolean publishesForOthers(Provider provider) {
    return provider.kind() == Kind.DNS || provider.kind() == Kind.PUBLIC_SHARED_IT;
  }

  private void sender(String name, Optional<Provider> provider) {
    boolean isName = name.indexOf('.') > 0 && NAME.matchesAllOf(name);
    if (senders.size() < MOST_SENDERS && (provider.isPresent() || (isName && !own.owns(name)))) {
      senders.add(provider.map(Provider::id).orElseGet(() -> Operator.other(name).id()));
    }
  }

  private void found(Provider provider, Step at, String seen) {
    boolean direct = at.depth == Depth.DIRECT;
    Signal signal = direct ? Signal.SPF : Signal.SPF_NESTED;
    if (at.speaks && provider.kind() != Kind.DNS) {
      sender("", Optional.of(provider));
    }
    byProvider.putIfAbsent(
        provider.id() + ' ' + signal,
        new Finding(
            signal,
            seen,
            provider.id(),
            Finding.SENDER,
            provider.keepsMailboxes() ? signal.points : 0,
            direct ? "spf-direct" : "spf-nested"));
  }
}
