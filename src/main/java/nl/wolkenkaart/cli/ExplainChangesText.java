package nl.wolkenkaart.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wolkenkaart.cli.ExplainChange.Kind;
import nl.wolkenkaart.provider.Catalogue;
import nl.wolkenkaart.provider.DomainAttribution;

/** What would have changed a verdict, in lines for people. */
final class ExplainChangesText {
  private final PrintStream out;
  private final Catalogue catalogue;

  ExplainChangesText(PrintStream out, Catalogue catalogue) {
    this.out = out;
    this.catalogue = catalogue;
  }

  void print(ExplainedDomain d) {
    out.println();
    out.println("  What would have changed the verdict");
    lines(d).forEach(line -> out.println("    " + line));
  }

  /** The lines; changes that come to the same are told together. */
  List<String> lines(ExplainedDomain d) {
    Map<String, List<String>> conditionsByEffect = new LinkedHashMap<>();
    for (ExplainChange change : d.changes()) {
      conditionsByEffect
          .computeIfAbsent(kind(change) + effect(change, d.found()), e -> new ArrayList<>())
          .add(condition(change));
    }
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, List<String>> entry : conditionsByEffect.entrySet()) {
      String effect = entry.getKey().substring(entry.getKey().indexOf(':') + 1);
      lines.add(String.join(", or ", entry.getValue()) + ": " + effect);
    }
    if (!d.withoutEffect().isEmpty()) {
      List<String> words = d.withoutEffect().stream().map(part -> part.words).toList();
      lines.add("without any one of " + String.join(", ", words) + ": the same");
    }
    if (lines.isEmpty()) {
      lines.add("nothing else than the answer that decided");
    }
    return lines;
  }

  /** Keeps what is thought away apart from what is put in, and one provider from another. */
  private static String kind(ExplainChange change) {
    String together = change.parts().size() > 1 ? " together" : "";
    return change.kind() + together + (change.at() == null ? "" : " " + change.at().id()) + ":";
  }

  private String condition(ExplainChange change) {
    List<String> words = change.parts().stream().map(part -> part.words).toList();
    if (change.kind() == Kind.ANSWERED) {
      return "if what failed had been answered, and nothing was there";
    }
    if (change.kind() == Kind.WITH) {
      return "with " + words.get(0) + " at " + ExplainVerdict.name(change.at().id(), catalogue);
    }
    if (change.parts().equals(List.of(ExplainPart.MX))) {
      return "with an own relay for MX";
    }
    return "without " + String.join(" and ", words);
  }

  private String effect(ExplainChange change, DomainAttribution found) {
    DomainAttribution then = change.then();
    StringBuilder effect = new StringBuilder(new ExplainVerdict(catalogue, then).who());
    boolean sameWho =
        new ExplainVerdict(catalogue, found).who().contentEquals(effect)
            && found.getStatus().equals(then.getStatus());
    if (!change.parts().contains(ExplainPart.MX)) {
      if (!then.getReceiver().equals(found.getReceiver())) {
        effect.append(", received by ").append(then.getReceiver());
      }
      if (sameWho && !then.getHosting().equals(found.getHosting())) {
        effect.append(", hosting ").append(then.getHosting());
      }
    }
    if (!then.getRule().equals(found.getRule())) {
      effect.append(" (").append(then.getRule()).append(')');
    }
    if (raisesFromOwnClient(change, found)) {
      effect.append(", which the own client set-up prevents");
    }
    return effect.toString();
  }

  /** Whether it is the own client set-up alone that keeps the confidence down. */
  private static boolean raisesFromOwnClient(ExplainChange change, DomainAttribution found) {
    DomainAttribution then = change.then();
    return change.kind() == Kind.WITHOUT
        && change.parts().equals(List.of(ExplainPart.AUTODISCOVER))
        && found.getHybridPossible()
        && then.getBackend().equals(found.getBackend())
        && !then.getBackendConfidence().equals(found.getBackendConfidence());
  }
}
