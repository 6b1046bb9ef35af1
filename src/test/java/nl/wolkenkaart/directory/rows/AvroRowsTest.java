package nl.wolkenkaart.directory.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
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

  static Given read(byte[] content) throws IOException {
    return Given.by(new AvroRows(), content);
  }

  static String failure(byte[] content) {
    return assertThrows(UnreadableException.class, () -> read(content)).getMessage();
  }

  static Row row(long line, String... cells) {
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
}
