package nl.wolkenkaart.statistics;

import static nl.wolkenkaart.statistics.Rows.attribution;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import java.util.ArrayList;
import java.util.List;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Evidence;
import nl.wolkenkaart.provider.Posture;
import org.junit.jupiter.api.Test;

class NotMeasuredTest {
  private static List<String> town(String axis) {
    return Rows.published(Rows.town(), 0).notMeasured().stream()
        .filter(row -> row.getSector().equals("town") && row.getAxis().equals(axis))
        .map(row -> row.getReason() + " " + row.getOrganisations())
        .toList();
  }

  private static List<String> gaps(Attribution row) {
    List<String> gaps = new ArrayList<>();
    Gaps.of(row, (axis, reason) -> gaps.add(axis + " " + reason));
    return gaps;
  }

  @Test
  void theTown() {
    assertThat(town("mail"), contains("lookup_failed 2"));
    assertThat(
        town("receiver"),
        contains("conflict 1", "lookup_failed 2", "no_mail_declared 1", "nxdomain 1"));
    assertThat(
        town("backend"),
        contains("conflict 1", "lookup_failed 2", "no_mail_declared 1", "nxdomain 1", "unknown 1"));
    assertThat(
        town("backend_jurisdiction"),
        contains(
            "conflict 1",
            "lookup_failed 2",
            "no_mail_declared 1",
            "nxdomain 1",
            "operator_unknown 1"));
    assertThat(town("service"), contains("lookup_failed 2", "no_mail_declared 1", "nxdomain 1"));
    assertThat(
        town("server_country"),
        contains("lookup_failed 2", "no_mail_declared 1", "no_place 9", "nxdomain 1"));
    assertThat(town("dns_provider"), contains("nxdomain 1", "unknown 12"));
    assertThat(town("spf"), contains("not_answered 12", "nxdomain 1"));
    assertThat(town("population"), contains("not_told 13"));
    // 2 of 13.
    assertThat(
        Rows.published(Rows.town(), 0).notMeasured(),
        hasItem(equalTo(new NotMeasured("all", "mail", "lookup_failed", 2L, 13L, 0.153846))));
  }

  @Test
  void whatWasNeverAskedIsNotWhatWasNotAnswered() {
    Attribution none = attribution("i", "s", "no_domain", "none", "none");
    none.setPopulation(3L);
    assertThat(
        gaps(none).stream().map(gap -> gap.substring(gap.indexOf(' ') + 1)).distinct().toList(),
        contains("no_domain"));
    assertThat(gaps(none).size(), is(Gaps.AXES.size() - 1));
    Attribution unseen = attribution("i", "s", "lookup_failed", "unknown", "unknown");
    unseen.setRule("not-observed");
    unseen.setPopulation(3L);
    assertThat(
        gaps(unseen).stream().map(gap -> gap.substring(gap.indexOf(' ') + 1)).distinct().toList(),
        contains("not_observed"));
  }

  @Test
  void anOperatorIsKnownWhoseSeatIsNot() {
    Attribution row = attribution("i", "s", "ok", "other:x.example", "unlisted");
    assertThat(gaps(row), hasItem("receiver_jurisdiction seat_unknown"));
    assertThat(gaps(row), hasItem("backend_jurisdiction seat_unknown"));
  }

  @Test
  void aPlaceThatIsUncertainIsNotOneThatNobodyLookedUp() {
    Attribution row = attribution("i", "s", "ok", "self", "self");
    assertThat(gaps(row), hasItem("server_country no_place"));
    row.setEvidence(List.of(new Evidence("note", "x", null, "note", 0, "server-country")));
    assertThat(gaps(row), hasItem("server_country place_uncertain"));
  }

  @Test
  void whereAllIsMeasuredThereIsNoRow() {
    Attribution row = attribution("i", "s", "ok", "microsoft-365", "microsoft-365");
    row.setServerCountry("NL");
    row.setDnsProvider("self");
    row.setWebProvider("self");
    row.setPopulation(0L);
    row.setPosture(
        Posture.newBuilder()
            .setSpf("ok")
            .setDmarc("none")
            .setMtaSts(false)
            .setTlsRpt(false)
            .setTlsa(false)
            .setDane(false)
            .setDnssec(true)
            .build());
    assertThat(gaps(row), is(empty()));
  }
}
