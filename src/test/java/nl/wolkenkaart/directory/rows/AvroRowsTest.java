package nl.wolkenkaart.directory.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvroRowsTest {
  static final Schema SCHEMA =
      new Schema.Parser()
          .parse(
              """
              {"type": "record", "name": "Organisation", "fields": [
                {"name": "name", "type": "string"},
                {"name": "domain", "type": ["null", "string"]},
                {"name": "line", "type": "long"}]}
              """);

  static GenericRecord organisation(String name, String domain, long line) {
    return new GenericRecordBuilder(SCHEMA)
        .set("name", name)
        .set("domain", domain)
        .set("line", line)
        .build();
  }

  static byte[] write(CodecFactory codec, Schema schema, GenericRecord... rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DataFileWriter<GenericRecord> writer =
        new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
      writer.setCodec(codec).setSyncInterval(64).create(schema, out, new byte[16]);
      for (GenericRecord row : rows) {
        writer.append(row);
      }
    }
    return out.toByteArray();
  }

  private static Given read(byte[] content) throws IOException {
    return Given.by(new AvroRows(), content);
  }

  private static String failure(byte[] content) {
    return assertThrows(UnreadableException.class, () -> read(content)).getMessage();
  }

  private static Row row(long line, String... cells) {
    return new Row("", line, Arrays.asList(cells));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "deflate", "zstandard", "snappy"})
  void readsWhatAvroWrote(String codec) throws IOException {
    GenericRecord[] rows = new GenericRecord[100];
    for (int i = 0; i < 100; i++) {
      rows[i] = organisation("naam é " + i, i % 2 == 0 ? null : i + ".nl", -i);
    }
    List<Row> read = read(write(CodecFactory.fromString(codec), SCHEMA, rows)).rows();
    assertThat(read, hasSize(101));
    assertThat(read.get(0), equalTo(row(0, "name", "domain", "line")));
    assertThat(read.get(1), equalTo(row(1, "naam é 0", null, "0")));
    assertThat(read.get(100), equalTo(row(100, "naam é 99", "99.nl", "-99")));
  }

  @Test
  void readsEachTypeAndNestedOnesAsJson() throws IOException {
    Schema schema =
        new Schema.Parser()
            .parse(
                """
                {"type": "record", "name": "R", "fields": [
                  {"name": "flag", "type": "boolean"},
                  {"name": "small", "type": "int"},
                  {"name": "half", "type": "float"},
                  {"name": "large", "type": "double"},
                  {"name": "text", "type": "bytes"},
                  {"name": "hex", "type": {"type": "fixed", "name": "F", "size": 2}},
                  {"name": "kind", "type": {"type": "enum", "name": "E", "symbols": ["a", "b"]}},
                  {"name": "day", "type": {"type": "int", "logicalType": "date"}},
                  {"name": "time", "type": {"type": "long", "logicalType": "timestamp-millis"}},
                  {"name": "list", "type": {"type": "array", "items":
                    {"type": "record", "name": "N", "fields": [
                      {"name": "s", "type": "string"},
                      {"name": "d", "type": ["null", "double"]}]}}},
                  {"name": "map", "type": {"type": "map", "values": "long"}}]}
                """);
    Schema nested = schema.getField("list").schema().getElementType();
    GenericRecord first = new GenericRecordBuilder(nested).set("s", "x\"").set("d", 0.50).build();
    GenericRecord second = new GenericRecordBuilder(nested).set("s", "y").set("d", null).build();
    GenericRecord record =
        new GenericRecordBuilder(schema)
            .set("flag", true)
            .set("small", -7)
            .set("half", 0.5f)
            .set("large", 1e10)
            .set("text", ByteBuffer.wrap("é".getBytes(UTF_8)))
            .set(
                "hex",
                new GenericData.Fixed(schema.getField("hex").schema(), new byte[] {(byte) 0xff, 1}))
            .set("kind", new GenericData.EnumSymbol(schema.getField("kind").schema(), "b"))
            .set("day", 20_574)
            .set("time", 1_777_593_600_123L)
            .set("list", List.of(first, second))
            .set("map", Map.of("k", 3L))
            .build();
    assertThat(
        read(write(CodecFactory.nullCodec(), schema, record)).rows().get(1).cells(),
        contains(
            "true",
            "-7",
            "0.5",
            "10000000000",
            "é",
            "ff01",
            "b",
            "2026-05-01",
            "2026-05-01T00:00:00.123Z",
            "[{\"s\":\"x\\\"\",\"d\":0.5},{\"s\":\"y\",\"d\":null}]",
            "{\"k\":3}"));
  }

  @Test
  void cellOfTenMegabytesIsRejected() throws IOException {
    byte[] content =
        write(
            CodecFactory.nullCodec(),
            SCHEMA,
            organisation("x".repeat(10 << 20), "a.nl", 1),
            organisation("b", "b.nl", 2));
    Given given = read(content);
    assertThat(given.rows().get(1), equalTo(row(2, "b", "b.nl", "2")));
    assertThat(
        given.refused(), contains(new Given.Refused(1, "x".repeat(800), "longer than 64 KiB")));
  }

  @Test
  void blankRecordsAreNoRows() throws IOException {
    Schema schema =
        new Schema.Parser()
            .parse(
                "{\"type\": \"record\", \"name\": \"R\", \"fields\": ["
                    + "{\"name\": \"a\", \"type\": \"null\"}]}");
    Given given = read(write(CodecFactory.nullCodec(), schema, new GenericData.Record(schema)));
    assertThat(given.rows(), contains(row(0, "a")));
    assertThat(given.refused(), empty());
  }

  @Test
  void truncatedFileIsSaid() throws IOException {
    byte[] whole = write(CodecFactory.nullCodec(), SCHEMA, organisation("a", "a.nl", 1));
    for (int length : new int[] {3, 100, whole.length - 20, whole.length - 1}) {
      assertThat(
          failure(Arrays.copyOf(whole, length)),
          equalTo("is an Avro file that ends too early; is it downloaded completely?"));
    }
  }

  /** A file by hand: the schema, and one block with a claimed number of rows. */
  private static byte[] file(String schema, long rows, Packing.Content block) throws IOException {
    return file(schema, "null", rows, block);
  }

  private static byte[] file(String schema, String codec, long rows, Packing.Content block)
      throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    block.write(content);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {'O', 'b', 'j', 1});
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    encoder.writeMapStart();
    encoder.setItemCount(2);
    encoder.writeString("avro.codec");
    encoder.writeBytes(codec.getBytes(UTF_8));
    encoder.writeString("avro.schema");
    encoder.writeBytes(schema.getBytes(UTF_8));
    encoder.writeMapEnd();
    out.write(new byte[16]);
    encoder.writeLong(rows);
    encoder.writeBytes(content.toByteArray());
    out.write(new byte[16]);
    return out.toByteArray();
  }

  private static byte[] number(long number) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EncoderFactory.get().directBinaryEncoder(out, null).writeLong(number);
    return out.toByteArray();
  }

  @Test
  void lengthsThatAreClaimedTakeNoMemory() throws IOException {
    String schema =
        "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"string\"}]}";
    String early = "is an Avro file that ends too early; is it downloaded completely?";
    assertThat(failure(file(schema, 1, out -> out.write(number(1L << 60)))), equalTo(early));
    assertThat(
        failure(file(schema, 1, out -> out.write(number(-5)))),
        equalTo("is a damaged Avro file: a length below zero"));
    assertThat(failure(file(schema, 1L << 60, out -> {})), equalTo(early));
  }

  @Test
  void rowsWithoutBytesEnd() throws IOException {
    String schema =
        "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"null\"}]}";
    assertThat(
        failure(file(schema, 1L << 60, out -> {})), equalTo("has more than 10,000,000 rows"));
  }

  @Test
  void listsWithoutBytesEnd() throws IOException {
    String schema =
        "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":"
            + "{\"type\":\"array\",\"items\":\"null\"}}]}";
    assertThat(
        failure(file(schema, 1, out -> out.write(number(1L << 60)))),
        equalTo("has a row with more than 100000 values"));
  }

  @Test
  void schemasWithoutEndAreRefused() throws IOException {
    String itself =
        "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"R\"}]}";
    assertThat(failure(file(itself, 1, out -> {})), equalTo("has a record that holds itself"));
    StringBuilder doubling = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      doubling.append("{\"type\":\"record\",\"name\":\"R").append(i);
      doubling.append("\",\"fields\":[{\"name\":\"a\",\"type\":");
    }
    doubling.append("\"null\"");
    for (int i = 39; i >= 0; i--) {
      String again = i == 39 ? "null" : "R" + (i + 1);
      doubling.append("},{\"name\":\"b\",\"type\":\"").append(again).append("\"}]}");
    }
    assertThat(
        failure(file(doubling.toString(), 1, out -> {})),
        equalTo("has more than 10000 nested columns"));
  }

  @Test
  void whatIsNoSchemaIsSaid() throws IOException {
    for (String schema : List.of("", "{", "{\"type\":\"x\"}", "[[".repeat(100_000))) {
      assertThat(
          failure(file(schema, 1, out -> {})),
          equalTo("is an Avro file without a schema that can be read"));
    }
    assertThat(
        failure(file("\"string\"", 1, out -> {})),
        equalTo("is an Avro file whose values are no records"));
  }

  @Test
  void otherCodecsAreNamed() throws IOException {
    assertThat(
        failure(write(CodecFactory.bzip2Codec(), SCHEMA, organisation("a", "b", 1))),
        startsWith("is an Avro file packed with bzip2, which is not read"));
  }

  @Test
  void bombInABlockStops() throws IOException {
    String schema =
        "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"string\"}]}";
    byte[] megabyte = new byte[1 << 20];
    byte[] content =
        file(
            schema,
            "deflate",
            1,
            out -> {
              DeflaterOutputStream packed =
                  new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION, true));
              packed.write(number(100L << 20));
              for (int i = 0; i < 100; i++) {
                packed.write(megabyte);
              }
              packed.finish();
            });
    assertThat(content.length, lessThan(200_000));
    assertThat(
        failure(content),
        equalTo("unpacks to more than 200 times its size, as bombs do and lists do not"));
  }
}
