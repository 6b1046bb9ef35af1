package nl.wolkenkaart.statistics;

import static nl.wolkenkaart.statistics.Rows.attribution;
import static nl.wolkenkaart.statistics.Rows.counts;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Evidence;
import nl.wolkenkaart.provider.Network;
import nl.wolkenkaart.provider.Service;
import nl.wolkenkaart.provider.Tenant;
import org.junit.jupiter.api.Test;

/** Two small runs, compared by hand. */
class RunComparisonTest {
  private final List<Change> changes = new ArrayList<>();

  private static ComparedRun run(List<Attribution> rows) {
    return new ComparedRun("run", rows, Rows.services(rows), List.of());
  }

  private RunComparison compare(
      List<Attribution> before, List<Attribution> again, List<Attribution> after)
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

  private List<String> found() {
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

  private static Attribution microsoft(String id) {
    return attribution(id, "town", "ok", "microsoft-365", "microsoft-365");
  }

  /** A row of net flows in which nothing happened. */
  private static NetFlow.Builder net(String sector, String axis, String value) {
    NetFlow.Builder row = NetFlow.newBuilder().setSector(sector).setAxis(axis).setValue(value);
    return row.setOrganisationsBefore(0)
        .setMovedIn(0)
        .setMovedOut(0)
        .setNet(0)
        .setSeenIn(0)
        .setSeenOut(0)
        .setListIn(0)
        .setListOut(0)
        .setCatalogueIn(0)
        .setCatalogueOut(0)
        .setOwnerIn(0)
        .setOwnerOut(0)
        .setSectorIn(0)
        .setSectorOut(0)
        .setAppeared(0)
        .setGone(0)
        .setOrganisationsAfter(0);
  }

  @Test
  void whoMovedIsToldOnEveryAxisThatDiffers() throws IOException {
    RunComparison comparison =
        compare(
            List.of(microsoft("a"), microsoft("b")),
            null,
            List.of(attribution("a", "town", "ok", "aruba", "aruba"), microsoft("b")));
    assertThat(
        found(),
        containsInAnyOrder(
            "a receiver moved microsoft-365->aruba",
            "a receiver_jurisdiction moved US->IT",
            "a backend moved microsoft-365->aruba",
            "a backend_jurisdiction moved US->IT"));
    assertThat(
        comparison.flows().flows(),
        hasItems(
            new Flow("town", "backend", "microsoft-365", "aruba", "moved", 1L),
            new Flow("all", "backend", "microsoft-365", "aruba", "moved", 1L)));
    assertThat(
        comparison.flows().net(),
        hasItems(
            net("town", "backend", "microsoft-365")
                .setOrganisationsBefore(2)
                .setMovedOut(1)
                .setNet(-1)
                .setOrganisationsAfter(1)
                .build(),
            net("town", "backend", "aruba")
                .setMovedIn(1)
                .setNet(1)
                .setOrganisationsAfter(1)
                .build()));
  }

  @Test
  void aFailedLookupIsNoMove() throws IOException {
    RunComparison comparison =
        compare(
            List.of(
                microsoft("a"),
                attribution("b", "town", "lookup_failed", "unknown", "unknown"),
                microsoft("c"),
                attribution("d", "town", "lookup_failed", "unknown", "unknown"),
                microsoft("e")),
            null,
            List.of(
                attribution("a", "town", "lookup_failed", "unknown", "unknown"),
                microsoft("b"),
                attribution("c", "town", "unknown_backend", "ezorg", "unknown"),
                attribution("d", "town", "unknown_backend", "ezorg", "unknown"),
                attribution("e", "town", "no_mail_declared", "none", "none")));
    assertThat(
        found(),
        hasItems(
            "a status no_longer_seen ok->lookup_failed",
            "a backend no_longer_seen microsoft-365->lookup_failed",
            "b backend now_seen lookup_failed->microsoft-365",
            "c receiver moved microsoft-365->ezorg",
            "c backend no_longer_seen microsoft-365->unknown",
            "d receiver now_seen lookup_failed->ezorg",
            "d backend undecided lookup_failed->unknown",
            "e backend moved microsoft-365->no_mail_declared"));
    NetFlow microsoft =
        comparison.flows().net().stream()
            .filter(
                row ->
                    row.getSector().equals("all")
                        && row.getAxis().equals("backend")
                        && row.getValue().equals("microsoft-365"))
            .findFirst()
            .orElseThrow();
    // Of three, one went, two are no longer seen; one is seen now.
    assertThat(microsoft.getNet(), is(-1L));
    assertThat(microsoft.getSeenOut(), is(2L));
    assertThat(microsoft.getSeenIn(), is(1L));
    assertThat(microsoft.getOrganisationsAfter(), is(1L));
  }

  @Test
  void catalogueAndWorldAreTwoStepsThatChainUp() throws IOException {
    Attribution before = attribution("a", "town", "ok", "other:post.example", "other:post.example");
    Attribution again = attribution("a", "town", "ok", "ezorg", "ezorg");
    compare(
        List.of(before, attribution("b", "town", "ok", "other:post.example", "self")),
        List.of(again, attribution("b", "town", "ok", "ezorg", "self")),
        List.of(microsoft("a"), attribution("b", "town", "ok", "ezorg", "self")));
    assertThat(
        found(),
        containsInAnyOrder(
            "a receiver catalogue_changed other:post.example->ezorg",
            "a receiver moved ezorg->microsoft-365",
            "a receiver_jurisdiction catalogue_changed unknown->NL",
            "a receiver_jurisdiction moved NL->US",
            "a backend catalogue_changed other:post.example->ezorg",
            "a backend moved ezorg->microsoft-365",
            "a backend_jurisdiction catalogue_changed unknown->NL",
            "a backend_jurisdiction moved NL->US",
            "b receiver catalogue_changed other:post.example->ezorg",
            "b receiver_jurisdiction catalogue_changed unknown->NL"));
  }

  @Test
  void anotherOwnerIsAStepOfItsOwn() throws IOException {
    Attribution sold = attribution("a", "town", "ok", "ezorg", "ezorg");
    sold.setReceiverJurisdiction("US");
    sold.setBackendJurisdiction("US");
    RunComparison comparison =
        RunComparison.of(
            run(List.of(attribution("a", "town", "ok", "other:ezorg.example", "ezorg"))),
            List.of(
                new RunComparison.Again(
                    ChangeKind.CATALOGUE_CHANGED,
                    run(List.of(attribution("a", "town", "ok", "ezorg", "ezorg")))),
                new RunComparison.Again(ChangeKind.CHANGED_OWNER, run(List.of(sold)))),
            run(List.of(attribution("a", "town", "ok", "aruba", "ezorg"))),
            new RunComparison.Addresses(true, true),
            changes::add);
    assertThat(
        found(),
        containsInAnyOrder(
            "a receiver catalogue_changed other:ezorg.example->ezorg",
            "a receiver moved ezorg->aruba",
            "a receiver_jurisdiction catalogue_changed unknown->NL",
            "a receiver_jurisdiction changed_owner NL->US",
            "a receiver_jurisdiction moved US->IT",
            "a backend_jurisdiction changed_owner NL->US",
            "a backend_jurisdiction moved US->NL"));
    changes.sort(
        Comparator.comparing(
            row -> String.join("\0", row.getAxis(), row.getItem(), row.getKind())));
    assertThat(
        ComparisonInvariants.check(
                comparison.facts(), changes, comparison.flows().flows(), comparison.flows().net())
            .violated(),
        is(empty()));
  }

  @Test
  void whoIsGoneGoesFromWhatTheLaterCatalogueSays() throws IOException {
    compare(
        List.of(attribution("a", "town", "ok", "other:post.example", "self")),
        List.of(attribution("a", "town", "ok", "ezorg", "self")),
        List.of(attribution("b", "town", "nxdomain", "none", "none")));
    assertThat(
        found(),
        hasItems(
            "a receiver catalogue_changed other:post.example->ezorg",
            "a receiver gone ezorg->null",
            "a domain gone a.example->null",
            "b status appeared null->nxdomain",
            "b receiver appeared null->nxdomain"));
  }

  @Test
  void anotherDomainOrSectorIsTheListsDoing() throws IOException {
    Attribution moved = attribution("a", "town", "ok", "aruba", "aruba");
    moved.setDomain("other.example");
    RunComparison comparison =
        compare(
            List.of(microsoft("a"), microsoft("b")),
            null,
            List.of(moved, attribution("b", "school", "ok", "aruba", "microsoft-365")));
    assertThat(
        found(),
        hasItems(
            "a domain list_changed a.example->other.example",
            "a backend list_changed microsoft-365->aruba",
            "b sector list_changed town->school",
            "b receiver moved microsoft-365->aruba"));
    assertThat(
        comparison.flows().net(),
        hasItems(
            // Both are gone from the town: one to another domain's provider, one to another sector.
            net("town", "receiver", "microsoft-365")
                .setOrganisationsBefore(2)
                .setListOut(1)
                .setSectorOut(1)
                .build(),
            // It came to the schools with Microsoft, and moved there.
            net("school", "receiver", "microsoft-365")
                .setMovedOut(1)
                .setNet(-1)
                .setSectorIn(1)
                .build()));
  }

  private static Evidence line(String signal, String seen, String role, int points) {
    return new Evidence(signal, seen, "microsoft-365", role, points, "rule");
  }

  @Test
  void onlyOtherEvidenceIsToldAndNoiseIsNot() throws IOException {
    Attribution a = microsoft("a");
    a.setEvidence(
        List.of(
            line("mx", "MX 10 one.example", "receiver", 40),
            line("mx", "MX 10 two.example", "receiver", 40),
            line("dkim", "selector1 CNAME old", "backend", 25),
            line("mx-network", "one.example in AS1", "network", 0)));
    Attribution turned = microsoft("a");
    turned.setEvidence(
        List.of(
            line("note", "6 domains", "receiver", 0),
            line("mx", "MX 10 two.example", "receiver", 35),
            line("mx", "MX 10 one.example", "receiver", 40),
            line("dkim", "selector1 CNAME old", "backend", 20),
            line("note", "not answered: autodiscover", "note", 0)));
    compare(List.of(a), null, List.of(turned));
    assertThat(found(), is(empty()));

    Attribution other = microsoft("a");
    other.setEvidence(
        List.of(
            line("mx", "MX 10 one.example", "receiver", 40),
            line("mx", "MX 10 two.example", "receiver", 40),
            line("dkim", "selector1 CNAME new", "backend", 25)));
    compare(List.of(a), null, List.of(other));
    assertThat(found(), is(List.of("a backend evidence_changed microsoft-365->microsoft-365")));
    assertThat(changes.get(0).getEvidenceBefore(), hasItems("selector1 CNAME old (microsoft-365)"));
    assertThat(changes.get(0).getEvidenceAfter(), hasItems("selector1 CNAME new (microsoft-365)"));
    changes.clear();

    // Less evidence where something was not answered is no other evidence.
    Attribution lost = microsoft("a");
    lost.setEvidence(
        List.of(
            line("mx", "MX 10 one.example", "receiver", 40),
            line("mx", "MX 10 two.example", "receiver", 40),
            line("note", "not answered: dkim-selector1", "note", 0)));
    compare(List.of(a), null, List.of(lost));
    assertThat(found(), is(empty()));
  }

  @Test
  void servicesTenantsAndNetworks() throws IOException {
    Attribution was = microsoft("a");
    was.setReceiverNetworks(List.of(new Network(1L, "ONE"), new Network(2L, "TWO")));
    Attribution is = microsoft("a");
    is.setReceiverNetworks(List.of(new Network(2L, "TWO RENAMED")));
    Service teams = service("teams", "proven", "one", "two");
    RunComparison.of(
        new ComparedRun(
            "before",
            List.of(was),
            List.of(teams, service("zoom", "hint", "seen")),
            List.of(new Tenant("old", "a", "a.example"))),
        List.of(),
        new ComparedRun(
            "after",
            List.of(is),
            List.of(
                service("aws", "likely", "seen"),
                service("teams", "proven", "two", "one"),
                service("zoom", "proven", "seen")),
            List.of(new Tenant("new", "a", "a.example"))),
        new RunComparison.Addresses(true, true),
        changes::add);
    assertThat(
        found(),
        containsInAnyOrder(
            "a network moved AS1 AS2->AS2",
            "a service:aws now_seen null->likely",
            "a service:zoom moved hint->proven",
            "a tenant:new now_seen null->new",
            "a tenant:old no_longer_seen old->null"));
  }

  private static Service service(String id, String level, String... seen) {
    return new Service("a", "a.example", id, "company", "US", level, List.of(seen));
  }

  @Test
  void countriesOfServersByAnotherTableAreNotSaidToHaveMoved() throws IOException {
    Attribution was = microsoft("a");
    was.setServerCountry("NL");
    Attribution is = microsoft("a");
    is.setServerCountry("DE");
    RunComparison.of(
        run(List.of(was)),
        List.of(),
        run(List.of(is)),
        new RunComparison.Addresses(false, true),
        changes::add);
    assertThat(found(), is(List.of("a server_country table_changed NL->DE")));
    changes.clear();
    // The earlier table is not at hand: classified again without it, the country stays.
    RunComparison.of(
        run(List.of(was)),
        List.of(
            new RunComparison.Again(ChangeKind.CATALOGUE_CHANGED, run(List.of(microsoft("a"))))),
        run(List.of(is)),
        new RunComparison.Addresses(false, false),
        changes::add);
    assertThat(found(), is(List.of("a server_country table_changed NL->DE")));
  }

  @Test
  void tablesOutOfOrderAreNotCompared() {
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class,
            () -> compare(List.of(microsoft("b"), microsoft("a")), null, List.of()));
    assertThat(e.getMessage(), containsString("not in their order at a after b"));
  }

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
