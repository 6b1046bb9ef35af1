package nl.wolkenkaart.directory.rows;

import com.google.common.io.ByteStreams;
import com.google.common.io.CountingInputStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The files in a file: itself, or what a gzip file (RFC 1952) or zip archive holds, also one in the
 * other. Which it is, is seen of the content and never of the name. A workbook is a zip archive
 * too, but handed over as it is.
 */
public final class Unpacked {
  private static final int DEEPEST = 3;

  private Unpacked() {}

  /** Takes one file after the other. */
  public interface Files {

    /**
     * Takes a file.
     *
     * @param entry name within the archives, bounded and safe to show; empty where the file is in
     *     none
     * @param in need not be read to its end, and not be closed; supports mark
     */
    void file(String entry, InputStream in) throws IOException;
  }

  /**
   * Hands over the files in a file.
   *
   * @param in not closed here
   * @throws UnreadableException when an archive is damaged, incomplete, empty, nested too deep, or
   *     unpacks to much more than lists do
   */
  public static void read(InputStream in, Files files) throws IOException {
    read("", in, files, 0);
  }

  private static void read(String entry, InputStream in, Files files, int depth)
      throws IOException {
    InputStream marked = new BufferedInputStream(in, 1 << 16);
    byte[] head = Recognition.head(marked);
    boolean gzip = Recognition.isGzip(head);
    boolean archive = Recognition.isArchive(head);
    if (depth == DEEPEST && (gzip || archive)) {
      throw new UnreadableException("is packed more than " + DEEPEST + " times over");
    }
    if (gzip) {
      readGzip(entry, marked, files, depth);
    } else if (archive) {
      readArchive(entry, marked, files, depth);
    } else {
      files.file(entry, marked);
    }
  }

  private static void readGzip(String entry, InputStream packed, Files files, int depth)
      throws IOException {
    CountingInputStream counted = new CountingInputStream(packed);
    InputStream unpacked;
    try {
      unpacked = new GZIPInputStream(counted, 1 << 15);
    } catch (EOFException e) {
      throw BoundedStream.endsEarly("gzip", e);
    } catch (ZipException e) {
      throw BoundedStream.damaged("gzip", e);
    }
    read(entry, new BoundedStream(unpacked, counted::getCount, "gzip"), files, depth + 1);
  }

  private static void readArchive(String entry, InputStream packed, Files files, int depth)
      throws IOException {
    int read = 0;
    try (ZipContent zip = ZipContent.of(packed)) {
      for (String name : zip.names()) {
        // What macOS adds to each file.
        if (name.startsWith("__MACOSX/") || name.endsWith(".DS_Store")) {
          continue;
        }
        String within = PlainText.clean(name, PlainText.SHOWN);
        try (InputStream in = zip.open(name)) {
          if (in != null) {
            read(entry.isEmpty() ? within : entry + "/" + within, in, files, depth + 1);
            ByteStreams.exhaust(in);
            read++;
          }
        }
      }
    }
    if (read == 0) {
      throw new UnreadableException("is a zip file without a file in it");
    }
  }
}
