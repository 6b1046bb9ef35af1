package nl.wolkenkaart.directory.rows;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.avro.AvroWriteSupport;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParquetRowsTest {
  private static final Schema NESTED =
      new Schema.Parser()
          .parse(
              """
              {"type": "record", "name": "R", "fields": [
                {"name": "list", "type": {"type": "array", "items":
                  {"type": "record", "name": "N", "fields": [
                    {"name": "s", "type": "string"},
                    {"name": "d", "type": ["null", "double"]}]}}},
                {"name": "texts", "type": {"type": "array", "items": "string"}},
                {"name": "day", "type": {"type": "int", "logicalType": "date"}},
                {"name": "time", "type": {"type": "long", "logicalType": "timestamp-millis"}},
                {"name": "price", "type":
                  {"type": "bytes", "logicalType": "decimal", "precision": 9, "scale": 2}},
                {"name": "flag", "type": "boolean"}]}
              """);

  @TempDir private Path folder;

  static byte[] write(
      Path folder,
      Schema schema,
      CompressionCodecName codec,
      WriterVersion version,
      boolean checksums,
      GenericRecord... rows)
      throws IOException {
    Path file = Files.createTempFile(folder, "x", ".parquet");
    PlainParquetConfiguration configuration = new PlainParquetConfiguration();
    configuration.setBoolean(AvroWriteSupport.WRITE_OLD_LIST_STRUCTURE, false);
    try (ParquetWriter<GenericRecord> writer =
        AvroParquetWriter.<GenericRecord>builder(new LocalOutputFile(file))
            .withSchema(schema)
            .withConf(configuration)
            .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
            .withCompressionCodec(codec)
            .withWriterVersion(version)
            .withPageWriteChecksumEnabled(checksums)
            .build()) {
      for (GenericRecord row : rows) {
        writer.write(row);
      }
    }
    return Files.readAllBytes(file);
  }

  private byte[] organisations(CompressionCodecName codec) throws IOException {
    GenericRecord[] rows = new GenericRecord[500];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = AvroRowsTest.organisation("naam é " + i % 7, i % 2 == 0 ? null : i + ".nl", -i);
    }
    return write(folder, AvroRowsTest.SCHEMA, codec, WriterVersion.PARQUET_1_0, true, rows);
  }

  private static Given read(byte[] content) throws IOException {
    return Given.by(new ParquetRows(), content);
  }

  private static String failure(byte[] content) {
    return assertThrows(UnreadableException.class, () -> read(content)).getMessage();
  }

  private static Row row(long line, String... cells) {
    return new Row("", line, Arrays.asList(cells));
  }

  @ParameterizedTest
  @EnumSource(
      value = CompressionCodecName.class,
      names = {"UNCOMPRESSED", "ZSTD", "SNAPPY", "GZIP"})
  void readsWhatParquetWrote(CompressionCodecName codec) throws IOException {
    List<Row> rows = read(organisations(codec)).rows();
    assertThat(rows, hasSize(501));
    assertThat(rows.get(0), equalTo(row(0, "name", "domain", "line")));
    assertThat(rows.get(1), equalTo(row(1, "naam é 0", null, "0")));
    assertThat(rows.get(500), equalTo(row(500, "naam é 2", "499.nl", "-499")));
  }

  @Test
  void nestedValuesAreJson() throws IOException {
    Schema nested = NESTED.getField("list").schema().getElementType();
    GenericRecord item = new GenericRecordBuilder(nested).set("s", "x\"").set("d", 0.5).build();
    GenericRecord other = new GenericRecordBuilder(nested).set("s", "y").set("d", null).build();
    GenericRecord record =
        new GenericRecordBuilder(NESTED)
            .set("list", List.of(item, other))
            .set("texts", List.of("a", "b"))
            .set("day", 20_574)
            .set("time", 1_777_593_600_000L)
            .set("price", ByteBuffer.wrap(new byte[] {4, (byte) 0xD2}))
            .set("flag", false)
            .build();
    byte[] content =
        write(folder, NESTED, CompressionCodecName.ZSTD, WriterVersion.PARQUET_1_0, true, record);
    assertThat(
        read(content).cells(),
        contains(
            List.of("list", "texts", "day", "time", "price", "flag"),
            List.of(
                "[{\"s\":\"x\\\"\",\"d\":0.5},{\"s\":\"y\",\"d\":null}]",
                "[\"a\",\"b\"]",
                "2026-05-01",
                "2026-05-01T00:00:00Z",
                "12.34",
                "false")));
  }

  @Test
  void cellOfTenMegabytesIsRejected() throws IOException {
    byte[] content =
        write(
            folder,
            AvroRowsTest.SCHEMA,
            CompressionCodecName.UNCOMPRESSED,
            WriterVersion.PARQUET_1_0,
            true,
            AvroRowsTest.organisation("x".repeat(10 << 20), "a.nl", 1),
            AvroRowsTest.organisation("b", "b.nl", 2));
    Given given = read(content);
    assertThat(given.rows().get(1), equalTo(row(2, "b", "b.nl", "2")));
    assertThat(
        given.refused(), contains(new Given.Refused(1, "x".repeat(800), "longer than 64 KiB")));
  }

  @Test
  void encodingsWhoseSizesCannotBeSeenAreRefused() throws IOException {
    byte[] content =
        write(
            folder,
            AvroRowsTest.SCHEMA,
            CompressionCodecName.UNCOMPRESSED,
            WriterVersion.PARQUET_2_0,
            true,
            AvroRowsTest.organisation("a", "a.nl", 1),
            AvroRowsTest.organisation("b", "b.nl", 2));
    assertThat(failure(content), startsWith("has the Parquet encoding DELTA_"));
  }

  @Test
  void truncatedFileIsSaid() throws IOException {
    byte[] whole = organisations(CompressionCodecName.ZSTD);
    assertThat(
        failure(Arrays.copyOf(whole, whole.length - 1)),
        equalTo("is a damaged Parquet file: it has no footer; is it downloaded completely?"));
    assertThat(
        failure(Arrays.copyOf(whole, 5)), equalTo("is a damaged Parquet file: it ends too early"));
  }

  @Test
  void footerOfAnySizeIsSaid() throws IOException {
    byte[] content = organisations(CompressionCodecName.ZSTD);
    Arrays.fill(content, content.length - 8, content.length - 4, (byte) 0x7f);
    assertThat(
        failure(content), equalTo("is a damaged Parquet file: its footer has no size that can be"));
  }

  @Test
  void damagedPageIsSeenByItsChecksum() throws IOException {
    byte[] content = organisations(CompressionCodecName.UNCOMPRESSED);
    int place = new String(content, ISO_8859_1).indexOf("499.nl");
    content[place] = '8';
    assertThat(failure(content), equalTo("is a damaged Parquet file, or one of a kind not read"));
  }
}
