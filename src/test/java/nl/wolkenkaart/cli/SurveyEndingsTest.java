package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** How a survey ends where lookups fail or nothing is asked, and its two halves. */
class SurveyEndingsTest extends SurveyedZone {
  @Test
  void failedLookupsAreNoAbsenceAndTooManyOfThemEndWithFour() throws IOException {
    Files.writeString(list, "name,domain,sector\nBroken,broken.example,council\n");
    Ran ran = survey();
    assertThat(ran.err(), ran.exit(), is(4));
    assertThat(ran.err(), containsString("--max-failure-share"));
    assertThat(
        attributions("organisation_id", "status", "receiver", "backend"),
        contains("list.csv#2 lookup_failed unknown unknown"));
  }

  @Test
  void failuresWithinTheShareAreTold() throws IOException {
    Files.writeString(list, "name,domain,sector\nBroken,broken.example,council\n");
    assertThat(survey("--max-failure-share", 1).exit(), is(0));
  }

  @Test
  void planAsksNothing() {
    Ran ran = survey("--plan");
    assertThat(ran.exit(), is(0));
    assertThat(
        ran.out(),
        allOf(
            containsString("11 rows: 9 organisations with 8 domains, 2 rejects."),
            containsString("selector1._domainkey.{domain}"),
            containsString("{tenant}.sharepoint.com")));
    assertThat(server.answered(), is(0L));
    assertThat(Files.exists(output), is(false));
  }

  @Test
  void measureThenClassifyIntoOneFolder() throws IOException {
    Ran measured =
        Ran.with(
            "measure",
            "--organisations",
            list,
            "--resolvers",
            server.address(),
            "--rate",
            0,
            "--output",
            output);
    assertThat(measured.err(), measured.exit(), is(0));
    assertThat(Files.exists(output.resolve("tables")), is(false));
    Ran classified =
        Ran.with(
            "classify",
            "--organisations",
            list,
            "--observations",
            output.resolve("observations"),
            "--output",
            output);
    assertThat(classified.err(), classified.exit(), is(0));
    assertThat(attributions("organisation_id").size(), is(9));
  }
}
