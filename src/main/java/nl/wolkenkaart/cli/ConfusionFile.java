package nl.wolkenkaart.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.wolkenkaart.world.Confusion;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The confusion table of a demo as CSV (RFC 4180, LF). */
record ConfusionFile(Confusion confusion) {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setRecordSeparator('\n')
          .setHeader(
              "sector", "planted_backend", "expected", "measured", "decides", "organisations")
          .build();

  void write(Path file) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file);
        CSVPrinter csv = new CSVPrinter(writer, FORMAT)) {
      for (Confusion.Row row : confusion.rows()) {
        csv.printRecord(
            row.sector(),
            row.plantedBackend(),
            row.expected(),
            row.measured(),
            row.decides(),
            row.organisations());
      }
    }
  }
}
