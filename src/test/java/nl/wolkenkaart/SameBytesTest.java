package nl.wolkenkaart;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.wolkenkaart.directory.Buckets;
import nl.wolkenkaart.directory.Organisation;
import nl.wolkenkaart.directory.OrganisationLists;
import nl.wolkenkaart.directory.RegisterInput;
import nl.wolkenkaart.directory.sources.Registers;
import nl.wolkenkaart.observation.DomainObservation;
import nl.wolkenkaart.observation.ObservationBuilder;
import nl.wolkenkaart.observation.ObservationFiles;
import nl.wolkenkaart.provider.CatalogueSource;
import nl.wolkenkaart.provider.Corrections;
import nl.wolkenkaart.provider.Scenario;
import nl.wolkenkaart.table.Checksums;
import nl.wolkenkaart.table.ReadTable;
import nl.wolkenkaart.table.RunFolder;
import nl.wolkenkaart.table.TableFormat;
import nl.wolkenkaart.table.Tables;
import org.apache.avro.file.DataFileStream;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same observations give the same bytes, however they are spread, in whatever order they and
 * the lists come, and wherever the machine stands.
 */
class SameBytesTest {
  /** What is supposed of all, so that the tables of scenarios have rows. */
  private static final Scenario SOVERIN =
      new Scenario(
          "soverin",
          "All move",
          "Allen verhuizen",
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(
              new Scenario.Move(
                  null, null, null, "microsoft-365", null, ImmutableList.of(), "soverin")),
          ImmutableList.of());

  private static final LocalDate DATE = LocalDate.of(2026, 4, 28);

  private static final int ORGANISATIONS = 120;

  private final Locale locale = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();

  @TempDir Path folder;

  @AfterEach
  void comeHome() {
    Locale.setDefault(locale);
    TimeZone.setDefault(zone);
  }

  /** A domain of each sort in turn; every third one is at a receiver that no catalogue has. */
  private static DomainObservation observation(int i) {
    String domain = "info" + i + ".example";
    ObservationBuilder seen = ObservationBuilder.of(domain);
    switch (i % 6) {
      case 0 ->
          seen.mx("0 " + domain.replace('.', '-') + ".mail.protection.outlook.com")
              .microsoftDkim("tenant" + i % 4)
              .txt("v=spf1 include:spf.protection.outlook.com -all", "MS=ms" + i);
      case 1 -> seen.mx("10 mx1.filtered" + i + ".pphosted.com").microsoftDkim("tenant" + i % 4);
      case 2 ->
          seen.mx("10 mx.unlisted.example").host("mx.unlisted.example", "192.0.2.7", 64500, "İLK");
      case 3 -> seen.mx("10 mail." + domain).host("mail." + domain, "198.51.100.7", 64501, "OWN");
      case 4 -> seen.mx("0 .");
      default -> seen.failed("TIMEOUT", "mx");
    }
    return seen.observation();
  }

  private static List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < ORGANISATIONS; i++) {
      // Capitals, whose small letters in Turkish are not those of DNS.
      rows.add(
          "ID-" + i + ",Işık İ " + i + ",INFO" + i + ".EXAMPLE,Sektör " + "Iıİi".charAt(i % 4));
    }
    return rows;
  }

  /**
   * Classifies.
   *
   * @param parts workers, buckets and files of observations
   * @param random shuffles rows and observations; null leaves them as they are
   * @return name to SHA-256 of all that was written
   */
  private Map<String, String> sums(String name, int parts, Random random, int changed)
      throws IOException {
    List<String> rows = rows();
    List<DomainObservation> observations = new ArrayList<>();
    for (int i = 0; i < ORGANISATIONS; i++) {
      observations.add(observation(i == changed ? i + 1 : i));
      observations.get(i).setDomain("info" + i + ".example");
    }
    if (random != null) {
      Collections.shuffle(rows, random);
      Collections.shuffle(observations, random);
    }
    Path input = Files.createDirectories(folder.resolve(name));
    int lists = random == null ? 1 : 3;
    for (int list = 0; list < lists; list++) {
      int from = rows.size() * list / lists;
      int to = rows.size() * (list + 1) / lists;
      String header = "id,name,domain,sector\n";
      Files.writeString(
          input.resolve("list-" + list + ".csv"),
          header + String.join("\n", rows.subList(from, to)) + '\n');
    }
    String seen = Files.createDirectories(input.resolve("observations")).toString();
    for (int part = 0; part < parts; part++) {
      int from = ORGANISATIONS * part / parts;
      int to = ORGANISATIONS * (part + 1) / parts;
      String file = ObservationFiles.path(seen, Integer.toString(part));
      ObservationFiles.write(file, parts, observations.subList(from, to));
    }
    RunFolder output = new RunFolder(input.resolve("output").toString());
    DirectOptions options = PipelineOptionsFactory.create().as(DirectOptions.class);
    options.setTargetParallelism(Math.min(parts, 4));
    Pipeline pipeline = Pipeline.create(options);
    ClassifyPipeline.build(
        pipeline,
        new OrganisationLists(
            ImmutableList.of(RegisterInput.of(input + "/list-*.csv", Registers.OWN)), DATE),
        seen,
        parts,
        new Buckets(parts),
        new ClassifyRules(
            CatalogueSource.embedded(), Corrections.embedded(DATE), null, 3, List.of(SOVERIN)),
        output);
    pipeline.run().waitUntilFinish();
    Map<String, String> sums = new TreeMap<>();
    Path root = Path.of(output.root());
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sums.put(root.relativize(file).toString(), Checksums.sha256(file));
      }
    }
    if (random != null) {
      // What becomes of one row that stands elsewhere: its file and line, and nothing else.
      sums.keySet().removeIf(file -> file.startsWith("tables/organisations."));
    }
    List<String> listed = new ArrayList<>();
    try (DataFileStream<Organisation> organisations =
        ReadTable.avro(output.table(Tables.ORGANISATIONS, TableFormat.AVRO), Organisation.class)) {
      for (Organisation row : organisations) {
        row.setSourceFile("");
        row.setSourceLine(0);
        listed.add(row.toString());
      }
    }
    sums.put("organisations without their places", String.join("\n", listed));
    return sums;
  }

  /** Without what only a run has that read the rows in their order. */
  private static Map<String, String> shuffled(Map<String, String> sums) {
    Map<String, String> left = new TreeMap<>(sums);
    left.keySet().removeIf(file -> file.startsWith("tables/organisations."));
    return left;
  }

  @Test
  void neitherPartsNorOrderNorPlaceShow() throws IOException {
    Map<String, String> one = sums("one", 1, null, -1);
    // The tables in three formats, the rejects, the counts, and what this test adds.
    assertThat(one, aMapWithSize(Tables.ALL.size() * 3 + 3));
    String supposed = Files.readString(folder.resolve("one/output/tables/affected.csv"));
    assertThat(supposed, containsString("backend,microsoft-365,US,soverin,NL"));
    String written = Files.readString(folder.resolve("one/output/tables/attributions.csv"));
    assertThat(
        written, containsString("\nID-0,Işık İ 0,Sektör I,,,info0.example,ok,microsoft-365"));
    assertThat(written.lines().count(), is(ORGANISATIONS + 1L));

    assertThat(sums("in-order", 7, null, -1), equalTo(one));
    Map<String, String> shuffled = shuffled(one);
    assertThat(shuffled, aMapWithSize(one.size() - 3));
    assertThat(sums("seven", 7, new Random(7), -1), equalTo(shuffled));

    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
    assertThat("İ".equals("i".toUpperCase(Locale.getDefault())), is(true));
    assertThat(sums("sixty-four", 64, new Random(64), -1), equalTo(shuffled));

    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
    assertThat(sums("one-again", 1, new Random(1), -1), equalTo(shuffled));
  }

  @Test
  void oneObservationThatDiffersShows() throws IOException {
    String table = "tables/attributions.parquet";
    String same = sums("same", 2, null, -1).get(table);
    assertThat(sums("other", 2, null, 2).get(table), is(not(same)));
  }
}
