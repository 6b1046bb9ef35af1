package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.wolkenkaart.cli.BenchReport.Who;
import nl.wolkenkaart.lookup.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the benchmark reads, counts and prints. */
class BenchTest {
  private static final String DNSPERF =
      """
      DNS Performance Testing Tool
      Version 2.10.0

      Statistics:

        Queries sent:         4000
        Queries completed:    3990 (99.75%)
        Queries lost:         10 (0.25%)

        Response codes:       NOERROR 3990 (100.00%)
        Run time (s):         0.060000
        Queries per second:   66500.000000

      """;

  @TempDir Path folder;

  private List<Question> read(String text) throws IOException, InterruptedException {
    return BenchQuestions.read(Files.writeString(folder.resolve("list.txt"), text));
  }

  @Test
  void readsNamesAndTypesAsDnsperfDoes() throws IOException, InterruptedException {
    assertThat(
        read("; a comment\nA.Example. mx\n\nwww.a.example\tAAAA\n. NS\n"),
        contains(
            new Question("a.example", "MX"),
            new Question("www.a.example", "AAAA"),
            new Question(".", "NS")));
  }

  @Test
  void namesTheLineThatIsNoQuestion() {
    UsageException refused =
        assertThrows(UsageException.class, () -> read("a.example MX\nb.example \u0001MX\n"));
    assertThat(
        refused.getMessage(), containsString("list.txt:2: not a name and a type: b.example \\u00"));
    assertThrows(UsageException.class, () -> read("a.example\n"));
    assertThrows(UsageException.class, () -> read("a.example MX MX\n"));
    assertThrows(UsageException.class, () -> read("a.example SPAGHETTI\n"));
    assertThrows(UsageException.class, () -> read("; nothing\n"));
    assertThrows(UsageException.class, () -> BenchQuestions.read(folder.resolve("none")));
  }

  @Test
  void writesTheFirstRoundOfEachDomainOnce() throws IOException, InterruptedException {
    Path list =
        Files.writeString(
            folder.resolve("organisations.csv"),
            "id,name,domain,sector\n1,Een,een.example,x\n2,Twee,een.example,x\n3,Drie,drie.example,x\n");
    Path file = folder.resolve("questions.txt");
    BenchQuestions.write(list, file);
    List<String> lines = Files.readAllLines(file);
    // The plan has 28 questions of a domain.
    assertThat(lines.size(), is(56));
    assertThat(lines.get(0), is("een.example MX"));
    assertThat(lines.get(28), is("drie.example MX"));
    assertThat(BenchQuestions.read(file).size(), is(56));
    assertThrows(UsageException.class, () -> BenchQuestions.write(list, file));
  }

  @Test
  void countsProcessorTimeOfAProgramThatIsOver() throws Exception {
    BenchProcess ran =
        BenchProcess.run(
            List.of("bash", "-c", "for ((i = 0; i < 300000; i++)); do :; done; echo x; exit 3"));
    assertThat(ran.exit(), is(3));
    assertThat(ran.output(), is("x\n"));
    assertThat(ran.cpuSeconds(), greaterThan(0.01));
    assertThat(ran.seconds(), greaterThan(0.01));
  }

  @Test
  void readsTheClock() throws IOException, InterruptedException {
    BenchProcess ran = BenchProcess.of(0, "said\nwolkenkaart-bench-time 2.500 1.250 0.500\n");
    assertThat(ran, is(new BenchProcess(0, "said\n", 2.5, 1.75)));
    assertThrows(IOException.class, () -> BenchProcess.of(127, "bash: nothing\n"));
  }

  @Test
  void readsWhatDnsperfSays() throws IOException, InterruptedException {
    BenchSample sample = BenchDnsperf.sample(new BenchProcess(0, DNSPERF, 9, 0.0399));
    assertThat(sample.perSecond(), closeTo(66_500, 1e-6));
    assertThat(sample.lost(), is(10L));
    // 39.9 ms for 3,990 questions.
    assertThat(sample.cpu(), closeTo(1.0, 1e-9));
    IOException refused =
        assertThrows(
            IOException.class,
            () -> BenchDnsperf.sample(new BenchProcess(1, "Error: no such file\n", 1, 1)));
    assertThat(refused.getMessage(), containsString("no such file"));
  }

  @Test
  void readsWhatTheOneShotSays() throws IOException, InterruptedException {
    String said = BenchOneShot.result(new BenchSample(400_000, 1, 1, 2));
    BenchSample sample = BenchOneShot.sample(new BenchProcess(0, said + '\n', 8, 6));
    assertThat(sample, is(new BenchSample(400_000, 8, 6, 2)));
    assertThat(sample.perSecond(), is(50_000.0));
    assertThat(sample.cpu(), is(1.5));
    assertThrows(IOException.class, () -> BenchOneShot.sample(new BenchProcess(1, said, 8, 6)));
    assertThrows(IOException.class, () -> BenchOneShot.sample(new BenchProcess(0, "Killed", 8, 6)));
  }

  @Test
  void ratiosAreMediansOfRounds() {
    BenchReport report = new BenchReport();
    // Warm to dnsperf: 0.5, 0.9, 0.8; the ratio of the medians would be 0.9.
    double[][] rounds = {{50, 100}, {90, 100}, {160, 200}};
    for (double[] round : rounds) {
      report.add(Who.WARM, new BenchSample(1_000, 1_000 / round[0], 0.02, 1));
      report.add(Who.DNSPERF, new BenchSample(1_000, 1_000 / round[1], 0.01, 5));
    }
    assertThat(report.toDnsperf(Who.WARM, BenchSample::perSecond), closeTo(0.8, 1e-9));
    assertThat(report.toDnsperf(Who.WARM, BenchSample::cpu), closeTo(2.0, 1e-9));
    assertThat(report.median(Who.WARM, BenchSample::perSecond), closeTo(90, 1e-9));
    assertThat("what dnsperf lost is not ours", report.lost(), is(3L));
    String table = print(report);
    assertThat(
        table, containsString("90               50 to 160         2.00      3         0.80"));
  }

  @Test
  void withoutDnsperfThereIsNoRatio() {
    BenchReport report = new BenchReport();
    report.add(Who.WARM, new BenchSample(1_000, 1, 0.02, 0));
    assertThat(print(report), not(containsString("1.00")));
  }

  private static String print(BenchReport report) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      report.print(out);
    }
    return said.toString(StandardCharsets.UTF_8);
  }
}
