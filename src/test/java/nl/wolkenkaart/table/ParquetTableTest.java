package nl.wolkenkaart.table;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.statistics.Rows;
import org.apache.parquet.column.values.bloomfilter.BloomFilter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTableTest {
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

  @Test
  void theSchemaSaysWhatEachColumnMeans() throws IOException {
    try (ParquetFileReader file = ParquetFileReader.open(new LocalInputFile(write(1)))) {
      String schema =
          file.getFooter().getFileMetaData().getKeyValueMetaData().get("parquet.avro.schema");
      assertThat(schema, containsString("Who accepts the mail first: catalogue id"));
    }
  }
}
