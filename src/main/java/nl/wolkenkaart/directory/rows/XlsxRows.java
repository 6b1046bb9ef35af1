package nl.wolkenkaart.directory.rows;

import java.io.IOException;
import java.io.InputStream;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The sheets of an Office Open XML workbook (ECMA-376 part 1, 18.3), one after the other, read from
 * tag to tag. The libraries that read these as a stream (fastexcel-reader, Apache POI) hold all
 * shared strings as objects, make a list as long as the column that a cell claims, and give up a
 * whole file for one wrong cell.
 *
 * <p>A cell is its text; a number is without exponent, a date in the form of ISO 8601, a formula
 * what it last gave, a truth value {@code true} or {@code false}.
 */
public final class XlsxRows implements RowSource {
  private final int mostStrings;

  public XlsxRows() {
    this(XlsxStrings.MOST);
  }

  /**
   * With another bound.
   *
   * @param mostStrings bytes of shared strings
   */
  XlsxRows(int mostStrings) {
    this.mostStrings = mostStrings;
  }

  @Override
  public void read(InputStream in, RowSink sink) throws IOException {
    try (ZipContent zip = ZipContent.of(in)) {
      XlsxParts parts = XlsxParts.of(zip);
      XlsxStrings strings;
      try (InputStream part = open(zip, parts.strings())) {
        strings = XlsxStrings.of(part, mostStrings);
      }
      XlsxStyles styles;
      try (InputStream part = open(zip, parts.styles())) {
        styles = XlsxStyles.of(part);
      }
      XlsxCells cells = new XlsxCells(strings, styles, parts.from1904());
      SheetRow row = new SheetRow(sink);
      for (XlsxParts.Sheet sheet : parts.sheets()) {
        try (InputStream part = zip.open(sheet.part())) {
          if (part == null) {
            throw new UnreadableException("has no content for the sheet '" + sheet.name() + "'");
          }
          read(XmlElements.of(part), sheet.name(), cells, row);
        }
      }
    }
  }

  private static @Nullable InputStream open(ZipContent zip, @Nullable String part)
      throws IOException {
    return part == null ? null : zip.open(part);
  }

  private static void read(XmlElements xml, String sheet, XlsxCells cells, SheetRow row)
      throws IOException {
    long line = 0;
    while (xml.next()) {
      if (xml.isStart("row")) {
        line = Math.max(line + 1, XlsxCells.number(xml.attribute("r")));
        row.clear();
        cells.read(xml, row);
        row.emit(sheet, line, 1);
      }
    }
  }
}
