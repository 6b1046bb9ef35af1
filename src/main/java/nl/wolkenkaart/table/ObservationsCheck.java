package nl.wolkenkaart.table;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.wolkenkaart.observation.DomainObservation;
import nl.wolkenkaart.statistics.Utf8Order;
import org.apache.avro.file.DataFileStream;
import org.apache.parquet.schema.MessageType;

/**
 * Holds the observations of a dataset against their schema, their key over all files, and the two
 * forms of each file against each other. A dataset may be without them: observations of another
 * folder were classified then, whose hashes are in the manifest.
 */
final class ObservationsCheck {
  private final DatasetFiles files;
  private final Path root;
  private final Findings findings =
      new Findings("observations: those of this version, every domain once, Avro as Parquet");
  private final Set<String> domains = new HashSet<>();
  private final Map<String, Long> rows = new HashMap<>();

  ObservationsCheck(DatasetFiles files, Path root) {
    this.files = files;
    this.root = root;
  }

  DatasetReport.Part check() throws IOException {
    ImmutableList<String> avro = Resource.observations(root, TableFormat.AVRO);
    ImmutableList<String> parquet = Resource.observations(root, TableFormat.PARQUET);
    for (String file : avro) {
      String twin = twin(file, TableFormat.AVRO, TableFormat.PARQUET);
      if (parquet.contains(twin)) {
        compare(file, twin);
      } else {
        findings.add("%s has no Parquet form, %s", file, twin);
      }
    }
    for (String file : parquet) {
      String twin = twin(file, TableFormat.PARQUET, TableFormat.AVRO);
      if (!avro.contains(twin)) {
        findings.add("%s has no Avro form, %s", file, twin);
      }
    }
    return findings.part();
  }

  /** Rows of each Parquet file that could be read to its end. */
  Map<String, Long> rows() {
    return rows;
  }

  private static String twin(String file, TableFormat from, TableFormat to) {
    return file.substring(0, file.length() - from.extension().length()) + to.extension();
  }

  private void compare(String avro, String parquet) {
    if (!hasItsColumns(parquet)) {
      return;
    }
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
