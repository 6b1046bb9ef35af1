package nl.wolkenkaart.directory.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a reader gives. */
final class Given implements RowSink {
  private final List<Row> rows = new ArrayList<>();
  private final List<Refused> refused = new ArrayList<>();
  private final List<String> found = new ArrayList<>();

  /** A row that was rejected. */
  record Refused(long line, String value, String reason) {}

  static Given by(RowSource source, byte[] content) throws IOException {
    Given given = new Given();
    source.read(new ByteArrayInputStream(content), given);
    return given;
  }

  static Given by(RowSource source, String content) throws IOException {
    return by(source, content.getBytes(UTF_8));
  }

  static Row row(long line, String... cells) {
    return new Row("", line, List.of(cells));
  }

  List<Row> rows() {
    return rows;
  }

  List<List<String>> cells() {
    return rows.stream().map(Row::cells).toList();
  }

  List<Refused> refused() {
    return refused;
  }

  List<String> found() {
    return found;
  }

  @Override
  public void row(Row row) {
    rows.add(row);
  }

  @Override
  public void reject(long line, String value, String reason) {
    refused.add(new Refused(line, value, reason));
  }

  @Override
  public void found(String what) {
    found.add(what);
  }
}
