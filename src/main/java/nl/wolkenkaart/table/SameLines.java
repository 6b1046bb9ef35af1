package nl.wolkenkaart.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Takes what should be in a text file and remembers the first line in which the file differs. Of
 * the file no more is held than of what should be there, however long its lines are.
 */
final class SameLines extends OutputStream {
  /** Of a line that differs this much is shown, in bytes. */
  private static final int SHOWN = 120;

  private final InputStream file;
  private final ByteArrayOutputStream is = new ByteArrayOutputStream();
  private final ByteArrayOutputStream should = new ByteArrayOutputStream();
  private byte[] there = new byte[0];
  private long number = 1;
  private boolean same = true;
  private boolean ended;
  private @Nullable String difference;

  /** Compares with what can be read of a stream, which is closed in the end. */
  SameLines(InputStream file) {
    this.file = file;
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int from, int length) throws IOException {
    if (!same) {
      finish(octets, from, length);
      return;
    }
    if (there.length < length) {
      there = new byte[length];
    }
    int read = file.readNBytes(there, 0, length);
    int equal = Arrays.mismatch(there, 0, read, octets, from, from + length);
    pass(octets, from, equal < 0 ? length : equal);
    if (equal >= 0) {
      same = false;
      showFile(equal, read);
      finish(octets, from + equal, length - equal);
    }
  }

  /** Goes over what is in both: counts lines, and keeps the beginning of the last one. */
  private void pass(byte[] octets, int from, int length) {
    int begin = from;
    for (int i = from; i < from + length; i++) {
      if (octets[i] == '\n') {
        number++;
        begin = i + 1;
        is.reset();
      }
    }
    is.write(octets, begin, Math.min(from + length - begin, Math.max(0, SHOWN + 1 - is.size())));
  }

  private void showFile(int from, int read) throws IOException {
    should.writeBytes(is.toByteArray());
    ended = from == read && is.size() == 0;
    if (!take(is, there, from, read - from)) {
      byte[] more = file.readNBytes(SHOWN);
      ended &= more.length == 0;
      take(is, more, 0, more.length);
    }
  }

  /** Adds to a line up to its end; gives whether that is reached, or enough is there. */
  private static boolean take(ByteArrayOutputStream line, byte[] octets, int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (octets[i] == '\n' || line.size() > SHOWN) {
        return true;
      }
      line.write(octets[i]);
    }
    return false;
  }

  private void finish(byte[] octets, int from, int length) {
    if (difference == null && take(should, octets, from, length)) {
      tell();
    }
  }

  private void tell() {
    difference =
        ended
            ? "ends before line " + number + ", which should be: " + text(should)
            : "line " + number + " is: " + text(is) + "; it should be: " + text(should);
  }

  private static String text(ByteArrayOutputStream line) {
    byte[] octets = line.toByteArray();
    return octets.length <= SHOWN
        ? new String(octets, UTF_8)
        : new String(octets, 0, SHOWN, UTF_8) + "...";
  }

  /** The first difference in words; null where there is none. To be asked when this is closed. */
  @Nullable String difference() {
    return difference;
  }

  @Override
  public void close() throws IOException {
    try (InputStream closing = file) {
      if (!same && difference == null) {
        tell();
      } else if (same && difference == null) {
        byte[] more = closing.readNBytes(SHOWN + 1);
        if (more.length > 0) {
          take(is, more, 0, more.length);
          difference = "goes on after its last line: " + text(is);
        }
      }
    }
  }
}
