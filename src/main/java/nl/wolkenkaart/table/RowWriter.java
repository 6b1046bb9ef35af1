package nl.wolkenkaart.table;

import java.io.Closeable;
import java.io.IOException;

/** Writes the rows of one file, in the order in which they come. */
interface RowWriter<T> extends Closeable {
  void write(T row) throws IOException;
}
