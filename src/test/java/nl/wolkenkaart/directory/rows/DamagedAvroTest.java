package nl.wolkenkaart.directory.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.startsWith;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

/** Avro files that are cut, lie about lengths, or would fill the memory. */
class DamagedAvroTest {
  @Test
  void truncatedFileIsSaid() throws IOException {
    byte[] whole =
        AvroRowsTest.write(
            CodecFactory.nullCodec(),
            AvroRowsTest.SCHEMA,
            AvroRowsTest.organisation("a", "a.nl", 1));
    for (int length : new int[] {3, 100, whole.length - 20, whole.length - 1}) {
      assertThat(
          AvroRowsTest.failure(Arrays.copyOf(whole, length)),
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
    assertThat(
        AvroRowsTest.failure(file(schema, 1, out -> out.write(number(1L << 60)))), equalTo(early));
    assertThat(
        AvroRowsTest.failure(file(schema, 1, out -> out.write(number(-5)))),
        equalTo("is a damaged Avro file: a length below zero"));
    assertThat(AvroRowsTest.failure(file(schema, 1L << 60, out -> {})), equalTo(early));
  }

  @Test
  void rowsWithoutBytesEnd() throws IOException {
    String schema =
        "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"null\"}]}";
    assertThat(
        AvroRowsTest.failure(file(schema, 1L << 60, out -> {})),
        equalTo("has more than 10,000,000 rows"));
  }

  @Test
  void listsWithoutBytesEnd() throws IOException {
    String schema =
        "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":"
            + "{\"type\":\"array\",\"items\":\"null\"}}]}";
    assertThat(
        AvroRowsTest.failure(file(schema, 1, out -> out.write(number(1L << 60)))),
        equalTo("has a row with more than 100000 values"));
  }

  @Test
  void schemasWithoutEndAreRefused() throws IOException {
    String itself =
        "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"R\"}]}";
    assertThat(
        AvroRowsTest.failure(file(itself, 1, out -> {})),
        equalTo("has a record that holds itself"));
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
        AvroRowsTest.failure(file(doubling.toString(), 1, out -> {})),
        equalTo("has more than 10000 nested columns"));
  }

  @Test
  void whatIsNoSchemaIsSaid() throws IOException {
    for (String schema : List.of("", "{", "{\"type\":\"x\"}", "[[".repeat(100_000))) {
      assertThat(
          AvroRowsTest.failure(file(schema, 1, out -> {})),
          equalTo("is an Avro file without a schema that can be read"));
    }
    assertThat(
        AvroRowsTest.failure(file("\"string\"", 1, out -> {})),
        equalTo("is an Avro file whose values are no records"));
  }

  @Test
  void otherCodecsAreNamed() throws IOException {
    assertThat(
        AvroRowsTest.failure(
            AvroRowsTest.write(
                CodecFactory.bzip2Codec(),
                AvroRowsTest.SCHEMA,
                AvroRowsTest.organisation("a", "b", 1))),
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
        AvroRowsTest.failure(content),
        equalTo("unpacks to more than 200 times its size, as bombs do and lists do not"));
  }
}
