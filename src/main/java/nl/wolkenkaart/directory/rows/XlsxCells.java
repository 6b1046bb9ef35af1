package nl.wolkenkaart.directory.rows;

import java.io.IOException;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Reads the cells of a workbook's row (ECMA-376 part 1, 18.3.1.4 and 18.18.11). */
final class XlsxCells {
  private final XlsxStrings strings;
  private final XlsxStyles styles;
  private final boolean from1904;
  private final CellText text = new CellText();

  XlsxCells(XlsxStrings strings, XlsxStyles styles, boolean from1904) {
    this.strings = strings;
    this.styles = styles;
    this.from1904 = from1904;
  }

  /** Moves from the start to the end of a row and sets its cells. */
  void read(XmlElements xml, SheetRow row) throws IOException {
    int outside = xml.depth() - 1;
    long next = 0;
    while (xml.next() && xml.depth() > outside) {
      if (xml.isStart("c")) {
        long place = place(xml.attribute("r"), next);
        next = place + 1;
        readCell(xml, row, place);
      } else if (xml.isStart()) {
        xml.skip();
      }
    }
  }

  private void readCell(XmlElements xml, SheetRow row, long place) throws IOException {
    int outside = xml.depth() - 1;
    String type = xml.attribute("t");
    boolean date = styles.isDate(xml.attribute("s"));
    text.clear();
    while (xml.next() && xml.depth() > outside) {
      if (xml.isStart("is")) {
        XlsxStrings.readItem(xml, text);
      } else if (xml.isStart("v")) {
        readValue(xml);
      } else if (xml.isStart()) {
        xml.skip();
      }
    }
    if (!text.isEmpty()) {
      set(row, place, type == null ? "n" : type, date);
    }
  }

  private void readValue(XmlElements xml) throws IOException {
    int outside = xml.depth() - 1;
    while (xml.next() && xml.depth() > outside) {
      text.append(xml.piece());
    }
  }

  private void set(SheetRow row, long place, String type, boolean date) {
    String value = text.toString();
    switch (type) {
      case "s" -> setShared(row, place, value);
      case "b" -> row.set(place, value.equals("1") ? "true" : "false", 1);
      case "n" -> {
        String number = date ? SheetNumber.date(value, from1904) : SheetNumber.plain(value);
        row.set(place, number == null ? value : number, 1);
      }
      case "d" -> {
        String day = SheetNumber.withoutMidnight(value);
        row.set(place, day == null ? value : day, 1);
      }
      default -> row.set(place, value, 1);
    }
  }

  private void setShared(SheetRow row, long place, String value) {
    long number = number(value.strip());
    int index = (int) Math.min(number, Integer.MAX_VALUE);
    if (!strings.has(index)) {
      row.refuse(value, "a cell refers to a text that the workbook does not have");
    } else if (strings.isTooLong(index)) {
      row.refuse(strings.get(index), "longer than 64 KiB");
    } else {
      row.set(place, strings.get(index), 1);
    }
  }

  /** A number of up to nine digits, -1 for other text. */
  static long number(@Nullable String text) {
    return text != null && text.matches("[0-9]{1,9}") ? Long.parseLong(text) : -1;
  }

  /**
   * The place of a cell such as {@code AB12}, counted from 0; the given one for other text.
   *
   * @param next the place behind the cell before
   */
  private static long place(@Nullable String reference, long next) {
    long place = 0;
    int letters = 0;
    while (reference != null && letters < reference.length() && isLetter(reference, letters)) {
      place = place * 26 + (reference.charAt(letters) - 'A' + 1);
      letters++;
      if (letters > 6) {
        return next;
      }
    }
    return letters == 0 ? next : place - 1;
  }

  private static boolean isLetter(String text, int place) {
    return text.charAt(place) >= 'A' && text.charAt(place) <= 'Z';
  }
}
