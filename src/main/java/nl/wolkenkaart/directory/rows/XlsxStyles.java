package nl.wolkenkaart.directory.rows;

import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Which styles of a workbook show a number as a date (ECMA-376 part 1, 18.8.30 and 18.8.10). */
final class XlsxStyles {
  private static final int MOST = 65_536;

  private final BitSet dates = new BitSet();

  private XlsxStyles() {}

  /**
   * Reads the part of a workbook.
   *
   * @param in null where the workbook has none
   */
  static XlsxStyles of(@Nullable InputStream in) throws IOException {
    XlsxStyles styles = new XlsxStyles();
    if (in == null) {
      return styles;
    }
    Set<String> formats = new HashSet<>();
    XmlElements xml = XmlElements.of(in);
    boolean ofCells = false;
    int number = 0;
    while (xml.next()) {
      if (xml.isStart("cellXfs") || xml.isEnd("cellXfs")) {
        ofCells = xml.isStart();
      } else if (xml.isStart("numFmt") && formats.size() < MOST) {
        String code = xml.attribute("formatCode");
        String id = xml.attribute("numFmtId");
        if (id != null && code != null && showsDay(code)) {
          formats.add(id);
        }
      } else if (xml.isStart("xf") && ofCells && number < MOST) {
        String id = xml.attribute("numFmtId");
        styles.dates.set(number++, id != null && (formats.contains(id) || isKnownDate(id)));
      }
    }
    return styles;
  }

  /** Whether cells with this style are dates. */
  boolean isDate(@Nullable String style) {
    return style != null && style.matches("[0-9]{1,5}") && dates.get(Integer.parseInt(style));
  }

  /** The formats with a day or a year of those that need not be in the file. */
  private static boolean isKnownDate(String id) {
    return switch (id) {
      case "14", "15", "16", "17", "22" -> true;
      default -> false;
    };
  }

  /** Whether a format shows a day or a year, outside of text, colours and conditions. */
  private static boolean showsDay(String code) {
    boolean quoted = false;
    boolean bracketed = false;
    for (int i = 0; i < code.length(); i++) {
      char c = Character.toLowerCase(code.charAt(i));
      if (quoted) {
        quoted = c != '"';
      } else if (bracketed) {
        bracketed = c != ']';
      } else if (c == '"') {
        quoted = true;
      } else if (c == '[') {
        bracketed = true;
      } else if (c == '\\' || c == '_' || c == '*') {
        i++;
      } else if (c == 'd' || c == 'y') {
        return true;
      }
    }
    return false;
  }
}
