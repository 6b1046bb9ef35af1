package nl.wolkenkaart.statistics;

import static nl.wolkenkaart.statistics.Rows.attribution;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import nl.wolkenkaart.provider.Attribution;
import org.junit.jupiter.api.Test;

/** Two small runs, compared by hand. */
class RunComparisonTest extends TwoRuns {
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

  @Test
  void tablesOutOfOrderAreNotCompared() {
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class,
            () -> compare(List.of(microsoft("b"), microsoft("a")), null, List.of()));
    assertThat(e.getMessage(), containsString("not in their order at a after b"));
  }
}
