package nl.wolkenkaart.cli;

import com.google.common.collect.ImmutableMap;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.wolkenkaart.provider.Company;
import nl.wolkenkaart.statistics.ChangeKind;
import nl.wolkenkaart.statistics.Counts;
import nl.wolkenkaart.statistics.Flow;
import nl.wolkenkaart.statistics.RunComparison;

/** What a comparison found, in a screenful. */
final class CompareSummary {
  private static final int FLOWS_SHOWN = 5;
  private static final ImmutableMap<String, String> WORDS =
      ImmutableMap.<String, String>builder()
          .put(ChangeKind.MOVED, "from one that was seen to another")
          .put(ChangeKind.NOW_SEEN, "none was seen before")
          .put(ChangeKind.NO_LONGER_SEEN, "none is seen now: no move")
          .put(ChangeKind.UNDECIDED, "not decided before nor after")
          .put(ChangeKind.EVIDENCE_CHANGED, "the same, on other evidence")
          .put(ChangeKind.LIST_CHANGED, "another domain or sector in the list")
          .put(ChangeKind.TABLE_CHANGED, "another table of addresses")
          .put(ChangeKind.CATALOGUE_CHANGED, "our catalogue alone")
          .put(ChangeKind.CHANGED_OWNER, "the same company has another owner")
          .put(ChangeKind.APPEARED, "new in the list")
          .put(ChangeKind.GONE, "no longer in the list")
          .buildOrThrow();

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
    if (!run.again().isEmpty()) {
      out.println(
          "The earlier observations were classified again, for the runs differ in their "
              + String.join(", ", run.rules().why())
              + '.');
    }
    if (!run.rules().sold().isEmpty()) {
      out.println(
          "Under another law since they changed hands: "
              + run.rules().sold().stream()
                  .map(sold -> law(sold.before()) + " -> " + country(sold.after()))
                  .collect(Collectors.joining(", "))
              + '.');
    }
    out.println("Organisations by what changed, of their receiver, their mailboxes, or anything:");
    out.printf(Locale.ROOT, "  %-18s%9s%9s%10s%n", "", "receiver", "backend", "anything");
    for (String kind : WORDS.keySet()) {
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

  private static String law(Company company) {
    return company.id() + ' ' + country(company);
  }

  private static String country(Company company) {
    return company.jurisdiction() == null ? "not known" : company.jurisdiction();
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
