package nl.wolkenkaart.cli;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.wolkenkaart.statistics.ChangeKind;
import nl.wolkenkaart.statistics.Counts;
import nl.wolkenkaart.statistics.Flow;
import nl.wolkenkaart.statistics.RunComparison;

/** What a comparison found, in a screenful. */
final class CompareSummary {
  private static final int FLOWS_SHOWN = 5;
  private static final Map<String, String> WORDS =
      Map.of(
          ChangeKind.MOVED, "from one that was seen to another",
          ChangeKind.NOW_SEEN, "none was seen before",
          ChangeKind.NO_LONGER_SEEN, "none is seen now: no move",
          ChangeKind.UNDECIDED, "not decided before nor after",
          ChangeKind.EVIDENCE_CHANGED, "the same, on other evidence",
          ChangeKind.LIST_CHANGED, "another domain or sector in the list",
          ChangeKind.TABLE_CHANGED, "another table of addresses",
          ChangeKind.CATALOGUE_CHANGED, "our catalogue alone",
          ChangeKind.APPEARED, "new in the list",
          ChangeKind.GONE, "no longer in the list");
  private static final List<String> ORDER =
      List.of(
          ChangeKind.MOVED,
          ChangeKind.NOW_SEEN,
          ChangeKind.NO_LONGER_SEEN,
          ChangeKind.UNDECIDED,
          ChangeKind.EVIDENCE_CHANGED,
          ChangeKind.LIST_CHANGED,
          ChangeKind.TABLE_CHANGED,
          ChangeKind.CATALOGUE_CHANGED,
          ChangeKind.APPEARED,
          ChangeKind.GONE);

  private final PrintStream out;

  CompareSummary(PrintStream out) {
    this.out = out;
  }

  void print(CompareRun run, RunComparison comparison) {
    out.printf(
        Locale.ROOT,
        "%s, %,d organisations; %s, %,d; in both %,d.%n",
        run.before().date(),
        comparison.facts().before(),
        run.after().date(),
        comparison.facts().after(),
        comparison.facts().kept());
    if (comparison.facts().kept() * 2
        < Math.min(comparison.facts().before(), comparison.facts().after())) {
      out.println("Fewer than half of them are in both: do the two lists have the same ids?");
    }
    if (run.again() != null) {
      out.println(
          "The earlier observations were classified again, for the runs differ in their "
              + String.join(", ", run.rules().why())
              + '.');
    }
    out.println("Organisations by what changed, of their receiver, their mailboxes, or anything:");
    out.printf(Locale.ROOT, "  %-18s%9s%9s%10s%n", "", "receiver", "backend", "anything");
    for (String kind : ORDER) {
      if (comparison.kinds().contains(kind)) {
        out.printf(
            Locale.ROOT,
            "  %-18s%,9d%,9d%,10d  %s%n",
            kind,
            comparison.organisations(kind, "receiver"),
            comparison.organisations(kind, "backend"),
            comparison.organisations(kind, RunComparison.ANY),
            WORDS.get(kind));
      }
    }
    flows(comparison);
  }

  private void flows(RunComparison comparison) {
    List<Flow> flows =
        comparison.flows().flows().stream()
            .filter(flow -> flow.getSector().equals(Counts.ALL))
            .filter(flow -> flow.getAxis().equals("backend"))
            .filter(flow -> flow.getKind().equals(ChangeKind.MOVED))
            .sorted(
                Comparator.comparingLong(Flow::getOrganisations)
                    .reversed()
                    .thenComparing(Flow::getFrom)
                    .thenComparing(Flow::getTo))
            .limit(FLOWS_SHOWN)
            .toList();
    if (flows.isEmpty()) {
      out.println("No mailboxes are seen to have moved.");
      return;
    }
    out.println("The largest flows of mailboxes, as far as DNS shows:");
    for (Flow flow : flows) {
      out.printf(
          Locale.ROOT, "  %,7d  %s -> %s%n", flow.getOrganisations(), flow.getFrom(), flow.getTo());
    }
  }
}
