package nl.wolkenkaart.directory.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** How a text begins, and which kind of list that is. */
final class TextHead {
  private static final int LINES = 100;

  /** Bytes of a file that is no text; some stray ones do not make a list another file. */
  private static final CharMatcher BINARY =
      CharMatcher.inRange('\0', '\u0008').or(CharMatcher.inRange('\u000e', '\u001f'));

  private static final Pattern ONE_VALUE = Pattern.compile("[^\\s,;|]+");
  private static final Pattern WITH_DOT = Pattern.compile(".+\\..+");

  private TextHead() {}

  /**
   * The text without a byte order mark, good enough to be looked at.
   *
   * @throws UnreadableException when these are no bytes of a text
   */
  static String of(byte[] head) throws IOException {
    byte[] bytes = TextBytes.of(new ByteArrayInputStream(head)).readAllBytes();
    String text = new String(bytes, UTF_8);
    if (BINARY.countIn(text) > text.length() / 100 + 1) {
      throw new UnreadableException("is neither text nor a workbook, Avro or Parquet file");
    }
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  /**
   * The kind of list that a text is.
   *
   * @param whole whether the text is all of the file
   */
  static ContentKind kind(String text, boolean whole) {
    List<String> lines = lines(text, whole);
    String start = text.stripLeading();
    long objects = lines.stream().filter(TextHead::isObject).count();
    if (start.startsWith("{") && objects * 2 > lines.size()) {
      return ContentKind.NDJSON;
    }
    if (start.startsWith("{") || start.startsWith("[")) {
      return ContentKind.JSON;
    }
    long values = lines.stream().filter(line -> ONE_VALUE.matcher(line).matches()).count();
    long withDot = lines.stream().filter(line -> WITH_DOT.matcher(line).matches()).count();
    // A list with a header has a line without a dot, one with a remark a line of several words.
    boolean bare = values * 10 >= lines.size() * 9L && withDot * 2 > lines.size();
    return bare ? ContentKind.LINES : ContentKind.DELIMITED;
  }

  private static boolean isObject(String line) {
    return line.startsWith("{") && line.endsWith("}");
  }

  /** The first lines that are neither blank nor a remark; the last one cut off does not count. */
  private static List<String> lines(String text, boolean whole) {
    List<String> lines = Splitter.on('\n').limit(LINES + 1).trimResults().splitToList(text);
    int complete =
        lines.size() > 1 && (!whole || lines.size() > LINES) ? lines.size() - 1 : lines.size();
    List<String> said =
        lines.subList(0, complete).stream()
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
    return said.isEmpty() ? List.of("") : said;
  }
}
