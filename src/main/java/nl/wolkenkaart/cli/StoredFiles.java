package nl.wolkenkaart.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import com.google.common.hash.HashingInputStream;
import com.google.common.io.ByteStreams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLConnection;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.wolkenkaart.observation.WholeFile;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/** Files wherever one of Beam's file systems finds them, read and written without a pipeline. */
final class StoredFiles {
  private static final String BYTES = "application/octet-stream";

  private StoredFiles() {}

  /** All files in and below a folder, by their names below it. */
  static Map<String, Metadata> below(String folder) throws IOException {
    Map<String, Metadata> found = new TreeMap<>();
    // Hadoop's file system finds with the second only what is deeper, and with a star folders too:
    // those of a run have no dot in their names.
    for (String pattern : List.of("/*.*", "/**")) {
      for (Metadata file :
          FileSystems.match(folder + pattern, EmptyMatchTreatment.ALLOW).metadata()) {
        // A store may have an object for a folder, whose name ends in a slash.
        if (!file.resourceId().isDirectory()) {
          found.put(file.resourceId().toString().substring(folder.length() + 1), file);
        }
      }
    }
    return found;
  }

  static boolean exists(String file) throws IOException {
    return !FileSystems.match(file, EmptyMatchTreatment.ALLOW).metadata().isEmpty();
  }

  static byte[] read(String file) throws IOException {
    try (InputStream in = open(FileSystems.matchNewResource(file, false))) {
      return in.readAllBytes();
    }
  }

  /** Writes a short text at once, so that no other name is seen on the way. */
  static void write(String file, String text) throws IOException {
    ResourceId target = FileSystems.matchNewResource(file, false);
    try (OutputStream out = Channels.newOutputStream(FileSystems.create(target, "text/plain"))) {
      out.write(text.getBytes(UTF_8));
    }
  }

  /** SHA-256 of a file, 64 hexadecimal digits in lower case. */
  static String sha256(Metadata file) throws IOException {
    try (HashingInputStream in =
        new HashingInputStream(Hashing.sha256(), open(file.resourceId()))) {
      check(file, in.transferTo(OutputStream.nullOutputStream()));
      return in.hash().toString();
    }
  }

  /** Copies a file to this machine, whose folder is made if it is not there. */
  static void download(Metadata file, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    try (InputStream in = open(file.resourceId())) {
      check(file, Files.copy(in, target));
    }
  }

  private static void check(Metadata file, long bytes) throws IOException {
    if (bytes != file.sizeBytes()) {
      throw new IOException(
          file.resourceId() + ": has " + file.sizeBytes() + " bytes, " + bytes + " were read");
    }
  }

  /** Copies a file of this machine; it is whole or absent. */
  static void upload(Path file, String target) throws IOException {
    String known = URLConnection.guessContentTypeFromName(file.getFileName().toString());
    WholeFile.write(target, known == null ? BYTES : known, channel -> copy(file, channel));
  }

  private static void copy(Path file, WritableByteChannel channel) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        OutputStream out = Channels.newOutputStream(channel)) {
      ByteStreams.copy(in, out);
    }
  }

  static void delete(Collection<Metadata> files) throws IOException {
    List<ResourceId> all = files.stream().map(Metadata::resourceId).toList();
    if (!all.isEmpty()) {
      FileSystems.delete(all, StandardMoveOptions.IGNORE_MISSING_FILES);
    }
  }

  static void delete(String file) throws IOException {
    FileSystems.delete(
        List.of(FileSystems.matchNewResource(file, false)),
        StandardMoveOptions.IGNORE_MISSING_FILES);
  }

  private static InputStream open(ResourceId file) throws IOException {
    return Channels.newInputStream(FileSystems.open(file));
  }
}
