package nl.wolkenkaart.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nl.wolkenkaart.statistics.Counts;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/**
 * What a comparison of two runs says of the mailboxes of the whole list. Read by the names of the
 * columns, so that a comparison of another version is read as well.
 *
 * @param before date of the earlier run, empty where the comparison does not tell
 * @param after date of the later run, likewise
 */
record ComparisonTables(String before, String after, List<Flow> flows, List<Net> net) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String AXIS = "backend";

  /** Organisations that went from one value to another, for a reason. */
  record Flow(String from, String to, String kind, long organisations) {}

  /** What came to a value and left it; {@code moves} is what came by moving less what left so. */
  record Net(String value, long before, long movedIn, long movedOut, long after) {
    long moves() {
      return movedIn - movedOut;
    }

    /** What differs for other reasons than moves. */
    long otherwise() {
      return after - before - moves();
    }
  }

  /**
   * Reads a comparison.
   *
   * @param folder the comparison's folder, or that of its tables
   * @throws IOException if it does not hold the tables, or they cannot be read
   */
  static ComparisonTables in(Path folder) throws IOException {
    Path tables = folder.resolve("tables");
    Path place = Files.isDirectory(tables) ? tables : folder;
    Path manifest = place.resolveSibling("run-manifest.json");
    JsonNode options =
        Files.exists(manifest)
            ? JSON.readTree(manifest.toFile()).path("options")
            : JSON.createObjectNode();
    return new ComparisonTables(
        options.path("before-date").asText(),
        options.path("after-date").asText(),
        rows(
            place.resolve("flows.avro"),
            row ->
                new Flow(
                    text(row, "from"),
                    text(row, "to"),
                    text(row, "kind"),
                    number(row, "organisations"))),
        rows(
            place.resolve("net_flows.avro"),
            row ->
                new Net(
                    text(row, "value"),
                    number(row, "organisations_before"),
                    number(row, "moved_in"),
                    number(row, "moved_out"),
                    number(row, "organisations_after"))));
  }

  private static <T> List<T> rows(Path file, Function<GenericRecord, T> reading)
      throws IOException {
    List<T> rows = new ArrayList<>();
    try (DataFileReader<GenericRecord> reader =
        new DataFileReader<>(file.toFile(), new GenericDatumReader<>())) {
      for (GenericRecord row : reader) {
        if (text(row, "sector").equals(Counts.ALL) && text(row, "axis").equals(AXIS)) {
          rows.add(reading.apply(row));
        }
      }
    } catch (IOException e) {
      throw new IOException("Cannot read the comparison's " + file + ": " + e.getMessage(), e);
    }
    return rows;
  }

  private static String text(GenericRecord row, String column) {
    return String.valueOf(row.get(column));
  }

  private static long number(GenericRecord row, String column) {
    return ((Number) row.get(column)).longValue();
  }
}
