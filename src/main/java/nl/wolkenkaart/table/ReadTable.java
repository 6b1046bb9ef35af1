package nl.wolkenkaart.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.io.FileSystems;

/** Reads a table that was written before, without a pipeline. */
public final class ReadTable {
  private ReadTable() {}

  /**
   * The rows of an Avro file, read while they are asked for; to be closed.
   *
   * @param file the file as Beam's FileSystems names it
   * @throws IOException if there is no such file or it is no Avro data file; the message names it
   */
  public static <T extends SpecificRecord> DataFileStream<T> avro(String file, Class<T> type)
      throws IOException {
    SpecificData model = SpecificData.getForClass(type);
    InputStream in;
    try {
      in = Channels.newInputStream(FileSystems.open(FileSystems.matchNewResource(file, false)));
    } catch (IOException e) {
      throw new IOException("Cannot open the table " + file + ": " + e.getMessage(), e);
    }
    try {
      return new DataFileStream<>(
          new BufferedInputStream(in),
          new SpecificDatumReader<T>(model.getSchema(type), null, model));
    } catch (IOException e) {
      in.close();
      throw new IOException("Cannot read the table " + file + ": " + e.getMessage(), e);
    }
  }
}
