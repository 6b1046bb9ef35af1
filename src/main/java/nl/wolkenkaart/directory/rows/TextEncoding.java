package nl.wolkenkaart.directory.rows;

import com.google.common.base.Utf8;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * In which of two encodings a text is, UTF-8 or windows-1252. Nothing is decided before the first
 * byte that is not ASCII, which may stand far behind the beginning; what decides then is whether
 * more of what has been read looks like UTF-8 than not.
 */
final class TextEncoding {
  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private @Nullable Charset charset;

  private TextEncoding(@Nullable Charset charset) {
    this.charset = charset;
  }

  /** UTF-8, whatever the text looks like. */
  static TextEncoding utf8() {
    return new TextEncoding(StandardCharsets.UTF_8);
  }

  /** One that has to be found out. */
  static TextEncoding unknown() {
    return new TextEncoding(null);
  }

  /** Says that there is a byte order mark of UTF-8. */
  void isUtf8() {
    charset = StandardCharsets.UTF_8;
  }

  /**
   * Decides where that is still to be done and can be done.
   *
   * @param end end of the bytes that are known
   */
  void look(byte[] bytes, int from, int size, int end) {
    if (charset == null && !isAscii(bytes, from, from + size)) {
      charset = looksLikeUtf8(bytes, from, end) ? StandardCharsets.UTF_8 : WINDOWS_1252;
    }
  }

  /** The text; U+FFFD where bytes are not in the encoding. */
  String decode(byte[] bytes, int from, int size) {
    return new String(bytes, from, size, charset == null ? StandardCharsets.UTF_8 : charset);
  }

  /** Whether all bytes of a decoded text are in the encoding. */
  boolean isRight(byte[] bytes, int from, int size, String text) {
    return WINDOWS_1252.equals(charset)
        ? text.indexOf('\ufffd') < 0
        : Utf8.isWellFormed(bytes, from, size);
  }

  /** Whether nothing but ASCII was seen. */
  boolean isAscii() {
    return charset == null;
  }

  /** Name of the encoding, US-ASCII as long as nothing else was seen. */
  String name() {
    return charset == null ? StandardCharsets.US_ASCII.name() : charset.name();
  }

  private static boolean isAscii(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean looksLikeUtf8(byte[] bytes, int from, int end) {
    int for8 = 0;
    int against = 0;
    int i = from;
    while (i < end) {
      int length = sequence(bytes[i] & 0xFF);
      if (length == 1) {
        i++;
      } else if (length > 1 && i + length > end) {
        // Cut off by the end of what is known: says nothing.
        break;
      } else if (length > 1 && Utf8.isWellFormed(bytes, i, length)) {
        for8++;
        i += length;
      } else {
        against++;
        i++;
      }
    }
    return for8 > against;
  }

  /** Length of the UTF-8 sequence that a byte begins, 0 where it begins none (RFC 3629). */
  private static int sequence(int first) {
    return first < 0x80
        ? 1
        : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
  }
}
