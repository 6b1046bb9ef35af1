package nl.wolkenkaart.table;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import com.google.common.io.Files;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Size and SHA-256 of the finished files of a folder, each read once however often it is asked for:
 * several descriptors and the checksums say the same of the same files.
 */
final class FileSums {
  private final Path root;
  private final Map<String, Sum> known = new ConcurrentHashMap<>();

  /** What one file, or several in a row, come to. */
  record Sum(long bytes, String sha256) {}

  FileSums(Path root) {
    this.root = root;
  }

  /** Reads files, several at the same time. */
  void read(Collection<String> names) throws IOException {
    try {
      names.parallelStream()
          .forEach(
              name -> {
                try {
                  of(name);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * A file.
   *
   * @param name its path below the folder, with slashes
   */
  Sum of(String name) throws IOException {
    Sum sum = known.get(name);
    if (sum == null) {
      Path file = root.resolve(name);
      sum = new Sum(java.nio.file.Files.size(file), Checksums.sha256(file));
      known.put(name, sum);
    }
    return sum;
  }

  /** Files in a row, as if they were one. */
  Sum ofAll(List<String> names) throws IOException {
    if (names.size() == 1) {
      return of(names.get(0));
    }
    Hasher hasher = Hashing.sha256().newHasher();
    long bytes = 0;
    for (String name : names) {
      byte[] content = Files.toByteArray(root.resolve(name).toFile());
      hasher.putBytes(content);
      bytes += content.length;
    }
    return new Sum(bytes, hasher.hash().toString());
  }
}
