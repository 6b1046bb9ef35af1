package nl.wolkenkaart.observation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.arrayContaining;
import static org.hamcrest.Matchers.emptyArray;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.specific.SpecificDatumReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObservationFilesTest {
  @TempDir Path folder;

  private static DomainObservation observation(String domain) {
    return Observations.of(
        domain,
        "1-abc",
        List.of(
            ObservationsTest.answer("mx", domain, "MX", "10 mx." + domain),
            ObservationsTest.answer("txt", domain, "TXT", "\"\\226\\130\\172 \\000\"")));
  }

  static List<DomainObservation> read(File file) throws IOException {
    List<DomainObservation> all = new ArrayList<>();
    try (DataFileReader<DomainObservation> reader =
        new DataFileReader<>(file, new SpecificDatumReader<>(DomainObservation.class))) {
      assertThat(reader.getMetaString("avro.codec"), is("zstandard"));
      reader.forEach(all::add);
    }
    return all;
  }

  @Test
  void writtenAndReadIsTheSame() throws IOException {
    List<DomainObservation> all = List.of(observation("a.example"), observation("b.example"));
    String path = ObservationFiles.path(folder.toString(), "07");
    assertThat(path, is(folder + "/bucket-07.avro"));
    ObservationFiles.write(path, 64, all);
    assertThat(read(new File(path)), equalTo(all));
  }

  @Test
  void emptyBucketIsAFileToo() throws IOException {
    String path = ObservationFiles.path(folder.toString(), "00");
    ObservationFiles.write(path, 64, List.of());
    assertThat(read(new File(path)), equalTo(List.of()));
  }

  @Test
  void recordThatCannotBeWrittenLeavesNoFile() {
    DomainObservation broken = observation("b.example");
    broken.getAnswers().get(0).setName(null);
    assertThrows(
        Exception.class,
        () ->
            ObservationFiles.write(
                ObservationFiles.path(folder.toString(), "07"),
                64,
                List.of(observation("a.example"), broken)));
    assertThat(folder.toFile().list(), is(emptyArray()));
  }

  @Test
  void recordThatCannotBeWrittenLeavesTheOldFile() throws IOException {
    String path = ObservationFiles.path(folder.toString(), "07");
    ObservationFiles.write(path, 64, List.of(observation("a.example")));
    DomainObservation broken = observation("b.example");
    broken.setPlan(null);
    assertThrows(Exception.class, () -> ObservationFiles.write(path, 64, List.of(broken)));
    assertThat(read(new File(path)), equalTo(List.of(observation("a.example"))));
    assertThat(folder.toFile().list(), is(arrayContaining("bucket-07.avro")));
  }
}
