package nl.wolkenkaart.table;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import nl.wolkenkaart.observation.DomainObservation;
import nl.wolkenkaart.statistics.Utf8Order;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.IndexedRecord;
import org.apache.parquet.schema.MessageType;

/**
 * Holds the observations of a dataset against their schema, their key over all files, and the forms
 * of each file against each other. A dataset may be without them: observations of another folder
 * were classified then, whose hashes are in the manifest.
 */
final class ObservationsCheck {
  private static final ImmutableMap<TableFormat, String> WORDS =
      ImmutableMap.of(
          TableFormat.PARQUET, "Parquet", TableFormat.AVRO, "Avro", TableFormat.CSV, "CSV");

  private final DatasetFiles files;
  private final Path root;
  private final Findings findings =
      new Findings(
          "observations: those of this version, every domain once, Avro and CSV as Parquet");
  private final Set<String> domains = new HashSet<>();
  private final Map<String, Long> rows = new HashMap<>();

  ObservationsCheck(DatasetFiles files, Path root) {
    this.files = files;
    this.root = root;
  }

  DatasetReport.Part check() throws IOException {
    Map<TableFormat, ImmutableList<String>> forms = new EnumMap<>(TableFormat.class);
    for (TableFormat format : TableFormat.values()) {
      forms.put(format, Resource.observations(root, format));
    }
    for (TableFormat format : TableFormat.values()) {
      for (String file : forms.get(format)) {
        for (TableFormat other : TableFormat.values()) {
          String twin = twin(file, format, other);
          if (!forms.get(other).contains(twin)) {
            findings.add("%s has no %s form, %s", file, WORDS.get(other), twin);
          }
        }
      }
    }
    for (String parquet : forms.get(TableFormat.PARQUET)) {
      String avro = twin(parquet, TableFormat.PARQUET, TableFormat.AVRO);
      String csv = twin(parquet, TableFormat.PARQUET, TableFormat.CSV);
      boolean readable = hasItsColumns(parquet);
      if (readable && forms.get(TableFormat.AVRO).contains(avro)) {
        compare(avro, parquet);
      }
      if (readable && forms.get(TableFormat.CSV).contains(csv)) {
        compareCsv(csv, parquet);
      }
    }
    return findings.part();
  }

  /** Rows of each Parquet and CSV file that could be read to its end. */
  Map<String, Long> rows() {
    return rows;
  }

  private static String twin(String file, TableFormat from, TableFormat to) {
    int name = file.length() - Resource.observationsExtension(from).length();
    return file.substring(0, name) + Resource.observationsExtension(to);
  }

  private void compare(String avro, String parquet) {
    try (DataFileStream<DomainObservation> left =
            ReadTable.avro(files.find(avro).toString(), DomainObservation.class);
        ParquetRows<DomainObservation> right =
            new ParquetRows<>(files.find(parquet), DomainObservation.class)) {
      Iterator<DomainObservation> others = right.iterator();
      String last = null;
      long number = 0;
      boolean same = true;
      while (left.hasNext() && others.hasNext()) {
        number++;
        DomainObservation row = left.next();
        DomainObservation other = others.next();
        String domain = other.getDomain();
        if (same && !Objects.equals(row, other)) {
          same = false;
          findings.add("%s, row %d (%s) is not that of Parquet", avro, number, row.getDomain());
        }
        if (!domains.add(domain)) {
          findings.add("%s, row %d: the domain %s is there twice", parquet, number, domain);
        } else if (last != null && Utf8Order.UTF8_ORDER.compare(domain, last) < 0) {
          findings.add("%s, row %d: the domain %s is out of order", parquet, number, domain);
        }
        last = domain;
      }
      if (left.hasNext() || others.hasNext()) {
        findings.add(
            "%s has %s rows than Parquet: after %d of them only one goes on",
            avro, left.hasNext() ? "more" : "fewer", number);
      } else {
        rows.put(parquet, number);
      }
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      findings.unreadable(avro + " or its Parquet form", e);
    }
  }

  private void compareCsv(String csv, String parquet) {
    try {
      List<String> header = ColumnNames.header(unpacked(csv));
      if (!ColumnNames.check(findings, csv, header, TableShape.of(Tables.OBSERVATION_ROWS))) {
        return;
      }
      SameLines same = new SameLines(unpacked(csv));
      AtomicLong written = new AtomicLong();
      try (CsvTable<IndexedRecord> lines = new CsvTable<>(ObservationRows.SCHEMA, same);
          ParquetRows<DomainObservation> domains =
              new ParquetRows<>(files.find(parquet), DomainObservation.class)) {
        ObservationRows flat =
            new ObservationRows(
                row -> {
                  written.incrementAndGet();
                  lines.write(row);
                });
        for (DomainObservation domain : domains) {
          flat.write(domain);
        }
      }
      if (same.difference() == null) {
        rows.put(csv, written.get());
      } else {
        findings.add("%s is not what Parquet gives: %s", csv, same.difference());
      }
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      findings.unreadable(csv, e);
    }
  }

  private InputStream unpacked(String file) throws IOException {
    return new GZIPInputStream(Files.newInputStream(files.find(file)));
  }

  private boolean hasItsColumns(String parquet) {
    try {
      MessageType found = ParquetRows.columns(files.find(parquet));
      MessageType expected = ParquetRows.columns(DomainObservation.getClassSchema());
      if (found.getFields().equals(expected.getFields())) {
        return true;
      }
      findings.add("%s has other columns than this version: %s", parquet, found);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      findings.unreadable(parquet, e);
    }
    return false;
  }
}
