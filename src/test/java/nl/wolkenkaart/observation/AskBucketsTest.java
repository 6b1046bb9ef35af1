package nl.wolkenkaart.observation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import nl.wolkenkaart.lookup.Answer;
import nl.wolkenkaart.lookup.AnswerStatus;
import nl.wolkenkaart.lookup.DomainAnswers;
import nl.wolkenkaart.lookup.PlannedAnswer;
import nl.wolkenkaart.lookup.Question;
import nl.wolkenkaart.lookup.ResourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskBucketsTest {
  private static final int MEBIBYTE = 1 << 20;

  @TempDir Path folder;

  private final Map<String, Consumer<DomainAnswers>> asked = new LinkedHashMap<>();
  private final List<ObservedBucket> written = new ArrayList<>();
  private final AskBuckets asking =
      new AskBuckets(
          (domain, earlier, whenDone) -> asked.put(domain, whenDone),
          new ReentrantLock(),
          4,
          written::add);

  private String file(String bucket) {
    return ObservationFiles.path(folder.toString(), bucket);
  }

  private void begin(String bucket, String... domains) throws Exception {
    asking.begin(file(bucket), new EarlierRun(Map.of(), "plan"), List.of(domains));
  }

  private void answer(String domain, int bytes) {
    Answer answer =
        new Answer(
            new Question(domain, "TXT"),
            AnswerStatus.NOERROR,
            null,
            List.of(new ResourceRecord(domain, "TXT", 60, "x".repeat(bytes))),
            List.of(),
            false,
            false,
            "192.0.2.1:53",
            1,
            Instant.EPOCH,
            1);
    asked
        .remove(domain)
        .accept(new DomainAnswers(domain, List.of(new PlannedAnswer("txt", answer)), null));
  }

  private List<String> files() {
    return written.stream()
        .map(bucket -> Path.of(bucket.getFile()).getFileName().toString())
        .toList();
  }

  @Test
  void bucketIsWrittenWhenItsLastDomainIsDoneWhileOthersGoOn() throws Exception {
    begin("0", "a.example", "slow.example");
    begin("1", "b.example");
    answer("a.example", 1);
    answer("b.example", 1);
    begin("2", "c.example");
    assertThat(files(), contains("bucket-1.avro"));
    assertThat(Files.exists(Path.of(file("0"))), is(false));
    answer("c.example", 1);
    answer("slow.example", 1);
    asking.end();
    assertThat(files().size(), is(3));
    assertThat(ObservationFiles.read(file("0")).keySet(), contains("a.example", "slow.example"));
    assertThat(written.get(0).getQuestionsByStatus(), is(Map.of("NOERROR", 1L)));
  }

  /** 97 MiB wait for one slow domain: the next bucket begins only when they are written. */
  @Test
  void whatWaitsForASlowDomainIsBounded() throws Exception {
    List<String> domains = new ArrayList<>(List.of("slow.example"));
    for (int i = 0; i < 97; i++) {
      domains.add("d%02d.example".formatted(i));
    }
    begin("0", domains.toArray(String[]::new));
    domains.stream().skip(1).forEach(domain -> answer(domain, MEBIBYTE));
    begin("1", "other.example");
    Thread resolver =
        new Thread(
            () -> {
              assertThat("waits", asked.containsKey("late.example"), is(false));
              answer("slow.example", 1);
            });
    resolver.start();
    begin("2", "late.example");
    resolver.join();
    assertThat(files(), contains("bucket-0.avro"));
    assertThat(asked.keySet(), contains("other.example", "late.example"));
  }

  @Test
  void faultOfTheProgramEndsIt() throws Exception {
    begin("0", "a.example");
    asked
        .get("a.example")
        .accept(new DomainAnswers("a.example", List.of(), new IllegalStateException("broken")));
    IllegalStateException fault = assertThrows(IllegalStateException.class, asking::end);
    assertThat(fault.getMessage(), containsString("a.example"));
    assertThat(written, is(empty()));
  }
}
