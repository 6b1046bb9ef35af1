package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.wolkenkaart.observation.ObservationFiles;
import nl.wolkenkaart.provider.CatalogueSource;
import org.junit.jupiter.api.Test;

/** A catalogue of one's own, on the command line and in a run specification. */
class CatalogueOptionTest extends ComparedRuns {
  private Path observations() throws IOException {
    Path observations = Files.createDirectories(folder.resolve("observations"));
    ObservationFiles.write(
        ObservationFiles.path(observations.toString(), "0"),
        1,
        List.of(at("b.example", "10 mx1.postduif.example")));
    return observations;
  }

  @Test
  void aFaultyCatalogueIsNamedWithAllItsFaults() throws IOException {
    Path list = Files.writeString(folder.resolve("list.csv"), HEADER + "a,A,a.example,town\n");
    Path companies = catalogue.resolve("companies.yaml");
    Files.writeString(companies, Files.readString(companies).replace("\"zz-post\"", "\"zz-past\""));
    Files.delete(catalogue.resolve("corrections/index.yaml"));
    Path observations = Files.createDirectories(folder.resolve("observations"));
    Ran ran =
        Ran.with(
            "classify",
            "--organisations",
            list,
            "--observations",
            observations,
            "--catalogue",
            catalogue,
            "--output",
            folder.resolve("out"));
    assertThat(ran.exit(), is(2));
    assertThat(
        ran.err(),
        allOf(
            containsString("unknown company zz-post"),
            containsString("corrections/index.yaml: there is no such file"),
            not(containsString("Exception"))));
    assertThat(Files.exists(folder.resolve("out")), is(false));
  }

  @Test
  void explainTakesACatalogueToo() throws IOException {
    Ran ran =
        Ran.with(
            "explain", "--observations", observations(), "--catalogue", catalogue, "b.example");
    assertThat(ran.err(), ran.exit(), is(0));
    assertThat(ran.out(), containsString("zz-post"));
  }

  @Test
  void aRunSpecificationNamesOneBesideItAndTheManifestTellsItsHash() throws IOException {
    Path list = Files.writeString(folder.resolve("list.csv"), HEADER + "b,B,b.example,town\n");
    Path run =
        Files.writeString(
            folder.resolve("run.yaml"), "catalogue: catalogue\nrun-date: 2026-04-28\n");
    Path output = folder.resolve("out");
    Ran ran =
        Ran.with(
            "classify",
            "--run",
            run,
            "--organisations",
            list,
            "--observations",
            observations(),
            "--output",
            output);
    assertThat(ran.err(), ran.exit(), is(0));
    assertThat(
        Files.readString(output.resolve("tables/attributions.csv")), containsString("zz-post"));
    String manifest = Files.readString(output.resolve("run-manifest.json"));
    assertThat(manifest, containsString("\"catalogue\" : \"" + catalogue + "\""));
    assertThat(manifest, not(containsString(CatalogueSource.embedded().catalogue().hash())));
  }
}
