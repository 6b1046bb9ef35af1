package nl.wolkenkaart.provider;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Where a run's catalogue and corrections come from: the class path, or the content of a folder.
 * The content travels with the pipeline, so that a worker on another machine needs no folder; it is
 * parsed once in each JVM.
 */
public final class CatalogueSource implements Serializable {
  private static final long serialVersionUID = 1;

  /** A catalogue stays here while somebody holds it. */
  private static final Cache<String, Catalogue> PARSED =
      CacheBuilder.newBuilder().weakValues().build();

  /** Content by file; empty for the class path, whose files every worker has in its jar. */
  private final TreeMap<String, byte[]> files;

  private final String key;
  private final @Nullable String folder;

  private final @Nullable LocalDate asOf;

  private CatalogueSource(SortedMap<String, byte[]> files, @Nullable String folder) {
    this(files, folder, null);
  }

  private CatalogueSource(
      SortedMap<String, byte[]> files, @Nullable String folder, @Nullable LocalDate asOf) {
    this.folder = folder;
    this.asOf = asOf;
    this.files = new TreeMap<>(files);
    Hasher hasher = Hashing.sha256().newHasher();
    files.forEach(
        (file, content) ->
            hasher.putUnencodedChars(file).putChar('\n').putLong(content.length).putBytes(content));
    this.key = hasher.hash().toString();
  }

  /** The catalogue and corrections that come with the program. */
  public static CatalogueSource embedded() {
    return new CatalogueSource(Collections.emptySortedMap(), null);
  }

  /**
   * Reads a folder with {@code companies.yaml}, {@code services.yaml}, {@code
   * providers/index.yaml}, {@code corrections/index.yaml} and the files that the two indexes list.
   *
   * @throws CatalogueException naming every fault of every file
   */
  public static CatalogueSource of(Path folder) throws CatalogueException {
    if (!Files.isDirectory(folder)) {
      throw new CatalogueException(List.of(folder + ": no such folder"));
    }
    return of(
        file -> Files.readAllBytes(folder.resolve(file)),
        folder.toAbsolutePath().normalize().toString());
  }

  /**
   * The same of files that are held already.
   *
   * @param files content by name, as {@link #embeddedFiles} gives it
   */
  public static CatalogueSource of(Map<String, byte[]> files) throws CatalogueException {
    return of(
        file -> {
          byte[] content = files.get(file);
          if (content == null) {
            throw new NoSuchFileException(file);
          }
          return content;
        },
        null);
  }

  private static CatalogueSource of(CatalogueFiles.Store store, @Nullable String folder)
      throws CatalogueException {
    SortedMap<String, byte[]> read = new TreeMap<>();
    CatalogueFiles.Store noting =
        file -> {
          byte[] content = store.read(file);
          read.put(file, content);
          return content;
        };
    List<String> faults = new ArrayList<>();
    CatalogueFiles corrections = CatalogueFiles.ofCorrections(noting);
    try {
      Catalogue catalogue = Catalogue.of(CatalogueFiles.of(noting));
      // Whether corrections are over depends on the date, whether they are right does not.
      Corrections.of(corrections, catalogue, LocalDate.EPOCH);
      CatalogueSource source = new CatalogueSource(read, folder);
      PARSED.put(source.key, catalogue);
      return source;
    } catch (CatalogueException e) {
      faults.addAll(e.faults());
    }
    corrections.faults.stream().filter(f -> !faults.contains(f)).forEach(faults::add);
    throw new CatalogueException(faults);
  }

  /** The files of the catalogue and corrections that come with the program, by name. */
  public static SortedMap<String, byte[]> embeddedFiles() {
    SortedMap<String, byte[]> read = new TreeMap<>();
    CatalogueFiles.Store noting =
        file -> {
          byte[] content = ofClassPath(file);
          read.put(file, content);
          return content;
        };
    CatalogueFiles.of(noting);
    CatalogueFiles.ofCorrections(noting);
    return read;
  }

  /** A file of the class path, {@code /catalogue/}. */
  static byte[] ofClassPath(String file) throws IOException {
    try (InputStream in = Catalogue.class.getResourceAsStream("/catalogue/" + file)) {
      if (in == null) {
        throw new NoSuchFileException(file);
      }
      return in.readAllBytes();
    }
  }

  /**
   * The same with the owners of a day.
   *
   * @param day null for the latest that are known
   */
  public CatalogueSource asOf(@Nullable LocalDate day) {
    return new CatalogueSource(files, folder, day);
  }

  /** The catalogue; the same object as long as somebody in this JVM holds it. */
  public Catalogue catalogue() {
    return latest().asOf(asOf);
  }

  private Catalogue latest() {
    if (files.isEmpty()) {
      return Catalogue.embedded();
    }
    try {
      return PARSED.get(key, () -> Catalogue.of(CatalogueFiles.of(this::held)));
    } catch (ExecutionException e) {
      // It was parsed before it set out.
      throw new IllegalStateException(e.getCause());
    }
  }

  /** The folder that it was read from; null where it was none. */
  public @Nullable String folder() {
    return folder;
  }

  /** The corrections, as of a date. */
  public Corrections corrections(LocalDate runDate) {
    if (files.isEmpty()) {
      return Corrections.embedded(runDate);
    }
    try {
      return Corrections.of(CatalogueFiles.ofCorrections(this::held), catalogue(), runDate);
    } catch (CatalogueException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] held(String file) throws IOException {
    byte[] content = files.get(file);
    if (content == null) {
      throw new NoSuchFileException(file);
    }
    return content;
  }
}
