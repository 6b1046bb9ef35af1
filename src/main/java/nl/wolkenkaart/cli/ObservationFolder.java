package nl.wolkenkaart.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.wolkenkaart.directory.Buckets;
import nl.wolkenkaart.directory.RegistrableDomain;
import nl.wolkenkaart.observation.DomainObservation;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;

/**
 * A folder of observations, read without a pipeline. To find a domain: the bucket files' names tell
 * how many buckets there are unless the last ones are empty; so the file that should hold a domain
 * is read first, and all others only when it does not.
 */
final class ObservationFolder {
  private static final Pattern BUCKET = Pattern.compile("bucket-([0-9]{1,9})\\.avro");
  private static final int NAMES_SHOWN = 5;

  private static final SpecificData FAST = fast();

  private final Map<String, Path> byBucket = new TreeMap<>();
  private final List<Path> all = new ArrayList<>();
  private final Map<String, DomainObservation> found = new LinkedHashMap<>();

  /**
   * A folder.
   *
   * @throws UsageException when it is none, or holds no observations
   */
  ObservationFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new UsageException(folder + ": no such folder of observations");
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.avro")) {
      for (Path file : files) {
        all.add(file);
        Matcher name = BUCKET.matcher(file.getFileName().toString());
        if (name.matches()) {
          byBucket.put(name.group(1), file);
        }
      }
    }
    if (all.isEmpty()) {
      throw new UsageException(folder + ": holds no observations (*.avro)");
    }
    all.sort(null);
  }

  /**
   * The observations of all these domains.
   *
   * @throws UsageException naming those that are not there, with what is there instead
   */
  List<DomainObservation> of(Collection<String> domains) throws IOException {
    Map<Path, TreeSet<String>> likely = new TreeMap<>();
    for (String domain : domains) {
      Path file = fileOf(domain);
      if (file != null) {
        likely.computeIfAbsent(file, f -> new TreeSet<>()).add(domain);
      }
    }
    for (Map.Entry<Path, TreeSet<String>> file : likely.entrySet()) {
      read(file.getKey(), o -> keepIf(file.getValue().contains(o.getDomain()), o));
    }
    List<String> missing = new ArrayList<>(domains);
    missing.removeAll(found.keySet());
    if (!missing.isEmpty()) {
      searchAll(missing);
    }
    return domains.stream().map(found::get).toList();
  }

  /**
   * The observations that are wanted, file by file; several files are read at the same time.
   *
   * @param wanted safe for any number of threads
   */
  List<DomainObservation> all(Predicate<DomainObservation> wanted) throws IOException {
    try {
      return all.parallelStream().flatMap(file -> wanted(file, wanted).stream()).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static List<DomainObservation> wanted(Path file, Predicate<DomainObservation> wanted) {
    List<DomainObservation> observations = new ArrayList<>();
    try {
      read(
          file,
          observation -> {
            if (wanted.test(observation)) {
              observations.add(observation);
            }
          });
      return observations;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Avro's reader that plans once for a schema what is to be done: half the time for a country. */
  private static SpecificData fast() {
    SpecificData data = new SpecificData();
    data.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
    data.setFastReaderEnabled(true);
    return data;
  }

  /** The file that holds a domain if the highest number that is there is that of the last one. */
  private Path fileOf(String domain) {
    if (byBucket.isEmpty() || byBucket.size() != all.size()) {
      return null;
    }
    int last = byBucket.keySet().stream().mapToInt(Integer::parseInt).max().getAsInt();
    return byBucket.get(new Buckets(last + 1).of(domain));
  }

  private void searchAll(List<String> missing) throws IOException {
    TreeSet<String> related = new TreeSet<>();
    TreeSet<String> registrable = new TreeSet<>();
    missing.forEach(domain -> registrable.add(RegistrableDomain.of(domain)));
    for (Path file : all) {
      read(
          file,
          o -> {
            keepIf(missing.contains(o.getDomain()), o);
            if (registrable.contains(RegistrableDomain.of(o.getDomain()))) {
              related.add(o.getDomain());
            }
          });
    }
    List<String> lines = new ArrayList<>();
    for (String domain : missing) {
      if (!found.containsKey(domain)) {
        lines.add(domain + " is not in these observations" + instead(domain, related));
      }
    }
    if (!lines.isEmpty()) {
      throw new UsageException(String.join("; ", lines));
    }
  }

  private static String instead(String domain, Set<String> related) {
    String registrable = RegistrableDomain.of(domain);
    List<String> there =
        related.stream()
            .filter(other -> RegistrableDomain.of(other).equals(registrable))
            .limit(NAMES_SHOWN)
            .toList();
    return there.isEmpty() ? "" : ", but " + String.join(", ", there) + " is";
  }

  private void keepIf(boolean wanted, DomainObservation observation) {
    if (wanted) {
      found.put(observation.getDomain(), observation);
    }
  }

  private static void read(Path file, Consumer<DomainObservation> each) throws IOException {
    Schema schema = DomainObservation.getClassSchema();
    SpecificDatumReader<DomainObservation> reader = new SpecificDatumReader<>(schema, schema, FAST);
    try (DataFileReader<DomainObservation> rows = new DataFileReader<>(file.toFile(), reader)) {
      for (DomainObservation row : rows) {
        each.accept(row);
      }
    } catch (IOException | AvroRuntimeException e) {
      throw new UsageException(file + ": is no file of observations, or a damaged one", e);
    }
  }
}
