package nl.wolkenkaart.directory.rows;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The encoding of an XML document (XML 1.0, section 4.3.3 and appendix F). */
final class XmlEncoding {
  private static final int DECLARATION = 256;
  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

  private static final Map<String, Charset> KNOWN =
      Map.of(
          "utf-8", UTF_8,
          "utf8", UTF_8,
          "us-ascii", US_ASCII,
          "iso-8859-1", ISO_8859_1,
          "iso-8859-15", Charset.forName("ISO-8859-15"),
          "windows-1252", TextEncoding.WINDOWS_1252);

  private XmlEncoding() {}

  /** The characters of a document, without a byte order mark. */
  static Reader reader(InputStream in) throws IOException {
    PushbackInputStream pushed = new PushbackInputStream(in, DECLARATION);
    byte[] head = pushed.readNBytes(DECLARATION);
    int mark = 0;
    Charset charset;
    if (starts(head, 0xEF, 0xBB, 0xBF)) {
      charset = UTF_8;
      mark = 3;
    } else if (starts(head, 0xFE, 0xFF)) {
      charset = UTF_16BE;
      mark = 2;
    } else if (starts(head, 0xFF, 0xFE)) {
      charset = UTF_16LE;
      mark = 2;
    } else {
      charset = declared(new String(head, ISO_8859_1));
    }
    pushed.unread(head, mark, head.length - mark);
    return new InputStreamReader(
        pushed,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static Charset declared(String head) throws UnreadableException {
    Matcher declared = DECLARED.matcher(head);
    String name = declared.find() ? declared.group(1) : "utf-8";
    Charset charset = KNOWN.get(name.toLowerCase(Locale.ROOT));
    if (charset == null) {
      throw new UnreadableException(
          "is XML in the encoding " + PlainText.escape(name, 40) + ", which is not read");
    }
    return charset;
  }

  /** A failure to decode as a sentence; another one as it is. */
  static IOException explained(IOException problem, long line) {
    return problem instanceof CharacterCodingException
        ? new UnreadableException(
            "near line " + line + ": bytes that are not in the document's encoding", problem)
        : problem;
  }

  private static boolean starts(byte[] head, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
