package nl.wolkenkaart.world;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;

/** Zone files (RFC 1035, section 5) of everything under the root. */
public final class ZoneFile {
  private static final long DEFAULT_TTL = 3600;

  private ZoneFile() {}

  /**
   * Reads a zone file whose origin is the root; records of other classes than IN are refused.
   *
   * @throws IOException if the file cannot be read or is no zone file; the message names file and
   *     line
   */
  public static ZoneData read(Path file) throws IOException {
    ZoneData.Builder zones = new ZoneData.Builder();
    try (Master master = new Master(file.toString(), Name.root, DEFAULT_TTL)) {
      for (Record record = master.nextRecord(); record != null; record = master.nextRecord()) {
        if (record.getDClass() != DClass.IN) {
          throw new IOException(file.getFileName() + ": not of class IN: " + record);
        }
        byte[] owner = record.getName().toWire();
        zones.add(owner, record.getType(), record.getTTL(), record.rdataToWireCanonical());
      }
    } catch (TextParseException e) {
      throw new IOException("Not a zone file: " + e.getMessage(), e);
    }
    return zones.build();
  }

  /** Writes every record on a line, names in the order in which they were first named. */
  public static void write(ZoneData zones, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
      write(zones, out);
    }
  }

  /** The same to an open writer, which is not closed. */
  public static void write(ZoneData zones, Appendable out) throws IOException {
    NameTree names = zones.names();
    for (int node = 0; node < names.size(); node++) {
      if (zones.first(node) == ZoneData.NONE) {
        continue;
      }
      Name owner = new Name(names.name(node));
      for (int at = zones.first(node); at != ZoneData.NONE; at = zones.next(at)) {
        int from = zones.dataOffset(at);
        byte[] data = Arrays.copyOfRange(zones.bytes(), from, from + zones.dataLength(at));
        Record record = Record.newRecord(owner, zones.type(at), DClass.IN, zones.ttl(at), data);
        out.append(record.toString()).append('\n');
      }
    }
  }
}
