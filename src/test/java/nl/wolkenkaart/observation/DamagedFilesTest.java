package nl.wolkenkaart.observation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that a kill or somebody's hand has left. */
class DamagedFilesTest {
  private static final Logger LOG = Logger.getLogger(EarlierRun.class.getName());

  @TempDir Path folder;
  private Path file;
  private byte[] whole;

  /** Hundreds of warnings are asked for here. */
  @BeforeAll
  static void beQuiet() {
    LOG.setLevel(Level.OFF);
  }

  @AfterAll
  static void beLoud() {
    LOG.setLevel(null);
  }

  @BeforeEach
  void write() throws IOException {
    List<DomainObservation> observations = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      observations.add(ObservationBuilder.of("d%02d.nl".formatted(i)).mx("10 mx.nl").observation());
    }
    file = Path.of(ObservationFiles.path(folder.toString(), "07"));
    ObservationFiles.write(file.toString(), 64, observations);
    whole = Files.readAllBytes(file);
  }

  private EarlierRun earlier() throws IOException {
    return EarlierRun.read(file.toString(), "test");
  }

  @Test
  void wholeFileIsReadAsItWasWritten() throws Exception {
    assertThat(earlier().observations(), is(aMapWithSize(50)));
    assertThat(
        earlier().complete("d07.nl"),
        equalTo(Optional.of(ObservationBuilder.of("d07.nl").mx("10 mx.nl").observation())));
    assertThat(ObservationFiles.buckets(file.toString()).getAsInt(), is(64));
  }

  @Test
  void answersSurviveTheWayThroughAFile() {
    DomainObservation observation =
        ObservationBuilder.of("a.nl")
            .mx("10 mx.nl", "20 mx2.nl")
            .chain("autodiscover", "autodiscover.a.nl", "A", List.of("b.nl"), "192.0.2.1")
            .failed("SERVFAIL", "txt")
            .observation();
    DomainObservation sorted = Observations.of("a.nl", "test", Observations.answers(observation));
    assertThat(Observations.of("a.nl", "test", Observations.answers(sorted)), equalTo(sorted));
    assertThat(sorted.getAnswers().size(), is(observation.getAnswers().size()));
    assertThat(Observations.isComplete(sorted), is(false));
    assertThat(Observations.isComplete(ObservationBuilder.of("a.nl").observation()), is(true));
  }

  /** Wherever it is cut, that is told, and none of it used. */
  @Test
  void fileCutAnywhereIsDamagedAndNeverACrash() throws IOException {
    for (int length = 0; length < whole.length; length += 1 + length / 40) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThrows(
          DamagedFileException.class,
          () -> ObservationFiles.read(file.toString()),
          "cut at " + length);
      assertThat("cut at " + length, earlier().observations().size(), is(0));
    }
  }

  @Test
  void byteThatTurnedIsNoCrashAndNoAnswer() throws IOException {
    Map<String, DomainObservation> before = earlier().observations();
    for (int place = 0; place < whole.length; place += 1 + place / 40) {
      byte[] turned = whole.clone();
      turned[place] ^= 0x55;
      Files.write(file, turned);
      assertThat(
          "turned at " + place,
          earlier().observations(),
          is(oneOf(Map.<String, DomainObservation>of(), before)));
    }
  }

  @Test
  void damageIsToldWithTheFileAndTheReason() throws IOException {
    Files.writeString(file, "not Avro at all, and long enough for a header of four bytes");
    DamagedFileException damaged =
        assertThrows(DamagedFileException.class, () -> ObservationFiles.read(file.toString()));
    assertThat(damaged.getMessage(), containsString("bucket-07.avro: is no whole file"));
  }

  @Test
  void statusThatThisProgramDoesNotKnowIsDamage() throws IOException {
    DomainObservation strange = ObservationBuilder.of("a.nl").failed("PERHAPS", "mx").observation();
    ObservationFiles.write(file.toString(), 64, List.of(strange));
    assertThat(earlier().observations(), is(new TreeMap<>()));
  }

  @Test
  void noFileIsNoEarlierRun() throws IOException {
    Files.delete(file);
    assertThat(earlier().observations(), is(aMapWithSize(0)));
    assertThat(earlier().answers("d01.nl"), is(empty()));
  }

  @Test
  void answersToAnotherPlanAreNotKept() throws IOException {
    EarlierRun otherPlan = EarlierRun.read(file.toString(), "2-abc");
    assertThat(otherPlan.complete("d07.nl"), is(Optional.empty()));
    assertThat(otherPlan.answers("d07.nl"), is(empty()));
  }

  @Test
  void leftoversAreNeitherReadNorKept() throws IOException {
    Files.writeString(folder.resolve("bucket-07.avro.unfinished"), "half");
    Files.writeString(folder.resolve("bucket-09.avro.unfinished"), "half");
    Files.copy(file, folder.resolve("bucket-08.avro"));
    Files.writeString(folder.resolve("notes.txt"), "somebody's");
    assertThat(
        ObservationNames.whole(folder.toString()).stream()
            .map(f -> Path.of(f).getFileName())
            .toList(),
        contains(Path.of("bucket-07.avro"), Path.of("bucket-08.avro")));
    assertThat(
        folder
            .getFileSystem()
            .getPathMatcher("glob:" + ObservationFiles.pattern(folder.toString()))
            .matches(folder.resolve("bucket-07.avro.unfinished")),
        is(false));
    ObservationNames.deleteAllBut(folder.toString(), List.of(file.toString()));
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(
          left.map(path -> path.getFileName().toString()).sorted().toList(),
          contains("bucket-07.avro", "notes.txt"));
    }
  }

  @Test
  void anotherNumberOfBucketsIsRefused() throws IOException {
    assertThat(EarlierRun.refuses(folder.toString(), 64), is(Optional.empty()));
    assertThat(
        EarlierRun.refuses(folder.toString(), 32).get(),
        is("its domains are spread over 64 buckets, not 32; resume with --buckets 64"));
    assertThat(EarlierRun.refuses(folder + "/none", 32), is(Optional.empty()));
    // What has no header will be asked anew, whatever it was.
    Files.write(file, new byte[3]);
    assertThat(EarlierRun.refuses(folder.toString(), 32), is(Optional.empty()));
  }
}
