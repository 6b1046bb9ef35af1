package nl.wolkenkaart.directory.rows;

import com.google.common.io.ByteStreams;
import com.google.common.io.CountingInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;

/**
 * Looks through the headers of a Parquet file (Parquet format 2.10) for sizes that no table has,
 * and for encodings whose sizes stand where only their decoder sees them.
 */
final class ParquetCheck {
  private static final int LARGEST_FOOTER = 16 << 20;
  static final int LARGEST_PAGE = 64 << 20;
  private static final int MOST_COLUMNS = 2_000;
  private static final int DEEPEST = 20;

  /** Compressed bytes of a row group, which the reader holds as a whole. */
  private static final long LARGEST_GROUP = 256L << 20;

  /** Values of one column in one row group, since they may all be of one row. */
  private static final long MOST_NESTED = 4L << 20;

  private static final Set<Encoding> ENCODINGS =
      Set.of(
          Encoding.PLAIN,
          Encoding.PLAIN_DICTIONARY,
          Encoding.RLE_DICTIONARY,
          Encoding.RLE,
          Encoding.BIT_PACKED);

  private final RandomAccessFile file;
  private final long size;

  private ParquetCheck(RandomAccessFile file) throws IOException {
    this.file = file;
    this.size = file.length();
  }

  /**
   * Looks at a file.
   *
   * @throws UnreadableException when it is damaged or not read; other exceptions come of thrift
   */
  static void check(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      new ParquetCheck(file).check();
    }
  }

  private void check() throws IOException {
    if (size < 12) {
      throw damaged("it ends too early");
    }
    byte[] end = new byte[8];
    file.seek(size - 8);
    file.readFully(end);
    if (end[4] != 'P' || end[5] != 'A' || end[6] != 'R' || end[7] != '1') {
      throw damaged("it has no footer; is it downloaded completely?");
    }
    int length = Integer.reverseBytes(ByteBuffer.wrap(end).getInt());
    if (length < 0 || length > LARGEST_FOOTER || length > size - 12) {
      throw damaged("its footer has no size that can be");
    }
    FileMetaData footer = Util.readFileMetaData(at(size - 8 - length, length));
    checkSchema(footer.getSchema());
    long rows = 0;
    for (RowGroup group : footer.getRow_groups()) {
      if (group.getNum_rows() < 0 || (rows += group.getNum_rows()) > Bounds.ROWS) {
        throw new UnreadableException("has more than 10,000,000 rows");
      }
      checkGroup(group);
    }
  }

  /** The tree of columns is a list in which each element says how many of those behind are its. */
  private static void checkSchema(List<SchemaElement> schema) throws UnreadableException {
    if (schema.size() > MOST_COLUMNS) {
      throw new UnreadableException("has more than " + MOST_COLUMNS + " columns");
    }
    Deque<Integer> open = new ArrayDeque<>();
    for (SchemaElement element : schema) {
      int children = element.isSetNum_children() ? element.getNum_children() : 0;
      if (children < 0 || children > MOST_COLUMNS) {
        throw damaged("a column has no number of columns that can be");
      }
      while (!open.isEmpty() && open.peek() == 0) {
        open.pop();
      }
      if (!open.isEmpty()) {
        open.push(open.pop() - 1);
      }
      open.push(children);
      if (open.size() > DEEPEST) {
        throw new UnreadableException("has columns nested deeper than " + DEEPEST);
      }
    }
  }

  private void checkGroup(RowGroup group) throws IOException {
    long packed = 0;
    for (ColumnChunk chunk : group.getColumns()) {
      ColumnMetaData column = chunk.getMeta_data();
      if (column == null || chunk.isSetFile_path()) {
        throw new UnreadableException("is a Parquet file that is encrypted or in several parts");
      }
      long from = column.getData_page_offset();
      if (column.isSetDictionary_page_offset() && column.getDictionary_page_offset() > 0) {
        from = Math.min(from, column.getDictionary_page_offset());
      }
      long length = column.getTotal_compressed_size();
      packed += length;
      if (from < 4 || length < 0 || from > size - length) {
        throw damaged("a column stands outside of it");
      }
      if (packed > LARGEST_GROUP) {
        throw new UnreadableException("has a row group of more than 256 MiB");
      }
      if (column.getNum_values() > Math.max(group.getNum_rows(), MOST_NESTED)) {
        throw new UnreadableException("has more than 4,194,304 nested values in a row group");
      }
      checkPages(at(from, length), length, column.getNum_values());
    }
  }

  private static void checkPages(InputStream in, long length, long values) throws IOException {
    CountingInputStream pages = new CountingInputStream(in);
    long left = values;
    while (left > 0 && pages.getCount() < length) {
      PageHeader page = Util.readPageHeader(pages);
      int packed = page.getCompressed_page_size();
      int plain = page.getUncompressed_page_size();
      if (packed < 0 || plain < 0 || plain > LARGEST_PAGE || packed > length - pages.getCount()) {
        throw damaged("a page has no size that can be");
      }
      left -= checkPage(page, plain, left);
      ByteStreams.skipFully(pages, packed);
    }
  }

  /** Number of values in a page of data, 0 for another. */
  private static int checkPage(PageHeader page, int plain, long left) throws UnreadableException {
    int values = 0;
    Encoding encoding = Encoding.PLAIN;
    if (page.isSetDictionary_page_header()) {
      encoding = page.getDictionary_page_header().getEncoding();
      if (page.getDictionary_page_header().getNum_values() > plain) {
        throw damaged("a dictionary has more values than bytes");
      }
    } else if (page.isSetData_page_header()) {
      encoding = page.getData_page_header().getEncoding();
      values = page.getData_page_header().getNum_values();
    } else if (page.isSetData_page_header_v2()) {
      encoding = page.getData_page_header_v2().getEncoding();
      values = page.getData_page_header_v2().getNum_values();
    }
    if (values < 0 || values > left) {
      throw damaged("a page has more values than its column");
    }
    if (!ENCODINGS.contains(encoding)) {
      throw new UnreadableException("has the Parquet encoding " + encoding + ", which is not read");
    }
    return values;
  }

  private InputStream at(long from, long length) throws IOException {
    file.seek(from);
    return new BufferedInputStream(
        ByteStreams.limit(Channels.newInputStream(file.getChannel()), length));
  }

  private static UnreadableException damaged(String how) {
    return new UnreadableException("is a damaged Parquet file: " + how);
  }
}
