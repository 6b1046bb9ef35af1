package nl.wolkenkaart.table;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.wolkenkaart.provider.Tenant;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Files that versions of this program wrote are read by this one, with every value that was in
 * them. A version's files are kept when it is released: {@code mvn test -Dtest=GoldenFilesTest
 * -Dwolkenkaart.golden=0.2}. Those that are kept are never written again.
 */
class GoldenFilesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  private record Kept(String version, Table<?> table, Path avro, Path parquet, Schema schema) {}

  @BeforeAll
  static void keepIfTold() throws IOException {
    String version = System.getProperty("wolkenkaart.golden");
    if (version != null) {
      Path folder = Files.createDirectories(GOLDEN.resolve(version));
      for (Table<?> table : Tables.DESCRIBED) {
        keep(folder, table);
      }
    }
  }

  private static <T extends SpecificRecord> void keep(Path folder, Table<T> table)
      throws IOException {
    for (TableFormat format : List.of(TableFormat.PARQUET, TableFormat.AVRO)) {
      Path file = folder.resolve(table.name() + '.' + format.extension());
      if (Files.exists(file)) {
        throw new IllegalStateException(file + " is kept already");
      }
      List<T> rows = new ArrayList<>();
      for (GenericRecord row : MadeUpRows.of(TableShape.of(table).schema())) {
        rows.add(MadeUpRows.as(table.type(), row));
      }
      RowFiles.write(folder, table.name(), table.type(), rows, format);
    }
  }

  private static List<Kept> kept() throws IOException {
    List<Kept> kept = new ArrayList<>();
    try (Stream<Path> versions = Files.list(GOLDEN)) {
      for (Path version : versions.sorted().toList()) {
        for (Table<?> table : Tables.DESCRIBED) {
          Path avro = version.resolve(table.name() + ".avro");
          // A table that came later.
          if (Files.exists(avro)) {
            kept.add(
                new Kept(
                    version.getFileName().toString(),
                    table,
                    avro,
                    version.resolve(table.name() + ".parquet"),
                    schema(avro)));
          }
        }
      }
    }
    return kept;
  }

  private static Schema schema(Path avro) throws IOException {
    try (DataFileReader<GenericRecord> file =
        new DataFileReader<>(avro.toFile(), new GenericDatumReader<>())) {
      return file.getSchema();
    }
  }

  @TestFactory
  Stream<DynamicTest> keptFilesAreReadWithEqualValues() throws IOException {
    return kept().stream()
        .map(
            kept ->
                DynamicTest.dynamicTest(
                    kept.version() + ' ' + kept.table().name(),
                    () -> assertReads(kept, kept.table())));
  }

  private static <T extends SpecificRecord> void assertReads(Kept kept, Table<T> table)
      throws IOException {
    List<GenericRecord> avro = new ArrayList<>();
    try (DataFileStream<T> rows = ReadTable.avro(kept.avro().toString(), table.type())) {
      for (T row : rows) {
        avro.add(MadeUpRows.as(kept.schema(), row));
      }
    }
    assertThat(avro, is(MadeUpRows.of(kept.schema())));
    List<GenericRecord> parquet = new ArrayList<>();
    try (ParquetRows<T> rows = new ParquetRows<>(kept.parquet(), table.type())) {
      for (T row : rows) {
        parquet.add(MadeUpRows.as(kept.schema(), row));
      }
    }
    assertThat(parquet, is(avro));
  }

  @TestFactory
  Stream<DynamicTest> noSchemaBreaksThoseThatCountOnIt() throws IOException {
    return kept().stream()
        .map(
            kept ->
                DynamicTest.dynamicTest(
                    kept.version() + ' ' + kept.table().name(),
                    () ->
                        assertThat(
                            SchemaHistory.broken(
                                kept.schema(), TableShape.of(kept.table()).schema()),
                            is(empty()))));
  }

  @Test
  void everyTableOfTheFirstVersionIsKept() throws IOException {
    assertThat(
        kept().stream()
            .filter(kept -> kept.version().equals("0.1"))
            .map(kept -> kept.table().name())
            .toList(),
        org.hamcrest.Matchers.contains(
            "organisations", "attributions", "services", "tenants", "statistics", "observations"));
  }

  private static List<String> broken(String from, String to) {
    String schema = Tenant.getClassSchema().toString();
    assertThat(schema, containsString(from));
    return SchemaHistory.broken(
        Tenant.getClassSchema(), new Schema.Parser().parse(schema.replace(from, to)));
  }

  @Test
  void aColumnMayFollowAndNothingElse() {
    String last = "}],\"primaryKey\"";
    assertThat(
        broken(
            last,
            "},{\"name\":\"more\",\"type\":[\"null\",\"string\"],\"default\":null}],\"primaryKey\""),
        is(empty()));
    assertThat(
        broken(last, "},{\"name\":\"more\",\"type\":[\"null\",\"string\"]}],\"primaryKey\""),
        hasItem("Tenant.more is new and has no default"));
    assertThat(
        broken("\"name\":\"domain\"", "\"name\":\"host\""),
        hasItem("Tenant.domain is not where it was"));
    assertThat(
        broken("\"fields\":[{", "\"fields\":[{\"name\":\"new\",\"type\":\"long\",\"default\":0},{"),
        hasItem("Tenant.tenant is not where it was"));
    String domain =
        "\"name\":\"domain\",\"type\":{\"type\":\"string\",\"avro.java.string\":\"String\"}";
    assertThat(
        broken(domain, "\"name\":\"domain\",\"type\":\"long\""),
        hasItem("Tenant.domain was STRING and is LONG"));
    assertThat(
        broken(domain, "\"name\":\"domain\",\"type\":[\"null\",\"string\"],\"default\":null"),
        hasItem("Tenant.domain was STRING and is UNION"));
  }
}
