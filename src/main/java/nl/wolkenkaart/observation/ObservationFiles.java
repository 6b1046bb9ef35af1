package nl.wolkenkaart.observation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.Collection;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumWriter;

/** The files of observations: Avro object containers, compressed with zstd, one per bucket. */
public final class ObservationFiles {
  private static final int ZSTD_LEVEL = 3;

  private ObservationFiles() {}

  /** Where the observations of a bucket are. */
  public static String path(String folder, String bucket) {
    return folder + "/bucket-" + bucket + ".avro";
  }

  /** All files of a folder, as a pattern. */
  public static String pattern(String folder) {
    return folder + "/*.avro";
  }

  /** Writes one file, whole or not at all. */
  public static void write(String path, Collection<DomainObservation> observations)
      throws IOException {
    WholeFile.write(
        path,
        "application/octet-stream",
        channel -> {
          try (OutputStream out = Channels.newOutputStream(channel);
              DataFileWriter<DomainObservation> writer =
                  new DataFileWriter<>(new SpecificDatumWriter<>(DomainObservation.class))) {
            writer.setCodec(CodecFactory.zstandardCodec(ZSTD_LEVEL));
            writer.create(DomainObservation.getClassSchema(), out);
            for (DomainObservation observation : observations) {
              writer.append(observation);
            }
          }
        });
  }
}
