package nl.wolkenkaart.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.wolkenkaart.directory.Buckets;
import nl.wolkenkaart.observation.EarlierRun;
import nl.wolkenkaart.observation.ObservationNames;
import nl.wolkenkaart.table.RunFolder;

/** A run's folder on this machine. */
final class OutputFolder implements HeldFolder {
  /** The name of the folder's part that a run can take up. */
  static final String OBSERVATIONS = "observations";

  private static final String LOCK = ".lock";

  private final Path path;
  private final FileChannel channel;

  private OutputFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Takes a folder, made if it is not there.
   *
   * @param writes names in the folder that the run will write, none of which may be there yet
   * @throws UsageException when it cannot be had; nothing was written then
   */
  static OutputFolder take(Path path, List<String> writes) {
    for (String name : writes) {
      if (Files.exists(path.resolve(name))) {
        throw inUse(path.toString(), name);
      }
    }
    return hold(path);
  }

  static UsageException inUse(String folder, String name) {
    return new UsageException(
        folder
            + ": is in use, it holds the "
            + name
            + " of an earlier run; name another folder"
            + (name.equals(OBSERVATIONS) ? ", or complete that run with --resume" : ""));
  }

  /**
   * Takes a folder with what an earlier run has left there, finished or not; one that is empty or
   * not there will do. What closes a run's folder is deleted, since it holds no longer.
   *
   * @param buckets how this run spreads its domains
   * @throws UsageException when it cannot be had or taken up; nothing was changed then
   */
  static OutputFolder takeUp(Path path, Buckets buckets) throws IOException {
    OutputFolder held = hold(path);
    try {
      RunFolder folder = held.folder();
      Optional<String> refusal = EarlierRun.refuses(folder.observations(), buckets.count());
      if (refusal.isPresent()) {
        throw new UsageException(path + ": cannot be taken up, " + refusal.get());
      }
      ObservationNames.deletePublished(folder.observations());
      for (String closing : folder.closing()) {
        Files.deleteIfExists(Path.of(closing));
      }
      return held;
    } catch (IOException | RuntimeException e) {
      held.close();
      throw e;
    }
  }

  private static OutputFolder hold(Path path) {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new UsageException(path + ": is a file, not a folder for output");
    }
    try {
      Files.createDirectories(path);
      FileChannel channel =
          FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isLocked(channel)) {
        channel.close();
        throw new UsageException(path + ": is in use by another run");
      }
      return new OutputFolder(path, channel);
    } catch (IOException e) {
      throw new UsageException(path + ": cannot be written to", e);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  Path path() {
    return path;
  }

  @Override
  public RunFolder folder() {
    return new RunFolder(path.toAbsolutePath().normalize().toString());
  }

  @Override
  public RunFolder here() {
    return folder();
  }

  @Override
  public void fetch() {
    // All of it is here.
  }

  @Override
  public void publish() {
    // What was written is where it belongs.
  }

  /** Deletes a folder and what is in it. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path.resolve(LOCK));
    channel.close();
  }
}
