package nl.wolkenkaart.cli;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.wolkenkaart.lookup.MicrosoftTenant;
import nl.wolkenkaart.provider.Catalogue;
import nl.wolkenkaart.provider.Corrections;
import nl.wolkenkaart.provider.DomainAttribution;
import nl.wolkenkaart.provider.Evidence;
import nl.wolkenkaart.provider.Kind;
import nl.wolkenkaart.provider.MailStatus;
import nl.wolkenkaart.provider.Provider;

/**
 * The verdict in one line: who, how sure, and by what. Such as {@code Microsoft 365, high: DKIM
 * selector1 -> tenant city; first hop: own relay in AS64496}.
 */
final class ExplainVerdict {
  private static final Pattern NETWORK = Pattern.compile(" in (AS[0-9]{1,10})\\b");
  private static final Pattern BRACKETS = Pattern.compile(" \\([^()]*\\)$");
  private static final Splitter PLUS = Splitter.on('+');
  private static final Splitter SPACES = Splitter.on(' ');
  private static final String OTHER = "other:";

  private final Catalogue catalogue;
  private final DomainAttribution row;

  ExplainVerdict(Catalogue catalogue, DomainAttribution row) {
    this.catalogue = catalogue;
    this.row = row;
  }

  String line() {
    return who() + ": " + String.join("; ", by());
  }

  /** Who, and how sure: {@code Microsoft 365, high}. */
  String who() {
    String who =
        switch (row.getStatus()) {
          case MailStatus.NO_MAIL_DECLARED -> "no mail, as declared";
          case MailStatus.NO_MAIL_FOUND -> "no mail found";
          case MailStatus.NXDOMAIN -> "no such domain";
          case MailStatus.LOOKUP_FAILED -> "not known, a lookup failed";
          default -> backend();
        };
    return row.getStatus().equals(MailStatus.CONFLICT) ? who + ", in conflict" : who;
  }

  private String backend() {
    return row.getBackend().equals("unknown")
        ? "unknown"
        : name(row.getBackend(), catalogue) + ", " + row.getBackendConfidence();
  }

  /** The name of an operator for people. */
  static String name(String id, Catalogue catalogue) {
    if (id.equals("self")) {
      return "own server";
    }
    if (id.startsWith(OTHER)) {
      return "whoever runs " + id.substring(OTHER.length());
    }
    return catalogue
        .provider(id)
        .map(provider -> BRACKETS.matcher(provider.name()).replaceFirst(""))
        .orElse(id);
  }

  private List<String> by() {
    List<String> by = new ArrayList<>();
    boolean corrected = row.getRule().startsWith(Corrections.CORRECTED);
    String rule =
        corrected ? row.getRule().substring(Corrections.CORRECTED.length()) : row.getRule();
    if (corrected) {
      by.add("corrected");
    }
    Optional<Provider> backend = catalogue.provider(row.getBackend());
    if (backend.isPresent()) {
      PLUS.split(rule).forEach(family -> evidence(family).ifPresent(by::add));
    }
    boolean fromSilence = backend.isEmpty();
    if (fromSilence) {
      ExplainRules.meaningOfVerdict(rule).ifPresent(by::add);
    }
    if (!rule.startsWith("mx-direct") && !row.getReceiver().equals("none")) {
      firstHop().ifPresent(by::add);
    }
    if (fromSilence) {
      by.addAll(hints());
    }
    if (row.getHybridPossible() && backend.isPresent()) {
      by.add("an own client set-up caps it at medium");
    }
    return by;
  }

  /** What shows the backend, by family of the rule. */
  private Optional<String> evidence(String family) {
    String name = name(row.getBackend(), catalogue);
    return switch (family) {
      case "mx-direct" -> Optional.of("MX -> " + name);
      case "dkim" -> dkim(name);
      case "autodiscover" -> Optional.of("autodiscover -> " + name);
      case "mx-backup" -> Optional.of("less preferred MX -> " + name);
      case "dkim-google" -> Optional.of("DKIM key at google");
      case "spf" -> Optional.of("SPF -> " + name);
      default -> Optional.empty();
    };
  }

  /** {@code selector1._domainkey.city.example CNAME target (tenant city)} in short. */
  private Optional<String> dkim(String name) {
    return row.getEvidence().stream()
        .filter(line -> line.getSignal().equals("dkim"))
        .filter(line -> row.getBackend().equals(line.getProvider()))
        .map(
            line -> {
              List<String> words = SPACES.limit(4).splitToList(line.getSeen());
              String selector = words.get(0).substring(0, Math.max(0, words.get(0).indexOf('.')));
              String target = words.size() > 2 ? words.get(2) : "";
              return "DKIM "
                  + selector
                  + " -> "
                  + MicrosoftTenant.of(target).map(tenant -> "tenant " + tenant).orElse(name);
            })
        .sorted()
        .findFirst();
  }

  private Optional<String> firstHop() {
    String id = row.getReceiver();
    if (id.equals("unknown")) {
      return row.getStatus().equals(MailStatus.CONFLICT)
          ? Optional.of("first hop: several operators")
          : Optional.empty();
    }
    Optional<Provider> provider = catalogue.provider(id);
    String what = id.equals("self") ? ownHost() : name(id, catalogue);
    if (provider.filter(Provider::isGateway).isPresent()) {
      what += ", a filter";
    } else if (provider.filter(p -> p.kind() == Kind.PUBLIC_SHARED_IT).isPresent()) {
      what += ", shared public IT";
    }
    TreeSet<String> networks = new TreeSet<>();
    for (Evidence line : row.getEvidence()) {
      Matcher network = NETWORK.matcher(line.getSeen());
      while (line.getSignal().equals("mx-network") && network.find()) {
        networks.add(network.group(1));
      }
    }
    String in = networks.isEmpty() ? "" : " in " + String.join(", ", networks);
    return Optional.of("first hop: " + what + in);
  }

  /** What an own host is, seen from the backend. */
  private String ownHost() {
    return switch (row.getBackend()) {
      case "self" -> "the same";
      case "unknown" -> "own host";
      default -> "own relay";
    };
  }

  /** What weighs something, and not enough. */
  private List<String> hints() {
    TreeSet<String> hints = new TreeSet<>();
    for (Evidence line : row.getEvidence()) {
      boolean isProvider =
          line.getPoints() > 0
              && catalogue.provider(String.valueOf(line.getProvider())).isPresent();
      if (isProvider) {
        hints.add(line.getSignal() + " -> " + name(line.getProvider(), catalogue));
      }
    }
    return hints.isEmpty() ? List.of() : List.of("hints: " + String.join(", ", hints));
  }
}
