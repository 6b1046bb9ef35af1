package nl.wolkenkaart.directory.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The texts that the cells of a workbook refer to by number (ECMA-376 part 1, 18.4.8). Any cell may
 * refer to any of them, so all are held, but as bytes in pages and not as an object each, and up to
 * a bound.
 */
final class XlsxStrings {
  /** Bytes of all texts: more than those of a sheet with a million organisations. */
  static final int MOST = 256 << 20;

  /** Texts. */
  static final int MOST_TEXTS = 8 << 20;

  private static final int PAGE = 1 << 20;

  private final int most;
  private final List<byte[]> pages = new ArrayList<>();
  private int used;
  private int count;

  /** End of each text: bytes of all texts up to it; negative where the text was too long. */
  private int[] ends = new int[1024];

  private XlsxStrings(int most) {
    this.most = most;
  }

  /**
   * Reads the part of a workbook.
   *
   * @param in null where the workbook has none
   * @param most bytes held
   */
  static XlsxStrings of(@Nullable InputStream in, int most) throws IOException {
    XlsxStrings strings = new XlsxStrings(most);
    if (in == null) {
      return strings;
    }
    XmlElements xml = XmlElements.of(in);
    CellText text = new CellText();
    while (xml.next()) {
      if (xml.isStart("si")) {
        text.clear();
        readItem(xml, text);
        strings.add(text.toString());
      }
    }
    return strings;
  }

  /** Moves to the end of an item and adds its text, without how it is pronounced. */
  static void readItem(XmlElements xml, CellText text) throws IOException {
    int outside = xml.depth() - 1;
    int inText = 0;
    while (xml.next() && xml.depth() > outside) {
      if (xml.isStart("rPh")) {
        xml.skip();
      } else if (xml.isStart("t")) {
        inText = xml.depth();
      } else if (xml.isEnd()) {
        inText = 0;
      } else if (xml.isText() && inText > 0) {
        text.append(xml.piece());
      }
    }
  }

  private void add(String text) throws UnreadableException {
    boolean tooLong = text.length() > Bounds.ROW_TEXT;
    byte[] bytes = Bounds.shownIf(tooLong, text).getBytes(UTF_8);
    if (used + (long) bytes.length > most || count == MOST_TEXTS) {
      throw new UnreadableException(
          "has more than %d MiB of shared strings, or %d of them; save it as CSV"
              .formatted(most >> 20, MOST_TEXTS));
    }
    for (int from = 0; from < bytes.length; ) {
      if (used % PAGE == 0) {
        pages.add(new byte[PAGE]);
      }
      int size = Math.min(bytes.length - from, PAGE - used % PAGE);
      System.arraycopy(bytes, from, pages.get(pages.size() - 1), used % PAGE, size);
      from += size;
      used += size;
    }
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
    }
    ends[count++] = tooLong ? -used - 1 : used;
  }

  /** Whether there is a text of that number. */
  boolean has(int number) {
    return number >= 0 && number < count;
  }

  /** Whether a text is longer than a row may be, so that only its beginning is held. */
  boolean isTooLong(int number) {
    return ends[number] < 0;
  }

  String get(int number) {
    int from = number == 0 ? 0 : end(number - 1);
    byte[] bytes = new byte[end(number) - from];
    for (int at = 0; at < bytes.length; ) {
      int inPage = (from + at) % PAGE;
      int size = Math.min(bytes.length - at, PAGE - inPage);
      System.arraycopy(pages.get((from + at) / PAGE), inPage, bytes, at, size);
      at += size;
    }
    return new String(bytes, UTF_8);
  }

  private int end(int number) {
    int end = ends[number];
    return end < 0 ? -end - 1 : end;
  }
}
