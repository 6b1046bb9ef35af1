package nl.wolkenkaart.table;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.wolkenkaart.statistics.InvariantReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunManifestTest {
  @TempDir Path folder;

  @Test
  void everySectionIsThereWithItsKeysSorted() throws Exception {
    Path input = Files.writeString(folder.resolve("list.csv"), "abc");
    Path file = folder.resolve("run-manifest.json");
    new RunManifest()
        .program("wolkenkaart", "0.1.0")
        .command("classify", Map.of("runner", "direct", "as-of", "2026-11-22"))
        .runDate(LocalDate.of(2026, 11, 22))
        .input(input)
        .catalogue("c0ffee")
        .plan("1-abcd")
        .resolvers(List.of("192.0.2.2:53", "192.0.2.1:53"))
        .runner("direct")
        .libraries(Map.of("beam", "2.70.0"))
        .count("read", "rows", 15)
        .count("read", "rejects", 2)
        .questions(Map.of("TIMEOUT", 1L, "NOERROR", 3L), 0.25)
        .seconds("classify", 1.5)
        .invariants(
            new InvariantReport(ImmutableList.of("it holds"), ImmutableList.of("1 is not 2")))
        .write(file);
    assertThat(
        Files.readString(file),
        is(
            """
            {
              "catalogue" : "c0ffee",
              "command" : "classify",
              "counts" : {
                "read" : {
                  "rejects" : 2,
                  "rows" : 15
                }
              },
              "failure_share" : 0.25,
              "inputs" : [
                {
                  "bytes" : 3,
                  "file" : "FOLDER/list.csv",
                  "sha256" : "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
                }
              ],
              "invariants" : {
                "held" : [
                  "it holds"
                ],
                "violated" : [
                  "1 is not 2"
                ]
              },
              "libraries" : {
                "beam" : "2.70.0"
              },
              "options" : {
                "as-of" : "2026-11-22",
                "runner" : "direct"
              },
              "plan" : "1-abcd",
              "program" : {
                "name" : "wolkenkaart",
                "version" : "0.1.0"
              },
              "questions" : {
                "NOERROR" : 3,
                "TIMEOUT" : 1
              },
              "resolvers" : [
                "192.0.2.2:53",
                "192.0.2.1:53"
              ],
              "run_date" : "2026-11-22",
              "runner" : "direct",
              "seconds" : {
                "classify" : 1.5
              }
            }
            """
                .replace("FOLDER", folder.toString())));
  }

  @Test
  void whatWasNotFilledInIsLeftOut() {
    assertThat(new RunManifest().runner("flink").toJson(), is("{\n  \"runner\" : \"flink\"\n}\n"));
  }

  @Test
  void aMissingInputIsAnError() {
    assertThrows(
        NoSuchFileException.class, () -> new RunManifest().input(folder.resolve("no.csv")));
  }

  @Test
  void theVersionsOfTheLibrariesAreKnown() {
    Map<String, String> versions = Libraries.versions();
    assertThat(
        versions.keySet(),
        containsInAnyOrder("avro", "beam", "dnsjava", "java", "parquet", "zstd-jni"));
    versions.values().forEach(v -> assertThat(v, matchesPattern("[0-9]+\\.[0-9].*")));
    assertThat(Libraries.ofMaven("no.such", "library"), is("unknown"));
  }
}
