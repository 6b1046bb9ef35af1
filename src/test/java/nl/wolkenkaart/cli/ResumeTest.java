package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.wolkenkaart.world.WorldServer;
import nl.wolkenkaart.world.ZoneFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says of a run that is taken up. */
class ResumeTest {
  @TempDir Path folder;
  private Path list;
  private Path output;
  private WorldServer server;

  @BeforeEach
  void start() throws IOException {
    list = folder.resolve("list.csv");
    output = folder.resolve("output");
    Files.writeString(
        list, "id,name,domain,sector\n1,Een,een.example,test\n2,Twee,twee.example,test\n");
    Path zone = folder.resolve("root.zone");
    Files.writeString(
        zone,
        ". IN SOA ns.world.invalid. hostmaster.world.invalid. 1 3600 600 86400 300\n"
            + "een.example. IN MX 10 mx.een.example.\n"
            + "mx.een.example. IN A 192.0.2.1\n",
        StandardCharsets.US_ASCII);
    server = WorldServer.start(ZoneFile.read(zone));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private Ran run(String command, Object... more) {
    List<Object> arguments = new ArrayList<>();
    arguments.addAll(List.of(command, "--organisations", list, "--output", output));
    arguments.addAll(List.of("--resolvers", server.address(), "--rate", "0"));
    arguments.addAll(List.of(more));
    return Ran.with(arguments.toArray());
  }

  private JsonNode manifest() throws IOException {
    return new ObjectMapper().readTree(output.resolve("run-manifest.json").toFile());
  }

  @Test
  void folderWithObservationsIsRefusedAndTheWayOutIsTold() {
    assertThat(run("measure").exit(), is(0));
    long asked = server.answered();
    for (String command : List.of("measure", "survey")) {
      Ran again = run(command);
      assertThat(again.exit(), is(2));
      assertThat(
          again.err(),
          allOf(containsString("observations of an earlier run"), containsString("--resume")));
      assertThat(again.err().lines().count(), is(1L));
    }
    assertThat(server.answered(), is(asked));
  }

  @Test
  void manifestSaysHowManyWereKept() throws IOException {
    assertThat(run("measure").exit(), is(0));
    assertThat(manifest().at("/counts/measure/domains_kept").asInt(), is(0));
    assertThat(manifest().at("/counts/measure/domains_asked").asInt(), is(2));
    assertThat(manifest().at("/options/resume").isMissingNode(), is(true));
    Files.writeString(
        list,
        "id,name,domain,sector\n1,Een,een.example,test\n2,Twee,twee.example,test\n"
            + "3,Drie,drie.example,test\n");
    Ran resumed = run("measure", "--resume");
    assertThat(resumed.err(), resumed.exit(), is(0));
    assertThat(manifest().at("/counts/measure/domains").asInt(), is(3));
    assertThat(manifest().at("/counts/measure/domains_kept").asInt(), is(2));
    assertThat(manifest().at("/counts/measure/domains_asked").asInt(), is(1));
    assertThat(manifest().at("/options/resume").asText(), is("true"));
    assertThat(resumed.out(), containsString("2 of them were kept"));
  }

  /** The descriptor of a dataset that is being measured anew describes what is no longer there. */
  @Test
  void descriptorOfTheEarlierRunGoes() {
    assertThat(run("survey").exit(), is(0));
    Path descriptor = output.resolve("datapackage.json");
    assertThat(Files.exists(descriptor), is(true));
    assertThat(run("measure", "--resume").exit(), is(0));
    assertThat(Files.exists(descriptor), is(false));
  }

  /** The other forms of the observations are of this run, or not there. */
  @Test
  void otherFormsOfTheObservationsAreWrittenAnew() throws IOException {
    assertThat(run("measure", "--buckets", "1").exit(), is(0));
    Path observations = output.resolve("observations");
    List<String> forms = List.of("bucket-0.parquet", "bucket-0.csv.gz");
    for (String form : forms) {
      Files.writeString(observations.resolve(form), "old");
      Files.writeString(observations.resolve(form + ".unfinished"), "half");
    }
    Files.writeString(observations.resolve("bucket-7.csv.gz"), "of no file");
    assertThat(run("measure", "--resume", "--buckets", "1").exit(), is(0));
    assertThat(
        List.of(observations.toFile().list()),
        containsInAnyOrder("bucket-0.avro", "bucket-0.parquet", "bucket-0.csv.gz"));
    for (String form : forms) {
      assertThat(form, Files.size(observations.resolve(form)) > 100, is(true));
    }
  }

  @Test
  void surveyTakesUpWhatMeasuringBegan() throws IOException {
    assertThat(run("measure").exit(), is(0));
    long asked = server.answered();
    Ran survey = run("survey", "--resume");
    assertThat(survey.err(), survey.exit(), is(0));
    assertThat(server.answered(), is(asked));
    String first = Files.readString(output.resolve("tables/attributions.csv"));
    assertThat(first, containsString("een.example"));
    // And once more, over its own tables.
    assertThat(run("survey", "--resume").exit(), is(0));
    assertThat(Files.readString(output.resolve("tables/attributions.csv")), equalTo(first));
  }

  @Test
  void folderThatIsNotThereYetWillDo() {
    Ran ran = run("measure", "--resume");
    assertThat(ran.err(), ran.exit(), is(0));
    assertThat(Files.isDirectory(output.resolve("observations")), is(true));
  }

  @Test
  void anotherNumberOfBucketsIsRefusedAndChangesNothing() throws IOException {
    assertThat(run("measure", "--buckets", "5").exit(), is(0));
    String before = Files.readString(output.resolve("SHA256SUMS"));
    Ran ran = run("measure", "--resume", "--buckets", "6");
    assertThat(ran.exit(), is(2));
    assertThat(
        ran.err(), allOf(containsString("spread over 5 buckets"), containsString("--buckets 5")));
    assertThat(ran.err().lines().count(), is(1L));
    assertThat(Files.readString(output.resolve("SHA256SUMS")), is(before));
    assertThat(Files.exists(output.resolve(".lock")), is(false));
    assertThat(run("measure", "--resume", "--buckets", "5").exit(), is(0));
  }

  @Test
  void halfFileIsToldAndAskedAnew() throws IOException {
    assertThat(run("measure", "--buckets", "1").exit(), is(0));
    Path file = output.resolve("observations/bucket-0.avro");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 10));
    Ran ran = run("measure", "--resume", "--buckets", "1");
    assertThat(ran.err(), ran.exit(), is(0));
    assertThat(
        ran.err(),
        allOf(
            containsString("bucket-0.avro"),
            containsString("asked anew"),
            not(containsString("	at "))));
    assertThat(manifest().at("/counts/measure/domains_kept").asInt(), is(0));
    assertThat(run("measure", "--resume", "--buckets", "1").err(), not(containsString("anew")));
  }

  @Test
  void classifyingDoesNotResume() {
    Ran ran = Ran.with("classify", "--observations", output, "--resume", "--output", output);
    assertThat(ran.exit(), is(2));
    assertThat(ran.err(), containsString("--resume"));
  }

  @Test
  void deadlineOfTheRunSpecificationIsChecked() throws IOException {
    Path run = Files.writeString(folder.resolve("run.yaml"), "deadline-seconds: 0\n");
    Ran none = run("measure", "--run", run);
    assertThat(none.exit(), is(2));
    assertThat(none.err(), containsString("deadline-seconds must be 1 or more"));
    Files.writeString(run, "deadline-seconds: 20\n");
    assertThat(run("measure", "--run", run).exit(), is(0));
    assertThat(manifest().at("/options/deadline-seconds").asInt(), is(20));
  }
}
