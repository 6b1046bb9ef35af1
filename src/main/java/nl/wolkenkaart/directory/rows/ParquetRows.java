package nl.wolkenkaart.directory.rows;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
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
          give(group, line, sink);
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

  private static void give(Group group, long line, RowSink sink) {
    List<@Nullable String> cells = new ArrayList<>();
    long units = 0;
    for (int i = 0; i < group.getType().getFieldCount(); i++) {
      String cell = PlainValue.cell(ParquetValues.of(group, i));
      cells.add(cell);
      units += cell == null ? 0 : cell.length();
    }
    if (units > Bounds.ROW_TEXT) {
      String begin = cells.stream().filter(Objects::nonNull).findFirst().orElse("");
      sink.reject(line, Bounds.shown(begin), "longer than 64 KiB");
    } else if (cells.stream().anyMatch(cell -> cell != null && !cell.isBlank())) {
      sink.row(new Row("", line, Collections.unmodifiableList(cells)));
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
