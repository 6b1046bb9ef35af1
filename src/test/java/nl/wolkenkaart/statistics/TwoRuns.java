package nl.wolkenkaart.statistics;

import static nl.wolkenkaart.statistics.Rows.attribution;
import static nl.wolkenkaart.statistics.Rows.counts;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nl.wolkenkaart.provider.Attribution;

/** Two small runs that are compared, which keep what every comparison must keep. */
abstract class TwoRuns {
  final List<Change> changes = new ArrayList<>();

  static ComparedRun run(List<Attribution> rows) {
    return new ComparedRun("run", rows, Rows.services(rows), List.of());
  }

  RunComparison compare(List<Attribution> before, List<Attribution> again, List<Attribution> after)
      throws IOException {
    RunComparison comparison =
        RunComparison.of(
            run(before),
            again == null
                ? List.of()
                : List.of(new RunComparison.Again(ChangeKind.CATALOGUE_CHANGED, run(again))),
            run(after),
            new RunComparison.Addresses(true, true),
            changes::add);
    // Whatever is compared here keeps what every comparison must keep.
    List<String> violated = new ArrayList<>();
    violated.addAll(
        ComparisonInvariants.check(
                comparison.facts(), changes, comparison.flows().flows(), comparison.flows().net())
            .violated());
    violated.addAll(
        ComparisonInvariants.checkStatistics(
                comparison.flows().net(), Shares.of(counts(before)), Shares.of(counts(after)))
            .violated());
    assertThat(violated, is(empty()));
    return comparison;
  }

  List<String> found() {
    return changes.stream()
        .map(
            row ->
                String.join(
                    " ",
                    row.getOrganisationId(),
                    row.getAxis() + (row.getItem().isEmpty() ? "" : ":" + row.getItem()),
                    row.getKind(),
                    row.getFrom() + "->" + row.getTo()))
        .toList();
  }

  static Attribution microsoft(String id) {
    return attribution(id, "town", "ok", "microsoft-365", "microsoft-365");
  }
}
