package nl.wolkenkaart.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.wolkenkaart.observation.AnswerIndex;
import nl.wolkenkaart.observation.ObservedAnswer;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Where mail programs are sent for their settings: autodiscover's CNAME or address, and where there
 * is neither, its SRV record. A provider is named by any name of the CNAME chain. The set-up is own
 * when it is an address without a CNAME, or a name of the organisation or of shared public IT. A
 * name that the catalogue does not have is somebody else's server, such as that of a neighbour or
 * of the body that runs the IT of several.
 *
 * @param provider mailbox provider that it points to; null where it points to none
 * @param own whether it points to an own name
 * @param elsewhere whether it points to a name that is no known provider's, own or another's: then
 *     a server beside a mailbox provider's is likely
 * @param notAnswered questions whose answer, or whose control's answer, is missing
 * @param findings what was seen
 */
record ClientSetup(
    @Nullable Provider provider,
    boolean own,
    boolean elsewhere,
    Set<String> notAnswered,
    List<Finding> findings) {
  /** Hosting companies set autodiscover for every domain they serve, so it says less of them. */
  private static final int POINTS_OF_HOSTER = 15;

  private static final String QUESTION = "autodiscover";

  static ClientSetup of(AnswerIndex index, Wildcards wildcards, OwnNames own, Catalogue catalogue) {
    Reader reader = new Reader(own, catalogue);
    Optional<ObservedAnswer> answer = index.one(QUESTION);
    Set<String> notAnswered = new TreeSet<>();
    boolean followed = answer.map(a -> !a.getChain().isEmpty()).orElse(false);
    boolean there = followed || !Answered.data(answer).isEmpty();
    if (Answered.failed(answer) && !there) {
      notAnswered.add(QUESTION);
    }
    if (there) {
      String seen = seen(answer.get());
      switch (wildcards.of(answer.get(), Wildcards.BELOW_DOMAIN)) {
        case OWN -> reader.read(Signal.AUTODISCOVER, seen, names(answer.get()));
        case WILDCARD -> reader.note(seen + " is a wildcard's");
        case UNKNOWN -> notAnswered.add(Wildcards.BELOW_DOMAIN);
        case UNCONTROLLED -> reader.note(seen + " has no control");
      }
    }
    boolean decided = reader.decided || !notAnswered.isEmpty();
    for (String target : srvTargets(index)) {
      String seen = "_autodiscover._tcp SRV " + target;
      if (decided) {
        reader.note(seen);
      } else {
        reader.read(Signal.AUTODISCOVER_SRV, seen, List.of(target));
      }
    }
    return new ClientSetup(
        reader.provider, reader.isOwn, reader.elsewhere, notAnswered, reader.findings);
  }

  private static String seen(ObservedAnswer answer) {
    return answer.getChain().isEmpty()
        ? answer.getName() + " A " + String.join(", ", Answered.data(answer))
        : answer.getName() + " CNAME " + String.join(" -> ", answer.getChain());
  }

  private static List<String> names(ObservedAnswer answer) {
    return answer.getChain().isEmpty() ? List.of(answer.getName()) : answer.getChain();
  }

  /** Targets of the SRV records of the lowest priority (RFC 2782); {@code .} offers nothing. */
  private static List<String> srvTargets(AnswerIndex index) {
    List<String> targets = new ArrayList<>();
    String lowest = null;
    for (String record : Answered.data(index.one("autodiscover-srv"))) {
      int first = record.indexOf(' ');
      int last = record.lastIndexOf(' ');
      String target = record.substring(last + 1);
      if (first < 1 || last <= first || target.equals(".") || target.isEmpty()) {
        continue;
      }
      String priority = record.substring(0, first);
      int order = lowest == null ? -1 : compareNumbers(priority, lowest);
      if (order < 0) {
        targets.clear();
        lowest = priority;
      }
      if (order <= 0) {
        targets.add(target);
      }
    }
    return targets;
  }

  private static int compareNumbers(String a, String b) {
    return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
  }

  /** Reads targets one after another; the first provider found stays. */
  private static final class Reader {
    private final OwnNames own;
    private final Catalogue catalogue;
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable Provider provider;
    private boolean isOwn;
    private boolean elsewhere;
    private boolean decided;

    Reader(OwnNames own, Catalogue catalogue) {
      this.own = own;
      this.catalogue = catalogue;
    }

    void note(String seen) {
      findings.add(Finding.note(seen, QUESTION));
    }

    void read(Signal signal, String seen, List<String> names) {
      decided = true;
      Provider found = null;
      for (String name : names) {
        found = found == null ? catalogue.match(Role.AUTODISCOVER, name).orElse(null) : found;
      }
      if (found != null && found.keepsMailboxes()) {
        provider = provider == null ? found : provider;
        int points = found.kind() == Kind.MAILBOX ? signal.points : POINTS_OF_HOSTER;
        findings.add(
            new Finding(signal, seen, found.id(), Finding.BACKEND, points, "client-set-up"));
      } else if (names.stream().anyMatch(this::isOwn)) {
        isOwn = true;
        elsewhere = true;
        findings.add(
            new Finding(signal, seen, "self", Finding.BACKEND, signal.points, "client-set-up-own"));
      } else if (found == null) {
        elsewhere = true;
        String other = Operator.other(names.get(names.size() - 1)).id();
        findings.add(
            new Finding(
                signal, seen, other, Finding.BACKEND, signal.points, "client-set-up-other"));
      } else {
        note(seen);
      }
    }

    private boolean isOwn(String name) {
      return own.owns(name)
          || isSharedIt(catalogue.match(Role.AUTODISCOVER, name))
          || isSharedIt(catalogue.match(Role.MX, name));
    }

    private static boolean isSharedIt(Optional<Provider> provider) {
      return provider.filter(p -> p.kind() == Kind.PUBLIC_SHARED_IT).isPresent();
    }
  }
}
