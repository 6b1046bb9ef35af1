package nl.wolkenkaart.statistics;

import static nl.wolkenkaart.statistics.Rows.attribution;
import static nl.wolkenkaart.statistics.Rows.counts;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each invariant of a comparison notices its fault. */
class ComparisonInvariantsTest extends TwoRuns {
  @Test
  void everyInvariantNoticesItsFault() throws IOException {
    RunComparison comparison =
        compare(
            List.of(microsoft("a")),
            null,
            List.of(attribution("a", "town", "ok", "aruba", "aruba")));
    List<Flow> flows = new ArrayList<>(comparison.flows().flows());
    List<NetFlow> net = new ArrayList<>(comparison.flows().net());
    Flow changed = Flow.newBuilder(flows.get(0)).setOrganisations(2).build();
    flows.set(0, changed);
    assertThat(
        ComparisonInvariants.check(comparison.facts(), changes, flows, net).violated().toString(),
        containsString("A recount does not give the flow"));
    flows.set(0, Flow.newBuilder(changed).setOrganisations(1).build());

    NetFlow first = net.get(0);
    net.set(
        0,
        NetFlow.newBuilder(first).setOrganisationsAfter(first.getOrganisationsAfter() + 1).build());
    assertThat(
        ComparisonInvariants.check(comparison.facts(), changes, flows, net).violated().toString(),
        containsString("it should be " + first.getOrganisationsAfter()));
    net.set(0, NetFlow.newBuilder(first).setAppeared(1).setGone(1).build());
    assertThat(
        ComparisonInvariants.check(comparison.facts(), changes, flows, net).violated().toString(),
        containsString("appeared at "));
    net.set(0, first);

    assertThat(
        ComparisonInvariants.check(new ComparisonFacts(1, 2, 1), changes, flows, net)
            .violated()
            .toString(),
        containsString("appeared is 0, it should be 1"));

    Change unknown = Change.newBuilder(changes.get(0)).setKind("sold").build();
    assertThat(
        ComparisonInvariants.check(comparison.facts(), List.of(unknown), List.of(), List.of())
            .violated()
            .toString(),
        containsString("Undocumented kind in a receiver  sold"));

    Change sold =
        Change.newBuilder(changes.get(0))
            .setAxis("backend")
            .setKind(ChangeKind.CHANGED_OWNER)
            .build();
    assertThat(
        ComparisonInvariants.check(comparison.facts(), List.of(sold), List.of(), List.of())
            .violated()
            .toString(),
        containsString("Another owner would change a backend  changed_owner"));

    Change second = Change.newBuilder(changes.get(0)).setKind("now_seen").setFrom("nobody").build();
    assertThat(
        ComparisonInvariants.check(
                comparison.facts(), List.of(changes.get(0), second), List.of(), List.of())
            .violated()
            .toString(),
        containsString("ends at aruba"));

    assertThat(
        ComparisonInvariants.checkStatistics(
                net, Shares.of(counts(List.of(microsoft("a"), microsoft("b")))), List.of())
            .violated()
            .toString(),
        containsString("is 1, it should be 2"));
  }
}
