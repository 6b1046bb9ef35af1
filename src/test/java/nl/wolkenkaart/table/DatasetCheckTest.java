package nl.wolkenkaart.table;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Tenant;
import nl.wolkenkaart.statistics.PublishedCounts;
import nl.wolkenkaart.statistics.Rows;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole dataset holds, and of each damaged copy the fault is named. */
class DatasetCheckTest {
  private static final String RECOUNTED = "recount";

  @TempDir Path folder;
  private Path dataset;
  private Path list;

  @BeforeEach
  void writeADataset() throws IOException {
    dataset = Files.createDirectories(folder.resolve("dataset"));
    list = Files.writeString(folder.resolve("list.csv"), "name,domain\n");
    List<Attribution> rows = Rows.town();
    rows.get(0).setEvidence(List.of(Rows.evidence("mx", "=\"odd\",\nİ\u202e", 40)));
    write(Tables.ATTRIBUTIONS, rows);
    write(Tables.SERVICES, Rows.services(rows));
    write(
        Tables.TENANTS,
        List.of(new Tenant("a", "t01", "t01.example"), new Tenant("a", "t02", "d")));
    write(Tables.ORGANISATIONS, Rows.organisations(rows));
    PublishedCounts counts = Rows.published(rows, 0);
    write(Tables.STATISTICS, counts.statistics());
    write(Tables.CONCENTRATION, counts.concentration());
    write(Tables.NOT_MEASURED, counts.notMeasured());
    Files.writeString(dataset.resolve("rejects.csv"), "file,line,value,reason\nlist.csv,2,x,no\n");
    new RunManifest()
        .count("classify", "rows", 14)
        .count("classify", "rejects", 1)
        .count("classify", "organisations", 13)
        .write(dataset.resolve("run-manifest.json"));
    publish();
  }

  private <T extends SpecificRecord> void write(Table<T> table, List<T> rows) throws IOException {
    Files.createDirectories(dataset.resolve("tables"));
    for (TableFormat format : TableFormat.values()) {
      try (RowWriter<T> writer =
          format.open(table.type(), Files.newOutputStream(file(table, format)))) {
        for (T row : rows) {
          writer.write(row);
        }
      }
    }
  }

  private Path file(Table<?> table, TableFormat format) {
    return dataset.resolve(TableCheck.name(table, format));
  }

  /** Makes checksums and description fit what is there, as one would who hides a change. */
  private void publish() throws IOException {
    DataPackage.write(new RunFolder(dataset.toString()), LocalDate.of(2026, 4, 28), List.of(list));
    Checksums.write(dataset);
  }

  /** Changes a table in all its forms. */
  private <T extends SpecificRecord> void change(Table<T> table, Consumer<List<T>> change)
      throws IOException {
    List<T> rows = new ArrayList<>();
    try (DataFileStream<T> avro =
        ReadTable.avro(file(table, TableFormat.AVRO).toString(), table.type())) {
      avro.forEach(rows::add);
    }
    change.accept(rows);
    write(table, rows);
    publish();
  }

  private String faults() throws IOException {
    DatasetReport report = DatasetCheck.of(dataset);
    assertThat(report.toText(), report.holds(), is(false));
    assertThat(report.toText(), containsString("\nThe dataset does not hold: "));
    return report.toText();
  }

  @Test
  void aWholeDatasetHolds() throws IOException {
    DatasetReport report = DatasetCheck.of(dataset);
    assertThat(report.toText(), report.holds(), is(true));
    assertThat(
        report.toText(),
        is(
            """
            holds          SHA256SUMS: every file is there, as it was, and no other
            holds          datapackage.json: describes these files, with the schemas of this version
            holds          columns: those of this version, in Parquet, Avro and CSV
            holds          primary keys: every row once, in the order of its key
            holds          foreign keys: every one is there
            holds          Avro and CSV: the same rows as Parquet
            holds          invariants: nothing lost, codes known, shares within ranges, a recount agrees
            The dataset holds.
            """));
  }

  @Test
  void everyFlippedByteOfAFileIsNoticed() throws IOException {
    for (TableFormat format : TableFormat.values()) {
      Path file = file(Tables.ATTRIBUTIONS, format);
      byte[] whole = Files.readAllBytes(file);
      for (int at = 0; at < whole.length; at += whole.length / 12) {
        byte[] damaged = whole.clone();
        damaged[at] ^= 4;
        Files.write(file, damaged);
        assertThat(
            faults(),
            containsString(TableCheck.name(Tables.ATTRIBUTIONS, format) + " is not as it was"));
      }
      Files.write(file, whole);
    }
  }

  @Test
  void aRowRemovedFromOneForm() throws IOException {
    Path file = file(Tables.STATISTICS, TableFormat.CSV);
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    String removed = lines.remove(7);
    Files.writeString(file, String.join("\n", lines) + '\n');
    publish();
    assertThat(
        faults(),
        allOf(
            containsString("tables/statistics.csv is not what Parquet gives: line 8 is: "),
            containsString("it should be: " + removed)));
  }

  @Test
  void aRowRemovedFromAllForms() throws IOException {
    change(Tables.ATTRIBUTIONS, rows -> rows.remove(5));
    assertThat(
        faults(),
        allOf(
            containsString("13 organisations were to be classified, but there are 12 attributions"),
            containsString(RECOUNTED)));
  }

  @Test
  void aColumnRenamed() throws Exception {
    Path parquet = file(Tables.SERVICES, TableFormat.PARQUET);
    Path other = folder.resolve("other.parquet");
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      statement.execute(
          "COPY (SELECT * EXCLUDE (company), company AS firm FROM '"
              + parquet
              + "') TO '"
              + other
              + "'");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    Files.copy(other, parquet, StandardCopyOption.REPLACE_EXISTING);
    publish();
    assertThat(
        faults(),
        allOf(
            containsString("tables/services.parquet lacks the column company"),
            containsString("tables/services.parquet has the unknown column firm")));
  }

  @Test
  void aShareChanged() throws IOException {
    change(Tables.STATISTICS, rows -> rows.get(3).setShare(0.5));
    assertThat(faults(), containsString("A recount of sector all, backend "));
  }

  @Test
  void aFileMissing() throws IOException {
    Files.delete(file(Tables.TENANTS, TableFormat.AVRO));
    assertThat(
        faults(),
        allOf(
            containsString("- tables/tenants.avro is missing"),
            containsString("- tables/tenants.avro is described and missing")));
    Files.delete(file(Tables.ATTRIBUTIONS, TableFormat.PARQUET));
    assertThat(faults(), containsString("They cannot be checked, since a table cannot be read"));
  }

  @Test
  void aForeignKeyBroken() throws IOException {
    change(Tables.TENANTS, rows -> rows.get(1).setOrganisationId("t99"));
    assertThat(
        faults(),
        containsString(
            "tables/tenants.parquet, row 2: organisation_id t99 is no row of attributions"));
  }

  @Test
  void aRowTwice() throws IOException {
    change(Tables.TENANTS, rows -> rows.add(rows.get(1)));
    assertThat(
        faults(), containsString("tables/tenants.parquet, row 3: the key a, t02 is there twice"));
  }

  @Test
  void rowsOutOfOrder() throws IOException {
    change(Tables.ATTRIBUTIONS, rows -> Collections.swap(rows, 2, 3));
    assertThat(
        faults(),
        containsString("tables/attributions.parquet, row 4: the key t03 is out of order"));
  }

  @Test
  void aCodeThatIsNone() throws IOException {
    change(Tables.ATTRIBUTIONS, rows -> rows.get(0).setStatus("fine\u001b"));
    assertThat(
        faults(),
        allOf(
            containsString("Undocumented status \"fine\\u001b\""), not(containsString("\u001b"))));
  }

  @Test
  void avroThatSaysSomethingElse() throws IOException {
    byte[] parquet = Files.readAllBytes(file(Tables.ATTRIBUTIONS, TableFormat.PARQUET));
    byte[] csv = Files.readAllBytes(file(Tables.ATTRIBUTIONS, TableFormat.CSV));
    change(Tables.ATTRIBUTIONS, rows -> rows.get(4).setReceiver("aruba"));
    Files.write(file(Tables.ATTRIBUTIONS, TableFormat.PARQUET), parquet);
    Files.write(file(Tables.ATTRIBUTIONS, TableFormat.CSV), csv);
    publish();
    assertThat(
        faults(),
        containsString("tables/attributions.avro, row 5 (t05) is not that of Parquet (t05)"));
  }

  @Test
  void aFileTooMany() throws IOException {
    Files.writeString(dataset.resolve("tables/more.csv"), "x\n");
    assertThat(faults(), containsString("tables/more.csv is not in SHA256SUMS"));
  }

  @Test
  void aDescriptionThatDoesNotFit() throws IOException {
    Path file = dataset.resolve("datapackage.json");
    String text = Files.readString(file);
    Files.writeString(
        file,
        text.replaceFirst(
            "\"organisation_id\",\n *\"type\" : \"string\"",
            "\"organisation_id\", \"type\" : \"integer\""));
    Checksums.write(dataset);
    assertThat(
        faults(),
        containsString("The schema of tables/organisations.parquet is not that of this version"));
    Files.writeString(file, "{\"resources\": [");
    Checksums.write(dataset);
    assertThat(faults(), containsString("datapackage.json cannot be read: "));
  }

  @Test
  void checksumsThatLeadOutOfTheFolderAreNotFollowed() throws IOException {
    Path sums = dataset.resolve("SHA256SUMS");
    Files.writeString(sums, Files.readString(sums) + "0".repeat(64) + "  ../list.csv\nnonsense\n");
    assertThat(
        faults(),
        allOf(
            containsString("- ../list.csv is missing"),
            containsString("SHA256SUMS, line 26, is not as sha256sum writes it")));
    Files.delete(sums);
    assertThat(faults(), containsString("- SHA256SUMS is missing"));
  }

  @Test
  void aManifestWithoutFigures() throws IOException {
    Files.writeString(dataset.resolve("run-manifest.json"), "{}");
    Checksums.write(dataset);
    assertThat(faults(), containsString("-1 rows were read"));
  }
}
