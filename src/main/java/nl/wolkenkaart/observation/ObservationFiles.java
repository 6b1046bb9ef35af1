package nl.wolkenkaart.observation;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;

/** The files of observations: Avro object containers, compressed with zstd, one per bucket. */
public final class ObservationFiles {
  private static final int ZSTD_LEVEL = 3;
  static final String NAME = "/bucket-";
  static final String EXTENSION = ".avro";
  static final String PARQUET = ".parquet";
  static final String CSV = ".csv.gz";
  private static final Pattern BUCKET = Pattern.compile("/bucket-([0-9]{1,9})\\.avro$");

  /** In a file's header: over how many buckets the domains are spread. */
  private static final String BUCKETS = "wolkenkaart.buckets";

  /**
   * In a file's header: how many domains follow. Avro takes a file that was cut for a short one.
   */
  private static final String DOMAINS = "wolkenkaart.domains";

  private static final SpecificDatumWriter<DomainObservation> WRITER =
      new SpecificDatumWriter<>(DomainObservation.class);

  private ObservationFiles() {}

  /** Where the observations of a bucket are. */
  public static String path(String folder, String bucket) {
    return folder + NAME + bucket + EXTENSION;
  }

  /** Where the Parquet form of a file of observations is: beside it. */
  public static String parquet(String path) {
    return path.substring(0, path.length() - EXTENSION.length()) + PARQUET;
  }

  /** Where the flat rows of a file of observations are: beside it. */
  public static String csv(String path) {
    return path.substring(0, path.length() - EXTENSION.length()) + CSV;
  }

  /** All files of a folder, as a pattern. What a run left unfinished is not among them. */
  public static String pattern(String folder) {
    return folder + "/*" + EXTENSION;
  }

  /**
   * Writes one file, whole or not at all.
   *
   * @param buckets over how many buckets the domains are spread
   */
  public static void write(String path, int buckets, Collection<DomainObservation> observations)
      throws IOException {
    writeEncoded(path, buckets, observations.stream().map(ObservationFiles::encode).toList());
  }

  /** An observation as the bytes that it has in a file, before they are compressed. */
  static ByteBuffer encode(DomainObservation observation) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    try {
      WRITER.write(observation, encoder);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return ByteBuffer.wrap(bytes.toByteArray());
  }

  /** As {@link #write}, of observations that are bytes already. */
  static void writeEncoded(String path, int buckets, Collection<ByteBuffer> observations)
      throws IOException {
    WholeFile.write(
        path,
        "application/octet-stream",
        channel -> {
          try (OutputStream out = Channels.newOutputStream(channel);
              DataFileWriter<DomainObservation> writer = new DataFileWriter<>(WRITER)) {
            // With a checksum, so that no turned bit is taken for an answer.
            writer.setCodec(CodecFactory.zstandardCodec(ZSTD_LEVEL, true));
            writer.setMeta(BUCKETS, buckets);
            writer.setMeta(DOMAINS, observations.size());
            writer.create(DomainObservation.getClassSchema(), out);
            for (ByteBuffer observation : observations) {
              writer.appendEncoded(observation);
            }
          }
        });
  }

  /**
   * The observations of a file by domain; none when there is no file.
   *
   * @throws DamagedFileException when it is not a whole file of observations
   * @throws IOException when it cannot be opened
   */
  static Map<String, DomainObservation> read(String path) throws IOException, DamagedFileException {
    try (InputStream in = open(path)) {
      return read(path, in);
    } catch (FileNotFoundException e) {
      return Map.of();
    } catch (IOException | RuntimeException e) {
      // Not every file system tells a file that is not there from another fault.
      if (FileSystems.match(path, EmptyMatchTreatment.ALLOW).metadata().isEmpty()) {
        return Map.of();
      }
      throw e;
    }
  }

  private static Map<String, DomainObservation> read(String path, InputStream in)
      throws DamagedFileException {
    Map<String, DomainObservation> observations = new TreeMap<>();
    try (DataFileStream<DomainObservation> stream = stream(in)) {
      if (stream.getMetaString(DOMAINS) == null) {
        throw new EOFException("its header does not say how many domains follow");
      }
      each(stream, observation -> observations.put(observation.getDomain(), observation));
      return observations;
    } catch (IOException | RuntimeException e) {
      // Avro throws many kinds at what is no Avro.
      throw new DamagedFileException(path, e);
    }
  }

  /**
   * Reads a file, one observation after the other; also one that another program wrote.
   *
   * @throws IOException when it cannot be opened, or is not whole
   */
  public static void forEach(String path, Consumer<DomainObservation> taker) throws IOException {
    try (InputStream in = open(path);
        DataFileStream<DomainObservation> stream = stream(in)) {
      each(stream, taker);
    } catch (AvroRuntimeException | EOFException e) {
      throw new IOException(path + ": is no whole file of observations", e);
    }
  }

  /** Takes a row, which may go to another file. */
  @FunctionalInterface
  public interface RowTaker {
    void take(IndexedRecord row) throws IOException;
  }

  /**
   * Reads a file without making objects of this program of it.
   *
   * @param schema of the rows that are taken
   * @throws IOException when it cannot be opened, or is not whole
   */
  public static void forEachRow(String path, Schema schema, RowTaker taker) throws IOException {
    try (InputStream in = open(path);
        DataFileStream<IndexedRecord> stream =
            new DataFileStream<>(in, new GenericDatumReader<>(null, schema, GenericData.get()))) {
      long rows = 0;
      IndexedRecord row = null;
      while (stream.hasNext()) {
        row = stream.next(row);
        taker.take(row);
        rows++;
      }
      checkWhole(stream, rows);
    } catch (AvroRuntimeException | EOFException e) {
      throw new IOException(path + ": is no whole file of observations", e);
    }
  }

  private static void checkWhole(DataFileStream<?> stream, long domains) throws EOFException {
    String expected = stream.getMetaString(DOMAINS);
    if (expected != null && domains != Long.parseLong(expected)) {
      throw new EOFException("fewer domains than its header says");
    }
  }

  private static void each(
      DataFileStream<DomainObservation> stream, Consumer<DomainObservation> taker)
      throws IOException {
    long domains = 0;
    for (DomainObservation observation : stream) {
      // Looked at here, since a status that this program does not know is damage too.
      Observations.isComplete(observation);
      taker.accept(observation);
      domains++;
    }
    checkWhole(stream, domains);
  }

  /** The bucket that a file of this program is named after. */
  static Optional<String> bucket(String path) {
    Matcher name = BUCKET.matcher(path);
    return name.find() ? Optional.of(name.group(1)) : Optional.empty();
  }

  /**
   * Over how many buckets a file's domains are spread; empty when the file does not say so.
   *
   * @throws DamagedFileException when it does not begin as such a file does
   * @throws IOException when it cannot be opened
   */
  static OptionalInt buckets(String path) throws IOException, DamagedFileException {
    try (InputStream in = open(path)) {
      return buckets(path, in);
    }
  }

  private static OptionalInt buckets(String path, InputStream in) throws DamagedFileException {
    try (DataFileStream<DomainObservation> stream = stream(in)) {
      String number = stream.getMetaString(BUCKETS);
      return number == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(number));
    } catch (IOException | RuntimeException e) {
      throw new DamagedFileException(path, e);
    }
  }

  /** How many domains a file holds, as its header says; 0 where it does not. */
  public static long domains(String path) throws IOException {
    try (InputStream in = open(path);
        DataFileStream<DomainObservation> stream = stream(in)) {
      String number = stream.getMetaString(DOMAINS);
      return number == null ? 0 : Long.parseLong(number);
    }
  }

  private static InputStream open(String path) throws IOException {
    return Channels.newInputStream(FileSystems.open(FileSystems.matchNewResource(path, false)));
  }

  private static DataFileStream<DomainObservation> stream(InputStream in) throws IOException {
    return new DataFileStream<>(in, new SpecificDatumReader<>(DomainObservation.class));
  }
}
