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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A whole dataset holds, and of each damaged copy the fault is named. */
class DatasetCheckTest extends WrittenDataset {
  private static final String RECOUNTED = "recount";

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
            holds          dcat.jsonld, croissant.json, CITATION.cff: say the same of the same files
            holds          columns: those of this version, in Parquet, Avro and CSV
            holds          primary keys: every row once, in the order of its key
            holds          foreign keys: every one is there
            holds          Avro and CSV: the same rows as Parquet
            holds          observations: those of this version, every domain once, Avro and CSV as Parquet
            holds          invariants: nothing lost, codes known, shares within ranges, a recount agrees
            holds          DuckDB: reads every Parquet file and packed CSV, and the queries give the statistics
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
            "\"share_low\",\n *\"type\" : \"number\"", "\"share_low\", \"type\" : \"integer\""));
    Checksums.write(dataset);
    assertThat(
        faults(),
        containsString("The schema of tables/statistics.parquet is not that of this version"));
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
            containsString("SHA256SUMS, line 47, is not as sha256sum writes it")));
    Files.delete(sums);
    assertThat(faults(), containsString("- SHA256SUMS is missing"));
  }

  @Test
  void anOrganisationThatIsNotListed() throws IOException {
    change(Tables.ORGANISATIONS, rows -> rows.remove(2));
    assertThat(
        faults(),
        containsString(
            "tables/attributions.parquet, row 3: organisation_id t03 is no row of organisations"));
  }

  @Test
  void sharesThatNoQueryFinds() throws IOException {
    change(Tables.STATISTICS, rows -> rows.get(3).setShareHigh(1.0));
    assertThat(faults(), containsString("DuckDB does not count "));
  }

  @Test
  void aManifestWithoutFigures() throws IOException {
    Files.writeString(dataset.resolve("run-manifest.json"), "{}");
    Checksums.write(dataset);
    assertThat(faults(), containsString("-1 rows were read"));
  }
}
