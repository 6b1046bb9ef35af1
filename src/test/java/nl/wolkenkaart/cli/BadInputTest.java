package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be done as it was asked ends with one clear line, exit 2 and nothing written. */
class BadInputTest {
  @TempDir Path folder;
  private Path list;
  private Path output;

  @BeforeEach
  void writeList() throws IOException {
    list = folder.resolve("list.csv");
    output = folder.resolve("output");
    Files.writeString(list, "id,name,domain,sector\n1,Een,een.example,test\n");
  }

  private Ran survey(Object... more) {
    Object[] arguments = new Object[5 + more.length];
    Object[] common = {"survey", "--organisations", list, "--output", output};
    System.arraycopy(common, 0, arguments, 0, common.length);
    System.arraycopy(more, 0, arguments, common.length, more.length);
    return Ran.with(arguments);
  }

  private void refused(Ran ran, Matcher<String> line) {
    assertThat(ran.err(), ran.exit(), is(2));
    assertThat(ran.err(), line);
    assertThat("one line: " + ran.err(), ran.err().lines().count(), is(1L));
    assertThat("nothing half written", Files.exists(output), is(false));
  }

  @Test
  void missingFile() {
    list = folder.resolve("elsewhere.csv");
    refused(survey(), allOf(containsString("elsewhere.csv"), containsString("no such file")));
  }

  @Test
  void headerWithoutTheNeededColumns() throws IOException {
    Files.writeString(list, "id,label\n1,Een\n");
    refused(survey(), allOf(containsString("list.csv"), containsString("domain")));
  }

  @Test
  void emptyList() throws IOException {
    Files.writeString(list, "");
    refused(survey(), containsString("is empty"));
  }

  @Test
  void headerWithoutRows() throws IOException {
    Files.writeString(list, "id,name,domain,sector\n");
    refused(survey(), containsString("no row"));
  }

  @Test
  void unknownResolver() {
    // A label of 64 octets is refused by the machine's own resolver library, without a question.
    String noHost = "x".repeat(64) + ".invalid";
    refused(survey("--resolvers", noHost), containsString("unknown resolver"));
    refused(survey("--resolvers", "127.0.0.1:99999"), containsString("not a resolver"));
  }

  @Test
  void allProblemsAtOnce() {
    refused(
        survey(
            "--runner",
            "abacus",
            "--rate",
            "-1",
            "--run-date",
            "yesterday",
            "--buckets",
            "0",
            "--min-cell",
            "-1"),
        allOf(
            containsString("abacus"),
            containsString("rate"),
            containsString("yesterday"),
            containsString("the smallest cell must be 0 or more organisations, is -1"),
            containsString("buckets")));
  }

  @Test
  void unknownOptionAndUnknownCommand() {
    refused(survey("--colour", "blue"), containsString("--colour"));
    refused(Ran.with("paint"), containsString("paint"));
  }

  @Test
  void noListAndNoFolder() {
    refused(Ran.with("survey", "--output", output), containsString("--organisations"));
    refused(Ran.with("survey", "--organisations", list), containsString("--output"));
  }

  @Test
  void runSpecificationThatDoesNotExistOrIsNone() throws IOException {
    refused(survey("--run", folder.resolve("run.yaml")), containsString("no such run"));
    Path run = Files.writeString(folder.resolve("run.yaml"), "speed: 9\n");
    refused(survey("--run", run), allOf(containsString("run.yaml"), containsString("speed")));
    Files.writeString(run, "without-questions: [mx, breakfast]\n");
    refused(survey("--run", run), containsString("breakfast"));
  }

  @Test
  void tableOfAddressesThatIsNone() {
    refused(survey("--addresses", list), containsString("list.csv: is no table of addresses"));
    refused(
        survey("--addresses", folder.resolve("no.mmdb"), "--rate", "-1"),
        allOf(containsString("no.mmdb"), containsString("rate")));
  }

  @Test
  void folderWithAnEarlierRun() throws IOException {
    Files.createDirectories(output.resolve("tables"));
    Ran ran = survey();
    assertThat(ran.exit(), is(2));
    assertThat(ran.err(), containsString("is in use"));
    assertThat(Files.exists(output.resolve("observations")), is(false));
  }

  @Test
  void folderThatAnotherRunHolds() throws IOException {
    Files.createDirectories(output);
    try (FileChannel channel =
            FileChannel.open(
                output.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid(), is(true));
      Ran ran = survey();
      assertThat(ran.exit(), is(2));
      assertThat(ran.err(), containsString("in use by another run"));
    }
  }

  @Test
  void outputThatIsAFile() throws IOException {
    Files.writeString(output, "here already");
    Ran ran = survey();
    assertThat(ran.exit(), is(2));
    assertThat(ran.err(), containsString("is a file"));
    assertThat(Files.readString(output), is("here already"));
  }

  @Test
  void observationsThatAreNotThere() {
    Ran ran =
        Ran.with(
            "classify",
            "--organisations",
            list,
            "--observations",
            folder.resolve("none"),
            "--output",
            output);
    refused(ran, containsString("no such folder"));
  }
}
