package nl.wolkenkaart.observation;

import static nl.wolkenkaart.observation.ObservationFiles.CSV;
import static nl.wolkenkaart.observation.ObservationFiles.EXTENSION;
import static nl.wolkenkaart.observation.ObservationFiles.NAME;
import static nl.wolkenkaart.observation.ObservationFiles.PARQUET;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;

/** What a folder of observations holds: files that are whole, and files that are left over. */
public final class ObservationNames {
  private ObservationNames() {}

  /** Whether a file is one that is classified, by its name. */
  public static boolean isObservations(String path) {
    return path.endsWith(EXTENSION);
  }

  /** The files of a folder on this machine that are classified, by name. */
  public static List<Path> whole(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, '*' + EXTENSION)) {
      List<Path> found = new ArrayList<>();
      files.forEach(found::add);
      found.sort(null);
      return found;
    }
  }

  /** The files of a folder that measuring wrote to their end. */
  static List<String> whole(String folder) throws IOException {
    return find(folder, EXTENSION).stream().map(ResourceId::toString).sorted().toList();
  }

  /** Deletes the files of a folder that are none of a run's, and what was left unfinished. */
  static void deleteAllBut(String folder, Collection<String> paths) throws IOException {
    Set<String> names = new HashSet<>();
    paths.forEach(path -> names.add(path.substring(path.lastIndexOf('/') + 1)));
    List<ResourceId> leftOver = find(folder, EXTENSION + WholeFile.UNFINISHED);
    for (ResourceId file : find(folder, EXTENSION)) {
      if (!names.contains(file.getFilename())) {
        leftOver.add(file);
      }
    }
    FileSystems.delete(leftOver);
  }

  /** Deletes the other forms of a folder: they are made again when its files are final. */
  public static void deletePublished(String folder) throws IOException {
    List<ResourceId> published = find(folder, PARQUET + '*');
    published.addAll(find(folder, CSV + '*'));
    FileSystems.delete(published);
  }

  private static List<ResourceId> find(String folder, String end) throws IOException {
    List<ResourceId> found = new ArrayList<>();
    for (MatchResult.Metadata file :
        FileSystems.match(folder + NAME + '*' + end, EmptyMatchTreatment.ALLOW).metadata()) {
      found.add(file.resourceId());
    }
    return found;
  }
}
