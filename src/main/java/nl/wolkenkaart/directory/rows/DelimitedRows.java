package nl.wolkenkaart.directory.rows;

import java.io.IOException;
import java.io.InputStream;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Text with several cells on a line (RFC 4180) separated by a comma, semicolon, tab or vertical
 * bar; UTF-8, windows-1252, or UTF-16 with a byte order mark. Both are found out of the content,
 * the delimiter also from a first line {@code sep=;}, which is no row.
 */
public final class DelimitedRows implements RowSource {
  private static final int HEAD = 1 << 16;

  @Override
  public void read(InputStream in, RowSink sink) throws IOException {
    InputStream text = TextBytes.of(in);
    text.mark(HEAD);
    byte[] head = text.readNBytes(HEAD);
    text.reset();
    Character stated = stated(head);
    Character found = stated != null ? stated : Delimiter.of(head, head.length < HEAD);
    char delimiter = found == null ? ',' : found;
    if (found != null) {
      sink.found("columns separated by " + Delimiter.shown(delimiter));
    }
    TextEncoding encoding = TextEncoding.unknown();
    CsvRecords records = CsvRecords.delimited(text, delimiter, encoding);
    if (stated != null) {
      records.next();
    }
    TextRows rows = new TextRows(records, encoding, sink);
    rows.readAll();
  }

  /** The delimiter that the first line states for Excel, null where it does not. */
  private static @Nullable Character stated(byte[] head) {
    String line = new String(head, 0, Math.min(head.length, 16), TextEncoding.WINDOWS_1252);
    int from = line.startsWith("\u00ef\u00bb\u00bf") ? 3 : 0;
    boolean states =
        line.startsWith("sep=", from) && line.length() > from + 5 && isEnd(line.charAt(from + 5));
    char delimiter = states ? line.charAt(from + 4) : 0;
    return Delimiter.KNOWN.contains(delimiter) ? delimiter : null;
  }

  private static boolean isEnd(char c) {
    return c == '\r' || c == '\n';
  }
}
