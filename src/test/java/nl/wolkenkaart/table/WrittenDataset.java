package nl.wolkenkaart.table;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.wolkenkaart.observation.ObservationBuilder;
import nl.wolkenkaart.observation.ObservationFiles;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Tenant;
import nl.wolkenkaart.statistics.LawRows;
import nl.wolkenkaart.statistics.PublishedCounts;
import nl.wolkenkaart.statistics.Rows;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A small whole dataset on disk, for tests that damage it. */
abstract class WrittenDataset {
  @TempDir Path folder;
  Path dataset;
  Path list;

  @BeforeEach
  void writeADataset() throws IOException {
    dataset = Files.createDirectories(folder.resolve("dataset"));
    list = Files.writeString(folder.resolve("list.csv"), "name,domain\n");
    List<Attribution> rows = Rows.town();
    write(Tables.ORGANISATIONS, Rows.organisations(rows));
    rows.get(0).setEvidence(List.of(Rows.evidence("mx", "=\"odd\",\nİ\u202e", 40)));
    write(Tables.ATTRIBUTIONS, rows);
    write(Tables.SERVICES, Rows.services(rows));
    write(
        Tables.TENANTS,
        List.of(new Tenant("a", "t01", "t01.example"), new Tenant("a", "t02", "d")));
    PublishedCounts counts = Rows.published(rows, 0);
    write(Tables.STATISTICS, counts.statistics());
    write(Tables.CONCENTRATION, counts.concentration());
    write(Tables.NOT_MEASURED, counts.notMeasured());
    write(Tables.EXPOSURES, LawRows.exposures(rows));
    write(Tables.SERVER_LAW, LawRows.serverLaw(rows));
    write(Tables.SCENARIOS, List.of());
    write(Tables.AFFECTED, List.of());
    Files.writeString(dataset.resolve("rejects.csv"), "file,line,value,reason\nlist.csv,2,x,no\n");
    new RunManifest()
        .count("classify", "rows", 14)
        .count("classify", "rejects", 1)
        .count("classify", "organisations", 13)
        .write(dataset.resolve("run-manifest.json"));
    observe("0", "a.example", "b.example");
    observe("1", "c.example");
    publish();
  }

  String observe(String bucket, String... domains) throws IOException {
    String folder = Files.createDirectories(dataset.resolve("observations")).toString();
    String file = ObservationFiles.path(folder, bucket);
    ObservationFiles.write(
        file,
        2,
        Stream.of(domains)
            .map(d -> ObservationBuilder.of(d).mx("10 mx." + d).observation())
            .toList());
    return PublishObservations.write(file).get(0);
  }

  <T extends SpecificRecord> void write(Table<T> table, List<T> rows) throws IOException {
    RowFiles.write(
        dataset.resolve("tables"), table.name(), table.type(), rows, TableFormat.values());
  }

  Path file(Table<?> table, TableFormat format) {
    return dataset.resolve(TableCheck.name(table, format));
  }

  /** Makes checksums and description fit what is there, as one would who hides a change. */
  void publish() throws IOException {
    Descriptors.write(
        new RunFolder(dataset.toString()),
        Subject.run(LocalDate.of(2026, 4, 28), List.of(list)),
        Publication.untold());
    Checksums.write(dataset);
  }

  /** Changes a table in all its forms. */
  <T extends SpecificRecord> void change(Table<T> table, Consumer<List<T>> change)
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

  String faults() throws IOException {
    DatasetReport report = DatasetCheck.of(dataset);
    assertThat(report.toText(), report.holds(), is(false));
    assertThat(report.toText(), containsString("\nThe dataset does not hold: "));
    return report.toText();
  }
}
