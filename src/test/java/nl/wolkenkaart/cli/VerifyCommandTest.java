package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.wolkenkaart.observation.DomainObservation;
import nl.wolkenkaart.observation.ObservationBuilder;
import nl.wolkenkaart.observation.ObservationFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What classify writes holds, and the exit code tells where it does not. */
class VerifyCommandTest {
  @TempDir Path folder;

  @Test
  void whatClassifyWritesHoldsUntilItIsChanged() throws IOException {
    Path list =
        Files.writeString(
            folder.resolve("list.csv"),
            """
            id,name,domain,sector
            a,Cloud,a.example,council
            b,Own,b.example,school
            c,None,c.example,school
            d,No domain,,school
            """);
    List<DomainObservation> seen =
        List.of(
            ObservationBuilder.of("a.example")
                .mx("0 a-example.mail.protection.outlook.com")
                .microsoftDkim("tenant")
                .observation(),
            ObservationBuilder.of("b.example")
                .mx("10 mail.b.example")
                .host("mail.b.example", "192.0.2.1", 64500, "NET")
                .observation(),
            ObservationBuilder.of("c.example").mx("0 .").observation());
    Path observations = Files.createDirectories(folder.resolve("observations"));
    ObservationFiles.write(ObservationFiles.path(observations.toString(), "0"), 1, seen);
    Path output = folder.resolve("output");
    Ran classified =
        Ran.with(
            "classify",
            "--organisations",
            list,
            "--observations",
            observations,
            "--run-date",
            "2026-04-28",
            "--output",
            output);
    assertThat(classified.err(), classified.exit(), is(0));

    Ran whole = Ran.with("verify", output);
    assertThat(whole.out() + whole.err(), whole.exit(), is(0));
    assertThat(whole.out(), endsWith("The dataset holds.\n"));

    Path table = output.resolve("tables/attributions.parquet");
    byte[] bytes = Files.readAllBytes(table);
    bytes[bytes.length / 2] ^= 1;
    Files.write(table, bytes);
    Ran changed = Ran.with("verify", output);
    assertThat(changed.err(), changed.exit(), is(3));
    assertThat(changed.out(), containsString("tables/attributions.parquet is not as it was"));
  }

  @Test
  void aFolderThatIsNotThereIsNoDataset() {
    Ran ran = Ran.with("verify", folder.resolve("absent"));
    assertThat(ran.exit(), is(2));
    assertThat(ran.err(), containsString("absent: no such folder of a dataset"));
  }
}
