package nl.wolkenkaart.table;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.wolkenkaart.directory.Reject;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettledFooterTest {
  @TempDir Path folder;

  private static FileMetaData footer(byte[] file) throws IOException {
    int length = ByteBuffer.wrap(file, file.length - 8, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
    return Util.readFileMetaData(new ByteArrayInputStream(file, file.length - 8 - length, length));
  }

  private byte[] table() throws IOException {
    List<Reject> rows = new ArrayList<>();
    for (long line = 1; line <= 100; line++) {
      rows.add(new Reject("list.csv", line, "value", "reason " + line % 3));
    }
    RowFiles.write(folder, "rejects", Reject.class, rows, TableFormat.PARQUET);
    return Files.readAllBytes(folder.resolve("rejects.parquet"));
  }

  @Test
  void encodingsStandInOrder() throws IOException {
    int several = 0;
    for (ColumnChunk column : footer(table()).getRow_groups().get(0).getColumns()) {
      List<Encoding> encodings = column.getMeta_data().getEncodings();
      List<Encoding> sorted = new ArrayList<>(encodings);
      Collections.sort(sorted);
      assertThat(encodings, is(sorted));
      several += encodings.size() > 1 ? 1 : 0;
    }
    assertThat("columns with several encodings", several, is(greaterThan(1)));
  }

  /**
   * A footer whose encodings stand the other way round, as another JVM may leave them, gives the
   * same bytes.
   */
  @Test
  void whicheverOrderTheLibraryLeft() throws IOException {
    byte[] settled = table();
    FileMetaData footer = footer(settled);
    footer
        .getRow_groups()
        .get(0)
        .getColumns()
        .forEach(column -> Collections.reverse(column.getMeta_data().getEncodings()));
    ByteArrayOutputStream turned = new ByteArrayOutputStream();
    Util.writeFileMetaData(footer, turned);
    byte[] other = settled.clone();
    System.arraycopy(
        turned.toByteArray(), 0, other, settled.length - 8 - turned.size(), turned.size());
    Path file = Files.write(folder.resolve("other.parquet"), other);
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    SettledFooter.copy(file, again);
    assertThat(again.toByteArray(), is(settled));
  }
}
