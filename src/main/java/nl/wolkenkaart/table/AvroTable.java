package nl.wolkenkaart.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * An Avro data file (Avro 1.11 specification, "Object Container Files"), zstandard.
 *
 * <p>Avro draws the marker between blocks at random. Here it is the MD5 fingerprint of the schema,
 * so that equal rows give equal bytes; all that is asked of it is that it does not turn up in the
 * data, and compressed data does not hold it by accident.
 */
final class AvroTable<T extends SpecificRecord> implements RowWriter<T> {
  private static final int ZSTANDARD_LEVEL = 3;
  private static final int BLOCK_BYTES = 1 << 18;

  private final DataFileWriter<T> writer;

  AvroTable(Class<T> type, OutputStream out) throws IOException {
    SpecificData model = SpecificData.getForClass(type);
    Schema schema = model.getSchema(type);
    writer = new DataFileWriter<>(new SpecificDatumWriter<T>(schema, model));
    writer.setCodec(CodecFactory.zstandardCodec(ZSTANDARD_LEVEL));
    writer.setSyncInterval(BLOCK_BYTES);
    writer.create(schema, out, marker(schema));
  }

  private static byte[] marker(Schema schema) {
    try {
      return SchemaNormalization.parsingFingerprint("MD5", schema);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has MD5", e);
    }
  }

  /** Writes a row that is bytes already, as Avro's binary encoding has them. */
  void writeEncoded(byte[] row) throws IOException {
    writer.appendEncoded(ByteBuffer.wrap(row));
  }

  @Override
  public void write(T row) throws IOException {
    writer.append(row);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
