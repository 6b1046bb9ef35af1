package nl.wolkenkaart.table;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.statistics.Rows;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.parquet.column.values.bloomfilter.BloomFilter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTableTest {
  private static final Schema LONG_ROW =
      SchemaBuilder.record("LongRow")
          .fields()
          .requiredString("organisation_id")
          .requiredString("text")
          .endRecord();
  private static final Schema OTHER_ROW =
      SchemaBuilder.record("OtherRow").fields().requiredInt("count").endRecord();

  @TempDir Path folder;

  private Path write(int rows) throws IOException {
    List<Attribution> town = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      town.add(Rows.attribution("id-" + i, "town", "ok", "self", "self"));
    }
    RowFiles.write(folder, "" + rows, Attribution.class, town, TableFormat.PARQUET);
    return folder.resolve(rows + ".parquet");
  }

  @Test
  void organisationsAndDomainsAreFoundByBloomFilters() throws IOException {
    List<String> searched = new ArrayList<>();
    try (ParquetFileReader file = ParquetFileReader.open(new LocalInputFile(write(2000)))) {
      for (ColumnChunkMetaData column : file.getFooter().getBlocks().get(0).getColumns()) {
        BloomFilter filter = file.readBloomFilter(column);
        if (filter != null) {
          String name = column.getPath().toDotString();
          searched.add(name);
          String end = name.equals("domain") ? ".example" : "";
          assertThat(has(filter, "id-0" + end), is(true));
          assertThat(has(filter, "id-1999" + end), is(true));
          int falsely = 0;
          for (int i = 2000; i < 4000; i++) {
            falsely += has(filter, "id-" + i + end) ? 1 : 0;
          }
          // One in a hundred is what the filters are made for.
          assertThat(falsely, is(lessThan(60)));
          assertThat(filter.getBitsetSize(), is(4096));
        }
      }
    }
    assertThat(searched, contains("organisation_id", "domain"));
  }

  private static boolean has(BloomFilter filter, String text) {
    return filter.findHash(filter.hash(Binary.fromString(text)));
  }

  @Test
  void aSmallTableHasSmallFilters() throws IOException {
    assertThat(Files.size(write(3)), is(lessThan(60_000L)));
  }

  /**
   * Parquet's writers share one factory for the encodings of columns, which has the settings of
   * whichever writer was built last (apache/parquet-java#2174, #3497). A second group of rows asks
   * it again, long after.
   */
  @Test
  void anotherTableThatIsBegunMeanwhileChangesNoEncoding() throws IOException {
    Path file = folder.resolve("long.parquet");
    GenericRecord row = new GenericData.Record(LONG_ROW);
    row.put("organisation_id", "id-1");
    try (ParquetTable<IndexedRecord> table = table(LONG_ROW, file)) {
      try (ParquetTable<IndexedRecord> other = table(OTHER_ROW, folder.resolve("other.parquet"))) {
        GenericRecord of = new GenericData.Record(OTHER_ROW);
        of.put("count", 1);
        other.write(of);
        Random random = new Random(1);
        for (int i = 0; i < 120; i++) {
          byte[] text = new byte[1 << 20];
          random.nextBytes(text);
          row.put("text", new String(text, StandardCharsets.ISO_8859_1));
          table.write(row);
        }
      }
    }
    List<Boolean> dictionary = new ArrayList<>();
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
      for (BlockMetaData group : reader.getFooter().getBlocks()) {
        dictionary.add(group.getColumns().get(0).hasDictionaryPage());
      }
    }
    assertThat(dictionary, hasSize(greaterThan(1)));
    assertThat(dictionary, everyItem(is(false)));
  }

  private static ParquetTable<IndexedRecord> table(Schema schema, Path file) throws IOException {
    return new ParquetTable<>(schema, GenericData.get(), Files.newOutputStream(file), 120);
  }

  @Test
  void groupsOfRowsAreSkippedByColumnsThatAreNotNested() throws IOException {
    try (ParquetFileReader file = ParquetFileReader.open(new LocalInputFile(write(3)))) {
      for (ColumnChunkMetaData column : file.getFooter().getBlocks().get(0).getColumns()) {
        boolean nested = column.getPath().size() > 1;
        assertThat(column.getPath().toDotString(), column.getStatistics().isEmpty(), is(nested));
      }
    }
  }

  @Test
  void theSchemaSaysWhatEachColumnMeans() throws IOException {
    try (ParquetFileReader file = ParquetFileReader.open(new LocalInputFile(write(1)))) {
      String schema =
          file.getFooter().getFileMetaData().getKeyValueMetaData().get("parquet.avro.schema");
      assertThat(schema, containsString("Who accepts the mail first: catalogue id"));
    }
  }
}
