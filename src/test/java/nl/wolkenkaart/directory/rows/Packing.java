package nl.wolkenkaart.directory.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs what tests read. */
final class Packing {
  static final String ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet";

  private static final String TYPE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private Packing() {}

  /** Writes a file, perhaps a large one. */
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }

  static byte[] zip(Map<String, Content> files) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(packed)) {
      for (Map.Entry<String, Content> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        if (file.getKey().equals("mimetype")) {
          store(entry, file.getValue());
        }
        out.putNextEntry(entry);
        file.getValue().write(out);
        out.closeEntry();
      }
    }
    return packed.toByteArray();
  }

  private static void store(ZipEntry entry, Content content) throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    content.write(plain);
    CRC32 sum = new CRC32();
    sum.update(plain.toByteArray());
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(plain.size());
    entry.setCrc(sum.getValue());
  }

  static Content text(String text) {
    return out -> out.write(text.getBytes(UTF_8));
  }

  /** A text with another one many times over in its middle. */
  static Content repeated(String before, String part, int times, String after) {
    return out -> {
      out.write(before.getBytes(UTF_8));
      byte[] bytes = part.getBytes(UTF_8);
      for (int i = 0; i < times; i++) {
        out.write(bytes);
      }
      out.write(after.getBytes(UTF_8));
    };
  }

  /** The beginning of an ODS's content, up to the first row of sheet Blad1. */
  static final String ODS_BEGIN =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content"
          + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
          + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
          + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
          + " xmlns:t=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
          + " xmlns:x=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
          + " xmlns:xlink=\"http://www.w3.org/1999/xlink\""
          + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body>"
          + "<office:spreadsheet><table:table table:name=\"Blad1\">";

  static final String ODS_END =
      "</table:table></office:spreadsheet></office:body></office:document-content>";

  static byte[] ods(Content content) throws IOException {
    Map<String, Content> files = new LinkedHashMap<>();
    files.put("mimetype", text(ODS_TYPE));
    files.put("content.xml", content);
    files.put("META-INF/manifest.xml", text("<manifest/>"));
    return zip(files);
  }

  /** A sheet's content in prefixes, {@code t:} for table and {@code x:} for text. */
  static byte[] odsRows(String rows) throws IOException {
    return ods(text(ODS_BEGIN + rows + ODS_END));
  }

  /** The beginning of an XLSX's sheet, up to its first row. */
  static final String SHEET_BEGIN =
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";

  static final String SHEET_END = "</sheetData></worksheet>";

  /**
   * A workbook with one sheet, its shared strings behind it as Excel has them.
   *
   * @param strings the part with the shared strings
   * @param styles the part with the styles
   */
  static byte[] xlsx(Content sheet, Content strings, Content styles) throws IOException {
    Map<String, Content> files = new LinkedHashMap<>();
    files.put("[Content_Types].xml", text("<Types/>"));
    files.put("_rels/.rels", text(relations("rId1", "officeDocument", "xl/workbook.xml")));
    files.put(
        "xl/workbook.xml",
        text(
            "<workbook xmlns:r=\""
                + TYPE
                + "\"><sheets><sheet name=\"Blad1\" sheetId=\"1\" r:id=\"rId3\"/></sheets>"
                + "</workbook>"));
    files.put(
        "xl/_rels/workbook.xml.rels",
        text(
            relations(
                "rId1",
                "styles",
                "styles.xml",
                "rId2",
                "sharedStrings",
                "/xl/sharedStrings.xml",
                "rId3",
                "worksheet",
                "worksheets/sheet1.xml")));
    files.put("xl/worksheets/sheet1.xml", sheet);
    files.put("xl/styles.xml", styles);
    files.put("xl/sharedStrings.xml", strings);
    return zip(files);
  }

  static byte[] xlsxRows(String rows, String strings) throws IOException {
    return xlsx(
        text(SHEET_BEGIN + rows + SHEET_END),
        text("<sst>" + strings + "</sst>"),
        text("<styleSheet/>"));
  }

  private static String relations(String... relations) {
    StringBuilder xml = new StringBuilder("<Relationships>");
    for (int i = 0; i < relations.length; i += 3) {
      xml.append("<Relationship Id=\"").append(relations[i]);
      xml.append("\" Type=\"").append(TYPE).append('/').append(relations[i + 1]);
      xml.append("\" Target=\"").append(relations[i + 2]).append("\"/>");
    }
    return xml.append("</Relationships>").toString();
  }
}
