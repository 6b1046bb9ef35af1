package nl.wolkenkaart.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyArray;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.Lists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.wolkenkaart.observation.WholeFile;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.statistics.Rows;
import nl.wolkenkaart.statistics.Statistic;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteTableTest {
  @TempDir Path folder;

  private static <T extends SpecificRecord> PCollection<T> create(
      Pipeline pipeline, String name, Class<T> type, List<T> rows) {
    return pipeline.apply(name, Create.of(rows).withCoder(AvroCoder.specific(type)));
  }

  private static void writeAttributions(Path folder, List<Attribution> rows, int parts) {
    RunFolder run = new RunFolder(folder.toString());
    writeAttributions(run, rows, parts, WriteTable.to(run, Tables.ATTRIBUTIONS));
  }

  private static void writeAttributions(
      RunFolder run, List<Attribution> rows, int parts, WriteTable<Attribution> write) {
    Pipeline pipeline =
        Pipeline.create(PipelineOptionsFactory.fromArgs("--targetParallelism=" + parts).create());
    PCollectionList<Attribution> list = PCollectionList.empty(pipeline);
    for (List<Attribution> part :
        Lists.partition(rows, Math.max(1, (rows.size() + parts - 1) / parts))) {
      list = list.and(create(pipeline, "Part " + list.size(), Attribution.class, part));
    }
    if (rows.isEmpty()) {
      list = list.and(create(pipeline, "No part", Attribution.class, rows));
    }
    PCollection<String> names =
        list.apply("All parts", Flatten.pCollections()).apply("Write", write);
    PAssert.that(names)
        .containsInAnyOrder(
            run.table(Tables.ATTRIBUTIONS, TableFormat.PARQUET),
            run.table(Tables.ATTRIBUTIONS, TableFormat.AVRO),
            run.table(Tables.ATTRIBUTIONS, TableFormat.CSV));
    pipeline.run().waitUntilFinish();
  }

  private static Map<String, String> sums(Path folder) throws IOException {
    Map<String, String> sums = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder.resolve("tables"))) {
      for (Path file : files.toList()) {
        sums.put(file.getFileName().toString(), Checksums.sha256(file));
      }
    }
    return sums;
  }

  private static List<Attribution> manyRows() {
    List<Attribution> rows = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      Attribution row = Rows.attribution("id-" + i, "s" + i % 7, "ok", "self", "microsoft-365");
      row.setEvidence(
          List.of(
              Rows.evidence("mx", "10 mx" + i + ".example", 40),
              Rows.evidence("dkim", "selector1 -> tenant" + i % 50, 25)));
      rows.add(row);
    }
    return rows;
  }

  @Test
  void theSameRowsGiveTheSameBytesWhateverTheirOrderAndParts() throws Exception {
    List<Attribution> rows = manyRows();
    // Two rows with the same key also have one order.
    rows.add(Attribution.newBuilder(rows.get(3)).setOrganisationName("Namesake").build());
    writeAttributions(folder.resolve("one"), rows, 1);
    Collections.shuffle(rows, new Random(11));
    writeAttributions(folder.resolve("other"), rows, 5);
    Map<String, String> sums = sums(folder.resolve("one"));
    assertThat(
        sums.keySet(), contains("attributions.avro", "attributions.csv", "attributions.parquet"));
    assertThat(sums(folder.resolve("other")), equalTo(sums));
  }

  @Test
  void intoHowManyPiecesTheRowsWereSortedMakesNoDifference() throws Exception {
    List<Attribution> rows = manyRows();
    Collections.shuffle(rows, new Random(12));
    writeAttributions(folder.resolve("one"), rows, 1);
    RunFolder pieces = new RunFolder(folder.resolve("pieces").toString());
    writeAttributions(pieces, rows, 2, WriteTable.to(pieces, Tables.ATTRIBUTIONS).inPiecesOf(4096));
    assertThat(sums(folder.resolve("pieces")), equalTo(sums(folder.resolve("one"))));
  }

  @Test
  void aPieceIsSmallAndGivesBackItsRowsInOrder() throws Exception {
    HeldRows<Attribution> held = new HeldRows<>(Tables.ATTRIBUTIONS);
    for (Attribution row : manyRows()) {
      held.add(row);
    }
    List<KV<byte[], byte[]>> rows = held.take();
    byte[] packed = SortedPiece.pack(rows);
    long bytes = rows.stream().mapToLong(row -> row.getValue().length).sum();
    assertThat((long) packed.length, lessThan(bytes / 4));
    List<String> keys = new ArrayList<>();
    try (SortedPiece piece = SortedPiece.of(packed)) {
      assertThat(piece.rows(), is(500L));
      piece.forEachRemaining(row -> keys.add(new String(row.getKey(), UTF_8)));
    }
    assertThat(keys.size(), is(500));
    assertThat(keys.subList(0, 4), contains("id-0", "id-1", "id-10", "id-100"));
    assertThat(held.bytes(), is(0L));
  }

  @Test
  void anotherRowGivesOtherBytesAndReplacesWhatWasThere() throws Exception {
    List<Attribution> rows = manyRows();
    writeAttributions(folder, rows, 2);
    Map<String, String> before = sums(folder);
    writeAttributions(folder, rows, 2);
    assertThat(sums(folder), equalTo(before));
    rows.get(499).setHybridPossible(true);
    writeAttributions(folder, rows, 2);
    Map<String, String> after = sums(folder);
    assertThat(after.keySet(), equalTo(before.keySet()));
    before.forEach((file, sum) -> assertThat(file, sum.equals(after.get(file)), is(false)));
  }

  @Test
  void rowsAreInTheOrderOfTheirUtf8Bytes() throws Exception {
    List<Attribution> rows = new ArrayList<>();
    for (String id : List.of("\uD83D\uDE00", "\uFF61", "b10", "b9", "B", "é", "")) {
      rows.add(Rows.attribution(id, "s", "ok", "self", "self"));
    }
    writeAttributions(folder, rows, 3);
    List<String> ids = new ArrayList<>();
    String file = new RunFolder(folder.toString()).table(Tables.ATTRIBUTIONS, TableFormat.AVRO);
    try (DataFileStream<Attribution> read = ReadTable.avro(file, Attribution.class)) {
      read.forEach(row -> ids.add(row.getOrganisationId()));
    }
    assertThat(ids, contains("", "B", "b10", "b9", "é", "\uFF61", "\uD83D\uDE00"));
  }

  @Test
  void whatIsReadFromAvroIsWhatWasWritten() throws Exception {
    List<Attribution> rows = manyRows();
    rows.sort((a, b) -> a.getOrganisationId().compareTo(b.getOrganisationId()));
    writeAttributions(folder, rows, 4);
    List<Attribution> read = new ArrayList<>();
    String file = new RunFolder(folder.toString()).table(Tables.ATTRIBUTIONS, TableFormat.AVRO);
    try (DataFileStream<Attribution> stream = ReadTable.avro(file, Attribution.class)) {
      stream.forEach(read::add);
    }
    assertThat(read, equalTo(rows));
  }

  @Test
  void anEmptyTableHasFilesWithoutRows() throws Exception {
    writeAttributions(folder, List.of(), 1);
    assertThat(
        sums(folder).keySet(),
        contains("attributions.avro", "attributions.csv", "attributions.parquet"));
    String csv = Files.readString(folder.resolve("tables/attributions.csv"));
    assertThat(
        csv,
        is(
            "organisation_id,organisation_name,sector,region,country,domain,status,receiver,"
                + "receiver_is_gateway,receiver_jurisdiction,backend,backend_confidence,"
                + "backend_jurisdiction,server_country,hosting,hybrid_possible,rule,evidence,"
                + "receiver_networks,receiver_possible,backend_possible,dns_provider,web_provider,senders,"
                + "posture,services,population,stands_for_domain\n"));
    List<Attribution> read = new ArrayList<>();
    String file = folder.resolve("tables/attributions.avro").toString();
    try (DataFileStream<Attribution> stream = ReadTable.avro(file, Attribution.class)) {
      stream.forEach(read::add);
    }
    assertThat(read, is(empty()));
  }

  @Test
  void aStatisticsTableAsCsv() throws Exception {
    Pipeline pipeline = Pipeline.create();
    create(
            pipeline,
            "Rows",
            Statistic.class,
            List.of(
                Rows.statistic("town, old", "backend", "self", 1L, 3L, 0.333333, 0.25, 1.0),
                Rows.statistic("=town", "backend", "nxdomain", 2L, 3L, null, null, null),
                Rows.statistic("town", "status", "ok", 3L, 3L, 1.0, 1.0, 1.0)))
        .apply(WriteTable.to(new RunFolder(folder.toString()), Tables.STATISTICS));
    pipeline.run().waitUntilFinish();
    assertThat(
        Files.readString(folder.resolve("tables/statistics.csv")),
        is(
            """
            sector,measure,value,organisations,denominator,share,share_low,share_high,%s
            '=town,backend,nxdomain,2,3,,,,2,3,,,,
            town,status,ok,3,3,1,1,1,3,3,1,,,
            "town, old",backend,self,1,3,0.333333,0.25,1,1,3,0.333333,,,
            """
                .formatted(
                    "domains,domains_denominator,domains_share,"
                        + "population,population_denominator,population_share")));
  }

  @Test
  void aFolderThatCannotBeWrittenFailsAndSaysWhich() throws Exception {
    Files.writeString(folder.resolve("tables"), "a file in the way");
    Exception failure =
        assertThrows(Exception.class, () -> writeAttributions(folder, manyRows(), 1));
    assertThat(failure.toString(), containsString(folder.resolve("tables").toString()));
  }

  @Test
  void aTableThatIsMissingOrNoAvroIsNamed() throws Exception {
    String missing = folder.resolve("no.avro").toString();
    IOException first =
        assertThrows(IOException.class, () -> ReadTable.avro(missing, Attribution.class).close());
    assertThat(first.getMessage(), containsString("Cannot open the table " + missing));
    Path text = Files.writeString(folder.resolve("text.avro"), "id,name\n");
    IOException second =
        assertThrows(
            IOException.class, () -> ReadTable.avro(text.toString(), Attribution.class).close());
    assertThat(second.getMessage(), containsString("Cannot read the table " + text));
  }

  @Test
  void nothingIsSaidInTheFilesAboutThisMachine() throws Exception {
    writeAttributions(folder, manyRows(), 1);
    for (String format : List.of("avro", "parquet")) {
      byte[] bytes = Files.readAllBytes(folder.resolve("tables/attributions." + format));
      String text = new String(bytes, UTF_8);
      assertThat(text.indexOf(folder.getFileName().toString()), is(-1));
      assertThat(text.indexOf(System.getProperty("user.dir")), is(-1));
    }
    String[] left =
        folder.resolve("tables").toFile().list((dir, name) -> name.endsWith(WholeFile.UNFINISHED));
    assertThat(left, is(emptyArray()));
    assertThat(
        Files.size(folder.resolve("tables/attributions.parquet")),
        lessThan(Files.size(folder.resolve("tables/attributions.csv"))));
  }
}
