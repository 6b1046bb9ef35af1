package nl.wolkenkaart.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Joiner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.wolkenkaart.directory.Buckets;
import nl.wolkenkaart.observation.EarlierRun;
import nl.wolkenkaart.observation.ObservationNames;
import nl.wolkenkaart.table.Checksums;
import nl.wolkenkaart.table.RunFolder;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;

/**
 * A run's folder that is not on this machine, such as one in a store of objects.
 *
 * <p>A store has no lock that ends with its process. Ours is an object, written if there is none
 * and read again a moment later. Two runs that begin within that moment cannot both go on, unless a
 * store takes longer than it to write; a run that was killed leaves its lock behind.
 */
final class StoredFolder implements HeldFolder {
  private static final String LOCK = ".lock";
  private static final String REPORT = "report/";
  private static final long MOMENT_MILLIS = 1_000;

  private final RunFolder folder;
  private final String lock;
  private final Path copy;
  private final Set<String> fetched = new HashSet<>();

  private StoredFolder(RunFolder folder, String lock) throws IOException {
    this.folder = folder;
    this.lock = lock;
    this.copy = Files.createTempDirectory("wolkenkaart");
  }

  /**
   * Takes a folder.
   *
   * @param writes names in the folder that the run will write, none of which may be there yet
   * @throws UsageException when it cannot be had; nothing was written then
   */
  static StoredFolder take(String root, List<String> writes, Clock clock) {
    try {
      Map<String, Metadata> there = StoredFiles.below(root);
      for (String name : writes) {
        if (there.keySet().stream().anyMatch(f -> f.equals(name) || f.startsWith(name + "/"))) {
          throw OutputFolder.inUse(root, name);
        }
      }
      return hold(root, clock);
    } catch (IOException | RuntimeException e) {
      throw refused(root, e);
    }
  }

  /**
   * Takes a folder with what an earlier run has left there, as {@link OutputFolder#takeUp} does.
   *
   * @param buckets how this run spreads its domains
   * @throws UsageException when it cannot be had or taken up; nothing was changed then
   */
  static StoredFolder takeUp(String root, Buckets buckets, Clock clock) throws IOException {
    StoredFolder held;
    try {
      held = hold(root, clock);
    } catch (IOException | RuntimeException e) {
      throw refused(root, e);
    }
    try {
      RunFolder folder = held.folder();
      Optional<String> refusal = EarlierRun.refuses(folder.observations(), buckets.count());
      if (refusal.isPresent()) {
        throw new UsageException(root + ": cannot be taken up, " + refusal.get());
      }
      ObservationNames.deletePublished(folder.observations());
      for (String closing : folder.closing()) {
        StoredFiles.delete(closing);
      }
      Map<String, Metadata> there = StoredFiles.below(root);
      there.keySet().removeIf(name -> !name.startsWith(REPORT));
      StoredFiles.delete(there.values());
      return held;
    } catch (IOException | RuntimeException e) {
      held.close();
      throw e;
    }
  }

  private static StoredFolder hold(String root, Clock clock) throws IOException {
    String file = root + '/' + LOCK;
    if (StoredFiles.exists(file)) {
      throw new UsageException(
          file
              + ": another run writes there since "
              + new String(StoredFiles.read(file), UTF_8).lines().findFirst().orElse("")
              + "; if that one was killed, delete this object and try again");
    }
    String lock = clock.instant() + "\n" + UUID.randomUUID() + "\n";
    StoredFiles.write(file, lock);
    try {
      Thread.sleep(MOMENT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      StoredFiles.delete(file);
      throw new IOException("interrupted", e);
    }
    StoredFolder held = new StoredFolder(new RunFolder(root), lock);
    if (!held.holds()) {
      held.close();
      throw new UsageException(root + ": another run began there at the same moment");
    }
    return held;
  }

  /** What a store or its client says, as one line. */
  private static UsageException refused(String root, Exception e) {
    return e instanceof UsageException told
        ? told
        : new UsageException(
            root
                + ": cannot be reached or written to: "
                + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
            e);
  }

  private boolean holds() throws IOException {
    String file = folder.root() + '/' + LOCK;
    return StoredFiles.exists(file) && new String(StoredFiles.read(file), UTF_8).equals(lock);
  }

  @Override
  public RunFolder folder() {
    return folder;
  }

  @Override
  public RunFolder here() {
    return new RunFolder(copy.toString());
  }

  @Override
  public void fetch() throws IOException {
    Map<String, Metadata> there = StoredFiles.below(folder.root());
    there.keySet().removeIf(name -> name.endsWith(LOCK) || !fetched.add(name));
    try {
      there.entrySet().parallelStream()
          .forEach(
              file -> {
                try {
                  StoredFiles.download(file.getValue(), copy.resolve(file.getKey()));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void publish() throws IOException {
    if (!holds()) {
      throw new IOException(
          folder.root() + ": the lock of this run is gone, another run may write there");
    }
    List<String> written = new ArrayList<>();
    try (Stream<Path> files = Files.walk(copy)) {
      files
          .filter(Files::isRegularFile)
          .map(file -> Joiner.on('/').join(copy.relativize(file)))
          .filter(name -> !fetched.contains(name) && !name.equals(Checksums.FILE))
          .sorted()
          .forEach(written::add);
    }
    // With it the folder is a finished one.
    written.add(Checksums.FILE);
    for (String name : written) {
      StoredFiles.upload(copy.resolve(name), folder.root() + '/' + name);
    }
  }

  @Override
  public void close() throws IOException {
    OutputFolder.delete(copy);
    if (holds()) {
      StoredFiles.delete(folder.root() + '/' + LOCK);
    }
  }
}
