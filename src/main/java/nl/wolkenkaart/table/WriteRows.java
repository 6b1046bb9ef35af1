package nl.wolkenkaart.table;

import com.google.common.io.Closer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/**
 * Merges the sorted pieces of one table and writes its files. What has to fit into memory is the
 * pieces as they are packed, about a tenth of the uncompressed Avro file, and a window of some 600
 * KB for each to read it.
 */
final class WriteRows<T extends SpecificRecord> extends DoFn<KV<String, Iterable<byte[]>>, String> {
  private static final long serialVersionUID = 1;

  private final TableFiles<T> files;

  WriteRows(TableFiles<T> files) {
    this.files = files;
  }

  @ProcessElement
  public void process(@Element KV<String, Iterable<byte[]>> table, OutputReceiver<String> out)
      throws IOException {
    try (Closer closer = Closer.create()) {
      List<SortedPiece> pieces = new ArrayList<>();
      long rows = 0;
      for (byte[] packed : table.getValue()) {
        if (packed.length == WriteTable.NOTHING.length) {
          continue;
        }
        SortedPiece piece = closer.register(SortedPiece.of(packed));
        pieces.add(piece);
        rows += piece.rows();
      }
      files.write(SortedPiece.merged(pieces), rows).forEach(out::output);
    }
  }
}
