package nl.wolkenkaart.cli;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import nl.wolkenkaart.observation.ObservedAnswer;
import nl.wolkenkaart.provider.DomainAttribution;
import nl.wolkenkaart.provider.Evidence;

/** Explanations as JSON (RFC 8259) for machines: an array with an object for each domain. */
final class ExplainJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ExplainJson() {}

  static String of(List<ExplainedDomain> domains) throws IOException {
    ArrayNode all = JSON.createArrayNode();
    domains.forEach(d -> domain(d, all.addObject()));
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent);
    return JSON.writer(printer).writeValueAsString(all) + '\n';
  }

  private static void domain(ExplainedDomain d, ObjectNode node) {
    node.put("domain", d.row().getDomain());
    node.put("verdict", d.verdict());
    row(d.row(), node);
    node.put("rule_means", ExplainRules.meaningOfVerdict(d.row().getRule()).orElse(null));
    ObjectNode points = node.putObject("points");
    d.score().byFamily().forEach(points::put);
    node.put("points_sum", d.score().points());
    node.put("points_band", d.score().band());
    node.put("capped_because", d.capped().orElse(null));
    d.customers().ifPresent(count -> customers(count, node.putObject("customers")));
    node.put("plan", d.observed().getPlan());
    node.put("last_answer", d.questions().last().map(Object::toString).orElse(null));
    ArrayNode resolvers = node.putArray("resolvers");
    d.questions().resolvers().forEach(resolvers::add);
    evidence(d.row().getEvidence(), node.putArray("evidence"));
    answers(d.questions().failed(), node.putArray("not_answered"));
    answers(d.questions().absent(), node.putArray("not_there"));
    changes(d.changes(), node.putArray("would_change"));
    ArrayNode idle = node.putArray("would_not_change");
    d.withoutEffect().forEach(part -> idle.add(word(part)));
  }

  private static void customers(ExplainCustomers.Count count, ObjectNode node) {
    node.put("receiver", count.receiver()).put("counted", count.counted());
    if (count.counted()) {
      node.put("domains", count.customers());
      node.put("mailboxes_elsewhere", count.elsewhere());
      node.put("of_domains_observed", count.domains());
    }
  }

  private static void row(DomainAttribution row, ObjectNode node) {
    node.put("status", row.getStatus());
    node.put("receiver", row.getReceiver());
    node.put("receiver_is_gateway", row.getReceiverIsGateway());
    node.put("receiver_jurisdiction", row.getReceiverJurisdiction());
    node.put("backend", row.getBackend());
    node.put("backend_confidence", row.getBackendConfidence());
    node.put("backend_jurisdiction", row.getBackendJurisdiction());
    node.put("server_country", row.getServerCountry());
    node.put("hosting", row.getHosting());
    node.put("hybrid_possible", row.getHybridPossible());
    node.put("rule", row.getRule());
  }

  private static void evidence(List<Evidence> lines, ArrayNode into) {
    for (Evidence line : lines) {
      into.addObject()
          .put("signal", line.getSignal())
          .put("seen", line.getSeen())
          .put("provider", line.getProvider())
          .put("role", line.getRole())
          .put("points", line.getPoints())
          .put("rule", line.getRule())
          .put("rule_means", ExplainRules.meaning(line.getRule()).orElse(null));
    }
  }

  private static void answers(List<ObservedAnswer> answers, ArrayNode into) {
    for (ObservedAnswer answer : answers) {
      into.addObject()
          .put("question", answer.getQuestion())
          .put("name", answer.getName())
          .put("type", answer.getType())
          .put("status", answer.getStatus())
          .put("reason", answer.getReason());
    }
  }

  private static void changes(List<ExplainChange> changes, ArrayNode into) {
    for (ExplainChange change : changes) {
      ObjectNode node = into.addObject();
      ArrayNode parts = node.putArray(change.kind().name().toLowerCase(java.util.Locale.ROOT));
      change.parts().forEach(part -> parts.add(word(part)));
      node.put("at", change.at() == null ? null : change.at().id());
      row(change.then(), node);
    }
  }

  private static String word(ExplainPart part) {
    return part.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
