package nl.wolkenkaart.cli;

import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.wolkenkaart.directory.rows.PlainText;
import nl.wolkenkaart.observation.ObservedAnswer;
import nl.wolkenkaart.provider.Catalogue;
import nl.wolkenkaart.provider.DomainAttribution;
import nl.wolkenkaart.provider.Evidence;
import nl.wolkenkaart.provider.Provider;
import org.checkerframework.checker.nullness.qual.Nullable;

/** An explanation as a person reads it. */
final class ExplainText {
  private static final int LONGEST_REASON = 100;

  private final PrintStream out;
  private final Catalogue catalogue;

  ExplainText(PrintStream out, Catalogue catalogue) {
    this.out = out;
    this.catalogue = catalogue;
  }

  void print(ExplainedDomain d) {
    DomainAttribution row = d.row();
    out.println(row.getDomain());
    out.println("  " + d.verdict());
    out.println();
    field("status", row.getStatus());
    String filter = row.getReceiverIsGateway() ? ", a filter that passes on" : "";
    field("receiver", operator(row.getReceiver(), row.getReceiverJurisdiction()) + filter);
    d.customers().ifPresent(count -> field("customers", count.text()));
    field("backend", operator(row.getBackend(), row.getBackendJurisdiction()));
    field("confidence", confidence(d));
    field("hosting", row.getHosting());
    field("servers in", row.getServerCountry() == null ? "uncertain" : row.getServerCountry());
    field("hybrid", row.getHybridPossible() ? "possible" : "does not show");
    String rule = row.getRule();
    field("rule", rule + ExplainRules.meaningOfVerdict(rule).map(m -> ": " + m).orElse(""));
    field("seen", seen(d));
    evidence(row);
    questions(d.questions());
    new ExplainChangesText(out, catalogue).print(d);
  }

  private void field(String name, String value) {
    out.printf(Locale.ROOT, "  %-11s %s%n", name, value);
  }

  private String operator(String id, @Nullable String jurisdiction) {
    String name =
        catalogue
            .provider(id)
            .map((Provider p) -> " (" + p.name() + "; " + p.company().name() + ")")
            .orElse("");
    return id
        + name
        + (jurisdiction == null
            ? ""
            : ", under " + jurisdiction + " jurisdiction (parent company)");
  }

  private static String confidence(ExplainedDomain d) {
    StringBuilder text = new StringBuilder(d.row().getBackendConfidence());
    if (!d.row().equals(d.found())) {
      text.append("; the evidence alone: ").append(d.found().getBackendConfidence());
    }
    Map<String, Integer> families = d.score().byFamily();
    if (!families.isEmpty()) {
      String sum =
          families.entrySet().stream()
              .map(family -> family.getKey() + " " + family.getValue())
              .collect(Collectors.joining(" + "));
      text.append(": ").append(sum).append(" = ").append(d.score().points()).append(" points");
      d.capped()
          .ifPresent(
              why ->
                  text.append(", which is ")
                      .append(d.score().band())
                      .append(", capped because ")
                      .append(why));
    }
    return text.toString();
  }

  private static String seen(ExplainedDomain d) {
    String day =
        d.questions()
            .last()
            .map((Instant last) -> last.atZone(ZoneOffset.UTC).toLocalDate().toString())
            .orElse("never");
    String resolvers = String.join(", ", d.questions().resolvers());
    return day
        + (resolvers.isEmpty() ? "" : ", answered by " + PlainText.escape(resolvers))
        + ", plan "
        + PlainText.escape(d.observed().getPlan());
  }

  private void evidence(DomainAttribution row) {
    out.println();
    out.println("  Evidence: points, signal, what it shows whom as, rule");
    Map<String, String> rules = new LinkedHashMap<>();
    for (Evidence line : row.getEvidence()) {
      String whom = line.getProvider() == null ? "" : " " + line.getProvider();
      out.printf(
          Locale.ROOT,
          "  %4d  %-16s %s%s  [%s]%n        %s%n",
          line.getPoints(),
          line.getSignal(),
          line.getRole(),
          whom,
          line.getRule(),
          line.getSeen());
      ExplainRules.meaning(line.getRule()).ifPresent(m -> rules.put(line.getRule(), m));
    }
    if (!rules.isEmpty()) {
      out.println("  Rules of these lines");
      rules.forEach((rule, meaning) -> out.println("    " + rule + ": " + meaning));
    }
  }

  private void questions(ExplainQuestions questions) {
    if (!questions.failed().isEmpty()) {
      out.println();
      out.println("  Asked, and not answered");
      for (ObservedAnswer answer : questions.failed()) {
        String reason =
            answer.getReason() == null
                ? ""
                : " (" + PlainText.escape(answer.getReason(), LONGEST_REASON) + ")";
        out.printf(
            Locale.ROOT,
            "    %s: %s %s: %s%s%n",
            answer.getQuestion(),
            PlainText.escape(answer.getName()),
            answer.getType(),
            answer.getStatus(),
            reason);
      }
    }
    SetMultimap<String, String> absent = LinkedHashMultimap.create();
    questions.absent().forEach(a -> absent.put(a.getStatus(), a.getQuestion()));
    if (!absent.isEmpty()) {
      out.println();
      out.println("  Asked, and not there");
      for (String status : absent.keySet()) {
        List<String> ids = new ArrayList<>(absent.get(status));
        out.println("    " + status + ": " + String.join(", ", ids));
      }
    }
  }
}
