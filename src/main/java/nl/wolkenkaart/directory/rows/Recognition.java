package nl.wolkenkaart.directory.rows;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What a file is, by the first 64 KiB of its content.
 *
 * @param kind kind of file
 * @param root local name of an XML document's root element; empty for other kinds
 * @param namespace that element's namespace; empty where it has none and for other kinds
 */
public record Recognition(ContentKind kind, String root, String namespace) {
  static final int HEAD = 1 << 16;

  /** How files begin that hold no rows, or that nothing here reads, and what to do then. */
  private static final Map<String, String> REFUSED = new LinkedHashMap<>();

  static {
    REFUSED.put("%PDF", "is a PDF document, not a list");
    REFUSED.put(
        "\u00d0\u00cf\u0011\u00e0",
        "is a workbook of the old kind (.xls); save it as .xlsx or CSV");
    REFUSED.put("7z\u00bc\u00af", "is packed with 7-Zip; unpack it first");
    REFUSED.put("Rar!", "is packed with RAR; unpack it first");
    REFUSED.put("BZh", "is packed with bzip2; unpack it first");
    REFUSED.put("\u00fd7zXZ", "is packed with xz; unpack it first");
    REFUSED.put("(\u00b5/\u00fd", "is packed with zstandard; unpack it first");
    REFUSED.put("SQLite format 3", "is a database (SQLite), not a list");
    REFUSED.put("{\\rtf", "is a text document (RTF), not a list");
  }

  private static final Pattern HTML =
      Pattern.compile(
          "^(?:\\s|<\\?xml[^>]*>|<!--.*?-->)*<(?:!doctype\\s+html|html|head|body|script|meta|title)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern TITLE =
      Pattern.compile("<title[^>]*>([^<]{1,200})", Pattern.CASE_INSENSITIVE);

  /**
   * Looks at how a file begins, which can still be read from its beginning afterwards.
   *
   * @param in supports mark
   * @throws UnreadableException when the file is empty, a web page, or of no kind that is read; a
   *     packed file must be unpacked first
   */
  public static Recognition of(InputStream in) throws IOException {
    byte[] head = head(in);
    String bytes = new String(head, ISO_8859_1);
    if (bytes.isBlank()) {
      throw new UnreadableException(
          head.length < HEAD ? "is empty" : "begins with 64 KiB of blanks");
    }
    for (Map.Entry<String, String> refused : REFUSED.entrySet()) {
      if (bytes.startsWith(refused.getKey())) {
        throw new UnreadableException(refused.getValue());
      }
    }
    if (isGzip(head) || isArchive(head)) {
      throw new UnreadableException("is a packed file within a packed file");
    }
    ContentKind workbook = isZip(bytes) ? zipKind(bytes) : null;
    if (workbook != null) {
      return of(workbook);
    }
    if (bytes.startsWith("Obj\u0001")) {
      return of(ContentKind.AVRO);
    }
    if (bytes.startsWith("PAR1")) {
      return of(ContentKind.PARQUET);
    }
    String text = TextHead.of(head);
    checkNoPage(text);
    if (text.stripLeading().startsWith("<")) {
      return xml(head);
    }
    return of(TextHead.kind(text, head.length < HEAD));
  }

  private static Recognition of(ContentKind kind) {
    return new Recognition(kind, "", "");
  }

  private static void checkNoPage(String text) throws UnreadableException {
    Matcher page = HTML.matcher(text);
    if (page.find()) {
      Matcher title = TITLE.matcher(text);
      throw new UnreadableException(
          "is a web page"
              + (title.find() ? ", '" + PlainText.clean(title.group(1), 100) + "'" : "")
              + ", as a site answers in place of a file that it does not give");
    }
  }

  private static Recognition xml(byte[] head) throws IOException {
    XmlElements xml = XmlElements.of(new ByteArrayInputStream(head));
    while (xml.next()) {
      if (xml.isStart()) {
        return new Recognition(ContentKind.XML, xml.name(), xml.namespace());
      }
    }
    throw new UnreadableException("is XML without an element");
  }

  /** The first bytes, which stay to be read. */
  static byte[] head(InputStream in) throws IOException {
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    return head;
  }

  static boolean isGzip(byte[] head) {
    return head.length > 1 && head[0] == 0x1F && (head[1] & 0xFF) == 0x8B;
  }

  /** Whether a file is a zip archive and no workbook. */
  static boolean isArchive(byte[] head) throws IOException {
    String bytes = new String(head, 0, Math.min(head.length, 512), ISO_8859_1);
    return isZip(bytes) && zipKind(bytes) == null;
  }

  private static boolean isZip(String bytes) {
    return bytes.startsWith("PK\u0003\u0004") || bytes.startsWith("PK\u0005\u0006");
  }

  /** The kind of workbook by the first file in it, null for another archive. */
  private static @Nullable ContentKind zipKind(String bytes) throws UnreadableException {
    if (bytes.length() < 30) {
      return null;
    }
    int length = bytes.charAt(26) | bytes.charAt(27) << 8;
    String name = bytes.substring(30, Math.min(30 + length, bytes.length()));
    if (name.equals("mimetype")) {
      boolean stored = bytes.charAt(8) == 0;
      int extra = bytes.charAt(28) | bytes.charAt(29) << 8;
      String type = bytes.substring(Math.min(38 + extra, bytes.length()));
      if (!stored || type.startsWith("application/vnd.oasis.opendocument.spreadsheet")) {
        return ContentKind.ODS;
      }
      throw new UnreadableException("is a document, but no OpenDocument spreadsheet");
    }
    if (name.equals("[Content_Types].xml")
        || name.equals("_rels/.rels")
        || name.startsWith("xl/")
        || name.startsWith("docProps/")) {
      return ContentKind.XLSX;
    }
    return name.equals("content.xml") || name.equals("META-INF/manifest.xml")
        ? ContentKind.ODS
        : null;
  }
}
