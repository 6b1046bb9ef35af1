package nl.wolkenkaart.directory.rows;

import java.io.IOException;
import java.io.InputStream;

/** Reads one kind of file. An object holds nothing between two calls. */
public interface RowSource {

  /**
   * Reads to the end of the file.
   *
   * @param in not closed here
   * @throws UnreadableException when the content cannot be read, or not any further
   * @throws IOException when the bytes cannot be had
   */
  void read(InputStream in, RowSink sink) throws IOException;
}
