package nl.wolkenkaart.table;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Closer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * The files of one table, one for each format, written in one pass over its rows.
 *
 * <p>A file is written under a temporary name beside its place and then renamed over what is there,
 * so a reader never sees half a file, and a repeated attempt leaves what the first one left.
 *
 * @param folder where the files go, as Beam's FileSystems names it
 */
record TableFiles<T extends SpecificRecord>(
    String folder, String name, Class<T> type, ImmutableList<TableFormat> formats)
    implements Serializable {
  private static final String UNFINISHED = ".part";
  private static final int BUFFER_BYTES = 1 << 16;

  /**
   * Writes the rows in the order in which they come.
   *
   * @return the names of the files
   * @throws IOException if a file cannot be written; those that were there before are then
   *     untouched
   */
  List<String> write(Iterable<T> rows) throws IOException {
    ResourceId place = FileSystems.matchNewResource(folder, true);
    List<ResourceId> unfinished = new ArrayList<>();
    List<ResourceId> finished = new ArrayList<>();
    try (Closer closer = Closer.create()) {
      List<RowWriter<T>> writers = new ArrayList<>();
      for (TableFormat format : formats) {
        String file = name + '.' + format.extension();
        ResourceId target = place.resolve(file, StandardResolveOptions.RESOLVE_FILE);
        ResourceId part =
            place.resolve('.' + file + UNFINISHED, StandardResolveOptions.RESOLVE_FILE);
        unfinished.add(part);
        finished.add(target);
        OutputStream out = closer.register(open(part));
        writers.add(closer.register(format.open(type, out)));
      }
      for (T row : rows) {
        for (RowWriter<T> writer : writers) {
          writer.write(row);
        }
      }
    }
    FileSystems.rename(unfinished, finished);
    return finished.stream().map(ResourceId::toString).toList();
  }

  private static OutputStream open(ResourceId file) throws IOException {
    return new BufferedOutputStream(
        Channels.newOutputStream(FileSystems.create(file, "application/octet-stream")),
        BUFFER_BYTES);
  }
}
