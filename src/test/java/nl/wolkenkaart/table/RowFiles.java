package nl.wolkenkaart.table;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.util.CoderUtils;

/** Writes rows to files as a run does, in the order in which they are given. */
final class RowFiles {
  private RowFiles() {}

  /**
   * Writes a file for each form.
   *
   * @param name of the files, without an ending
   */
  static <T extends SpecificRecord> void write(
      Path folder, String name, Class<T> type, List<T> rows, TableFormat... formats)
      throws IOException {
    Files.createDirectories(folder);
    AvroCoder<T> coder = AvroCoder.specific(type);
    List<byte[]> encoded = new ArrayList<>();
    for (T row : rows) {
      encoded.add(CoderUtils.encodeToByteArray(coder, row));
    }
    new TableFiles<>(folder.toString(), name, type, ImmutableList.copyOf(formats))
        .write(encoded.iterator(), rows.size());
  }
}
