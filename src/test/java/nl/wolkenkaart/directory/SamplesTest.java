package nl.wolkenkaart.directory;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Registers as they were published, in a folder that the environment names and that is no part of
 * the project.
 */
class SamplesTest {
  private static final String VARIABLE = "WOLKENKAART_SAMPLES";
  private static final LocalDate DATE = LocalDate.of(2026, 11, 22);

  private static Path sample(String file) {
    String folder = System.getenv(VARIABLE);
    assumeTrue(folder != null, "the sample registers are not here: " + VARIABLE + " is not set");
    Path path = Path.of(folder, file);
    assumeTrue(Files.isReadable(path), "there is no sample " + path);
    return path;
  }

  private static OrganisationLists lists(String... files) {
    return new OrganisationLists(
        Stream.of(files)
            .map(file -> RegisterInput.of(sample(file).toString(), ""))
            .collect(ImmutableList.toImmutableList()),
        DATE);
  }

  @ParameterizedTest
  @CsvSource({
    "roo-export-2026-05.xml.gz, 7208, 5490, 0, 1718, 5468",
    "roo-organisations-2026-05.csv, 7208, 5490, 0, 1718, 5468",
    "roo-export-fixture.xml, 5, 4, 0, 1, 3",
    "duo-basisonderwijs.csv, 6804, 6804, 0, 0, 6804",
    "websiteregister-file-met-1-site.ods, 1, 1, 0, 0, 1",
    "websiteregister-file-met-2-sites.ods, 2, 2, 0, 0, 2",
    "domains-2022-05.csv, 2461, 732, 1729, 0, 2461",
    "rio-sample.ndjson, 16, 9, 7, 0, 16",
    "universities-nl.json, 48, 48, 0, 0, 48",
  })
  void eachRowIsAccountedFor(
      String file, long rows, long organisations, long joined, long ended, long withoutEnd)
      throws IOException {
    DirectoryCounts counts = lists(file).read(o -> {}, r -> {}, line -> {});
    assertThat(counts.total("rows"), is(rows));
    assertThat(counts.total("organisations"), is(organisations));
    assertThat(counts.total("joined"), is(joined));
    assertThat(counts.total("ended"), is(ended));
    assertThat(counts.total("without_end"), is(withoutEnd));
    assertThat(counts.total("rejects"), is(0L));
  }

  @Test
  void allTogetherAreOneListInWhichNoOrganisationStandsTwice() throws IOException {
    Set<String> ids = new HashSet<>();
    DirectoryCounts counts =
        lists(
                "roo-export-2026-05.xml.gz",
                "roo-organisations-2026-05.csv",
                "rio-sample.ndjson",
                "websiteregister-file-met-2-sites.ods",
                "domains-2022-05.csv",
                "duo-basisonderwijs.csv",
                "universities-nl.json")
            .read(
                o -> assertThat(o.getOrganisationId(), ids.add(o.getOrganisationId())),
                r -> {},
                line -> {});
    assertThat(counts.files().get("roo-organisations-2026-05.csv").get("joined"), is(5490L));
    assertThat(counts.files().get("rio-sample.ndjson").get("joined"), is(16L));
    assertThat(counts.total("sectors/ministry"), is(12L));
  }
}
