package nl.wolkenkaart.directory.rows;

import java.io.IOException;
import java.io.InputStream;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The sheets of an OpenDocument spreadsheet (ODF 1.3 part 3, section 9), one after the other, read
 * from tag to tag: the libraries for these files hold all of a sheet. Cells and rows that a sheet
 * repeats, up to its last column and row, cost nothing where they are empty.
 *
 * <p>A cell is its text; a number its value, unless its text has the same digits and may so begin
 * with zeros; a date is in the form of ISO 8601. Remarks, drawings and tracked changes are no
 * cells.
 */
public final class OdsRows implements RowSource {

  @Override
  public void read(InputStream in, RowSink sink) throws IOException {
    try (ZipContent zip = ZipContent.of(in);
        InputStream content = zip.open("content.xml")) {
      if (content == null) {
        throw new UnreadableException("is no OpenDocument spreadsheet: it has no content.xml");
      }
      new Sheets(XmlElements.of(content), sink).read();
    }
  }

  /** One reading. */
  private static final class Sheets {
    private final XmlElements xml;
    private final SheetRow row;
    private final CellText text = new CellText();
    private String sheet = "";
    private long line;
    private long place;

    Sheets(XmlElements xml, RowSink sink) {
      this.xml = xml;
      this.row = new SheetRow(sink);
    }

    void read() throws IOException {
      while (xml.next()) {
        if (!xml.isStart()) {
          continue;
        }
        switch (xml.name()) {
          case "table" -> {
            String name = xml.attribute("name");
            sheet = PlainText.clean(name == null ? "" : name, PlainText.SHOWN);
            line = 1;
          }
          case "table-row" -> readRow();
          case "tracked-changes", "shapes", "annotation", "named-expressions" -> xml.skip();
          default -> {}
        }
      }
    }

    private void readRow() throws IOException {
      int outside = xml.depth() - 1;
      long times = repeated("number-rows-repeated");
      row.clear();
      place = 0;
      while (xml.next() && xml.depth() > outside) {
        if (xml.isStart("table-cell") || xml.isStart("covered-table-cell")) {
          readCell();
        } else if (xml.isStart()) {
          xml.skip();
        }
      }
      row.emit(sheet, line, times);
      line += times;
    }

    private void readCell() throws IOException {
      int outside = xml.depth() - 1;
      long times = repeated("number-columns-repeated");
      String value = value();
      boolean number = value != null && xml.attribute("value") != null;
      text.clear();
      while (xml.next() && xml.depth() > outside) {
        if (xml.isStart("p") || xml.isStart("h")) {
          if (!text.isEmpty()) {
            text.append("\n");
          }
          readParagraph();
        } else if (xml.isStart()) {
          xml.skip();
        }
      }
      String shown = text.toString();
      boolean said = value == null || (number && isDigits(shown));
      row.set(place, said ? shown : value, times);
      place += times;
    }

    private void readParagraph() throws IOException {
      int outside = xml.depth() - 1;
      while (xml.next() && xml.depth() > outside) {
        if (xml.isText()) {
          text.appendCollapsed(xml.piece());
        } else if (xml.isStart()) {
          switch (xml.name()) {
            case "s" -> {
              String count = xml.attribute("c");
              text.append(" ".repeat((int) Math.min(count(count), 100)));
            }
            case "tab" -> text.append("\t");
            case "line-break" -> text.append("\n");
            case "annotation", "note", "ruby-text" -> xml.skip();
            default -> {}
          }
        }
      }
    }

    /** The value that a cell has apart from its text, null where it has none. */
    private @Nullable String value() {
      String type = xml.attribute("value-type");
      return switch (type == null ? "" : type) {
        case "float", "percentage", "currency" -> SheetNumber.plain(xml.attribute("value"));
        case "date" -> SheetNumber.withoutMidnight(xml.attribute("date-value"));
        case "boolean" -> xml.attribute("boolean-value");
        case "string" -> xml.attribute("string-value");
        default -> null;
      };
    }

    private long repeated(String attribute) {
      return count(xml.attribute(attribute));
    }

    private static boolean isDigits(String text) {
      return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** A number of times; one where there is none that a sheet could have. */
    private static long count(@Nullable String times) {
      if (times == null || times.isEmpty() || times.length() > 9 || !isDigits(times)) {
        return 1;
      }
      return Math.max(1, Long.parseLong(times));
    }
  }
}
