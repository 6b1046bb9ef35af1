package nl.wolkenkaart.directory.rows;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The files in a zip archive (APPNOTE.TXT), by its central directory: only there does it show
 * whether an archive is complete, and only with it can workbooks be read, whose parts stand in any
 * order.
 */
final class ZipContent implements AutoCloseable {
  private static final int MOST_ENTRIES = 10_000;
  private static final int LARGEST_DIRECTORY = 16 << 20;

  /** The end record without its comment, and the longest comment. */
  private static final int END = 22;

  private static final int END_SIGNATURE = 0x06054b50;
  private static final int LONGEST_COMMENT = 0xFFFF;

  private final Spooled spooled;
  private final ZipFile zip;

  private ZipContent(Spooled spooled, ZipFile zip) {
    this.spooled = spooled;
    this.zip = zip;
  }

  /**
   * @param in read to its end, not closed here
   * @throws UnreadableException when this is no zip archive or has too many files
   */
  static ZipContent of(InputStream in) throws IOException {
    Spooled spooled = Spooled.of(in);
    try {
      checkDirectory(spooled);
      // Names that are not marked as UTF-8 are in any encoding; in this one each can be decoded.
      ZipFile zip = new ZipFile(spooled.file().toFile(), ISO_8859_1);
      ZipContent content = new ZipContent(spooled, zip);
      if (zip.size() > MOST_ENTRIES) {
        content.close();
        throw new UnreadableException("is a zip file with more than 10,000 files");
      }
      return content;
    } catch (ZipException e) {
      spooled.close();
      throw BoundedStream.damaged("zip", e);
    } catch (IOException | RuntimeException e) {
      spooled.close();
      throw e;
    }
  }

  /** The JDK holds the whole directory in memory, so its size is looked at before. */
  private static void checkDirectory(Spooled spooled) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(spooled.file().toFile(), "r")) {
      int size = (int) Math.min(file.length(), END + LONGEST_COMMENT);
      byte[] tail = new byte[size];
      file.seek(file.length() - size);
      file.readFully(tail);
      for (int i = size - END; i >= 0; i--) {
        if (number(tail, i) == END_SIGNATURE) {
          if (number(tail, i + 12) > LARGEST_DIRECTORY) {
            throw new UnreadableException("is a zip file with too many files");
          }
          return;
        }
      }
    }
    throw new UnreadableException("is a zip file without an end; is it downloaded completely?");
  }

  private static long number(byte[] bytes, int at) {
    long number = 0;
    for (int i = 3; i >= 0; i--) {
      number = number << 8 | (bytes[at + i] & 0xFF);
    }
    return number;
  }

  /** Names of the files, in the order of the directory. */
  List<String> names() throws IOException {
    try {
      return zip.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();
    } catch (IllegalArgumentException e) {
      throw badName(e);
    }
  }

  /**
   * The JDK looks at the characters of a name when it is asked for, not when the file is opened.
   */
  private static IOException badName(IllegalArgumentException e) {
    return new UnreadableException("is a damaged zip file: a name in it is not UTF-8", e);
  }

  /**
   * Opens a file.
   *
   * @return null where there is none of that name
   */
  @Nullable InputStream open(String name) throws IOException {
    try {
      ZipEntry entry = zip.getEntry(name);
      if (entry == null) {
        return null;
      }
      InputStream raw = zip.getInputStream(entry);
      if (raw == null) {
        return null;
      }
      InputStream whole = new Whole(new CheckedInputStream(raw, new CRC32()), entry.getCrc());
      return new BufferedInputStream(new BoundedStream(whole, entry::getCompressedSize, "zip"));
    } catch (ZipException e) {
      throw BoundedStream.damaged("zip", e);
    } catch (IllegalArgumentException e) {
      throw badName(e);
    }
  }

  /** Says at its end whether the bytes are those that were packed. */
  private static final class Whole extends java.io.FilterInputStream {
    private final CheckedInputStream checked;
    private final long sum;

    Whole(CheckedInputStream checked, long sum) {
      super(checked);
      this.checked = checked;
      this.sum = sum;
    }

    @Override
    public int read(byte[] target, int from, int most) throws IOException {
      int count = checked.read(target, from, most);
      if (count < 0 && sum >= 0 && checked.getChecksum().getValue() != sum) {
        throw new ZipException("wrong checksum");
      }
      return count;
    }
  }

  @Override
  public void close() throws IOException {
    try (spooled) {
      zip.close();
    }
  }
}
