package nl.wolkenkaart.table;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;

/**
 * A Parquet file: zstandard, dictionaries, lists in the three levels of the Parquet format's
 * "LogicalTypes", which every reader knows.
 *
 * <p>All sizes are fixed here, since another size gives other bytes. The footer has the schema and
 * the version of the library, and no time or host.
 */
final class ParquetTable<T extends IndexedRecord> implements RowWriter<T> {
  private static final long ROW_GROUP_BYTES = 64L << 20;
  private static final int PAGE_BYTES = 1 << 20;
  private static final int PAGE_ROWS = 20_000;

  /**
   * Columns by which a reader looks for one row. Their Bloom filters have the size for as many
   * values as there are rows, up to 1 MiB. The library gives no filter to a column with a
   * dictionary; these hold hardly a value twice and go without one.
   */
  private static final ImmutableList<String> SEARCHED =
      ImmutableList.of("domain", "organisation_id");

  private static final int MOST_FILTER_BYTES = 1 << 20;

  private final ParquetWriter<T> writer;
  private final OutputStream out;
  private final Path unsettled;

  /**
   * A file.
   *
   * @param model knows how to get at the values of a row
   * @param rows how many will come, for the size of the filters
   */
  ParquetTable(Schema schema, GenericData model, OutputStream out, long rows) throws IOException {
    this.out = out;
    this.unsettled = Files.createTempFile("wolkenkaart", ".parquet");
    AvroParquetWriter.Builder<T> builder =
        AvroParquetWriter.<T>builder(new LocalOutputFile(unsettled));
    for (String column : SEARCHED) {
      // Said of a column that this schema lacks, too: the library asks one shared factory for the
      // encodings, which knows the settings of the writer that was built last, of whatever table
      // (apache/parquet-java#2174, #3497). So all writers have the same.
      builder.withDictionaryEncoding(column, false);
      if (schema.getField(column) != null) {
        builder.withBloomFilterEnabled(column, true).withBloomFilterNDV(column, Math.max(1, rows));
      }
    }
    for (String[] path : ParquetRows.columns(schema).getPaths()) {
      if (path.length > 1) {
        // Nobody skips rows by the smallest and largest text of all evidence in a group of them.
        builder.withStatisticsEnabled(String.join(".", path), false);
      }
    }
    writer =
        builder
            .withSizeStatisticsEnabled(false)
            .withSchema(schema)
            .withDataModel(model)
            .withConf(ParquetRows.configuration())
            .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withCodecFactory(new ZstandardPages())
            .withWriterVersion(WriterVersion.PARQUET_1_0)
            .withAdaptiveBloomFilterEnabled(false)
            .withMaxBloomFilterBytes(MOST_FILTER_BYTES)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .withPageSize(PAGE_BYTES)
            .withPageRowCountLimit(PAGE_ROWS)
            .build();
  }

  @Override
  public void write(T row) throws IOException {
    writer.write(row);
  }

  @Override
  public void close() throws IOException {
    try (OutputStream target = out) {
      writer.close();
      SettledFooter.copy(unsettled, target);
    } finally {
      Files.deleteIfExists(unsettled);
    }
  }
}
