package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.wolkenkaart.world.WorldServer;
import nl.wolkenkaart.world.ZoneFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same observations under the owners of two days differ by what changed hands between them. */
class OwnersCommandTest {
  private static final String LIST =
      """
      id,name,domain,sector
      a,A,zivver-a.example,council
      b,B,horizon-b.example,council
      c,C,cloud-c.example,council
      """;

  private static final String ZONE =
      """
      $ORIGIN .
      $TTL 3600
      zivver-a.example. IN MX 0 zivver-a-example.mail.protection.outlook.com.
      zivver-a.example. IN TXT "v=spf1 include:_spf.zivver.com -all"
      horizon-b.example. IN MX 10 mx01.hornetsecurity.com.
      cloud-c.example. IN MX 0 cloud-c-example.mail.protection.outlook.com.
      """;

  @TempDir Path folder;

  private List<String> table(String run, String table) throws IOException {
    return Files.readAllLines(folder.resolve(run + "/tables/" + table + ".csv"));
  }

  private List<String> onlyIn(String one, String other, String table) throws IOException {
    List<String> lines = new ArrayList<>(table(one, table));
    lines.removeAll(table(other, table));
    return lines;
  }

  @Test
  void twoDaysDifferByWhatChangedHandsBetweenThem() throws IOException {
    Path list = Files.writeString(folder.resolve("list.csv"), LIST);
    Path zone = Files.writeString(folder.resolve("zone"), ZONE);
    Path seen = folder.resolve("seen");
    try (WorldServer server = WorldServer.start(ZoneFile.read(zone), Map.of(), 0)) {
      Ran measured =
          Ran.with(
              "measure",
              "--organisations",
              list,
              "--resolvers",
              server.address(),
              "--rate",
              0,
              "--run-date",
              "2026-11-22",
              "--buckets",
              1,
              "--output",
              seen);
      assertThat(measured.err(), measured.exit(), is(0));
    }
    for (String day : List.of("2025-01-01", "2026-11-22")) {
      Ran classified =
          Ran.with(
              "classify",
              "--organisations",
              list,
              "--observations",
              seen.resolve("observations"),
              "--run-date",
              "2026-11-22",
              "--as-of",
              day,
              "--output",
              folder.resolve(day));
      assertThat(classified.err(), classified.exit(), is(0));
      assertThat(
          Files.readString(folder.resolve(day + "/run-manifest.json")),
          containsString("\"ownership_as_of\" : \"" + day + '"'));
    }
    assertThat(
        onlyIn("2025-01-01", "2026-11-22", "exposures"),
        contains(
            "a,sender,zivver,NL,zivver,zivver,documented,\"[\"\"SPF include:_spf.zivver.com\"\"]\"",
            "b,gateway,hornetsecurity,DE,hornetsecurity,hornetsecurity,documented,"
                + "\"[\"\"MX 10 mx01.hornetsecurity.com\"\"]\""));
    assertThat(
        onlyIn("2026-11-22", "2025-01-01", "exposures").stream()
            .map(line -> line.substring(0, line.indexOf(",documented")))
            .toList(),
        contains(
            "a,sender,zivver,US,zivver,kiteworks",
            "b,gateway,hornetsecurity,US,hornetsecurity,thoma-bravo"));
    assertThat(
        onlyIn("2026-11-22", "2025-01-01", "server_law"),
        contains("all,receiver,unknown,US,3,3,1", "council,receiver,unknown,US,3,3,1"));
    assertThat(onlyIn("2026-11-22", "2025-01-01", "tenants"), is(List.of()));

    Ran owners =
        Ran.with(
            "owners",
            "--from",
            "2025-01-01",
            "--to",
            "2026-11-22",
            "--tables",
            folder.resolve("2026-11-22"));
    assertThat(owners.err(), owners.exit(), is(0));
    assertThat(
        owners.out(),
        allOf(
            containsString("zivver: NL (zivver) -> US (kiteworks)\n  from 2025-09-16 (reported)"),
            containsString("  sender of 1: a\n  service zivver of 1: a\n"),
            containsString("hornetsecurity: DE (hornetsecurity) -> US (thoma-bravo)"),
            containsString("  gateway of 1: b\n"),
            containsString("https://www.captaindns.com/"),
            not(containsString("microsoft"))));
  }

  @Test
  void aDayThatIsNone() {
    Ran ran = Ran.with("owners", "--from", "yesterday", "--to", "2026-11-22");
    assertThat(ran.exit(), is(ExitCode.USAGE));
    assertThat(ran.err(), containsString("yesterday"));
  }

  @Test
  void aDayForARunThatIsNone() {
    Ran ran =
        Ran.with(
            "classify",
            "--organisations",
            folder,
            "--observations",
            folder,
            "--as-of",
            "2025-13-01",
            "--output",
            folder.resolve("x"));
    assertThat(ran.exit(), is(ExitCode.USAGE));
    assertThat(ran.err(), containsString("--as-of"));
  }
}
