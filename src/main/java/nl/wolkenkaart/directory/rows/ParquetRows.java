package nl.wolkenkaart.directory.rows;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.Type;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The records of a Parquet file, a column a cell. The first row, in line 0, is the names of the
 * columns; nested values are JSON.
 *
 * <p>Parquet's reader trusts the sizes that a file claims; {@link ParquetCheck} looks at those in
 * its headers before. Those within a page cannot be seen without decoding it; where one of them
 * asks for more memory than there is, the file is given up as damaged, and that memory was never
 * taken.
 */
public final class ParquetRows implements RowSource {

  @Override
  public void read(InputStream in, RowSink sink) throws IOException {
    try (Spooled spooled = Spooled.of(in)) {
      try {
        ParquetCheck.check(spooled.file());
      } catch (RuntimeException e) {
        throw damaged(e);
      }
      try (ParquetReader<Group> reader = open(new LocalInputFile(spooled.file()))) {
        boolean begun = false;
        long line = 0;
        for (Group group = next(reader); group != null; group = next(reader)) {
          if (!begun) {
            List<Type> columns = group.getType().getFields();
            sink.row(new Row("", 0, columns.stream().map(Type::getName).toList()));
            begun = true;
          }
          line++;
          give(cells(group), line, sink);
        }
      }
    }
  }

  private static ParquetReader<Group> open(InputFile file) throws IOException {
    try {
      return new Groups(file).build();
    } catch (RuntimeException e) {
      throw damaged(e);
    }
  }

  /** The next record, null behind the last. */
  private static @Nullable Group next(ParquetReader<Group> reader) throws IOException {
    try {
      return reader.read();
    } catch (RuntimeException | OutOfMemoryError e) {
      throw damaged(e);
    }
  }

  private static UnreadableException damaged(Throwable cause) {
    return cause.getCause() instanceof UnreadableException known
        ? known
        : new UnreadableException("is a damaged Parquet file, or one of a kind not read", cause);
  }

  /** The values of a record, which Parquet reads when they are asked for. */
  private static List<@Nullable String> cells(Group group) throws IOException {
    try {
      List<@Nullable String> cells = new ArrayList<>();
      for (int i = 0; i < group.getType().getFieldCount(); i++) {
        cells.add(PlainValue.cell(ParquetValues.of(group, i)));
      }
      return Collections.unmodifiableList(cells);
    } catch (RuntimeException | OutOfMemoryError e) {
      throw damaged(e);
    }
  }

  private static void give(List<@Nullable String> cells, long line, RowSink sink) {
    long units = 0;
    String begin = "";
    for (String cell : cells) {
      if (cell != null && !cell.isBlank()) {
        units += cell.length();
        begin = begin.isEmpty() ? cell : begin;
      }
    }
    if (units > Bounds.ROW_TEXT) {
      sink.reject(line, Bounds.shown(begin), "longer than 64 KiB");
    } else if (units > 0) {
      sink.row(new Row("", line, cells));
    }
  }

  /** Records by their columns alone: nothing of what a writer left in the footer is looked at. */
  private static final class Groups extends ParquetReader.Builder<Group> {
    Groups(InputFile file) {
      super(file, new PlainParquetConfiguration());
      withCodecFactory(new ParquetPages());
      usePageChecksumVerification();
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }
}
