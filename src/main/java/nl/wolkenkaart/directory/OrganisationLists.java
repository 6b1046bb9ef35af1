package nl.wolkenkaart.directory;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * The lists of organisations that a run is about. One plain list of ours (or a pattern of several)
 * is read row by row as it stands; everything else is read as registers, in which organisations
 * end, are parts of others, have several domains and stand in several registers.
 *
 * @param inputs in the order in which they count
 * @param runDate the date at which an organisation must not have ended
 */
public record OrganisationLists(ImmutableList<RegisterInput> inputs, LocalDate runDate)
    implements Serializable {

  /** One path or pattern, of which the content tells the format. */
  public static OrganisationLists of(String path, LocalDate runDate) {
    return new OrganisationLists(ImmutableList.of(RegisterInput.of(path, "")), runDate);
  }

  /**
   * The files, those of one pattern in the order of their names.
   *
   * @throws java.io.FileNotFoundException when a path or pattern matches none
   */
  public List<ListedFile> files() throws IOException {
    List<ListedFile> files = new ArrayList<>();
    for (RegisterInput input : inputs) {
      MatchResult match =
          FileSystems.match(List.of(input.path()), EmptyMatchTreatment.DISALLOW).get(0);
      match.metadata().stream()
          .map(MatchResult.Metadata::resourceId)
          .sorted(Comparator.comparing(ResourceId::toString))
          .map(
              resource ->
                  new ListedFile(
                      input,
                      String.valueOf(resource.getFilename()),
                      () -> Channels.newInputStream(FileSystems.open(resource))))
          .forEach(files::add);
    }
    return files;
  }

  /**
   * Whether these are plain lists of ours alone, which are read row by row.
   *
   * @param files see {@link #files}
   */
  public boolean arePlain(List<ListedFile> files) throws IOException {
    if (inputs.size() != 1 || !inputs.get(0).mayBePlain()) {
      return false;
    }
    for (ListedFile file : files) {
      try (InputStream in = file.opener().open()) {
        if (!CsvDirectory.isPlain(file.name(), in)) {
          return false;
        }
      }
    }
    return true;
  }

  private DirectoryCounts readRegisters(
      List<ListedFile> files,
      Consumer<Organisation> organisations,
      Consumer<Reject> rejects,
      Consumer<String> log)
      throws IOException {
    try {
      return RegisterList.read(files, runDate, organisations, rejects, log);
    } catch (DirectoryException e) {
      if (inputs.size() == 1 && inputs.get(0).mayBePlain()) {
        for (ListedFile file : files) {
          try (InputStream in = file.opener().open()) {
            CsvDirectory.explainHeader(file.name(), in);
          }
        }
      }
      throw e;
    }
  }

  /**
   * Reads all files to their end.
   *
   * @param log takes lines for people about what was found out of the files
   * @throws DirectoryException when a file cannot be read, or not to its end
   */
  public DirectoryCounts read(
      Consumer<Organisation> organisations, Consumer<Reject> rejects, Consumer<String> log)
      throws IOException {
    List<ListedFile> files = files();
    if (!arePlain(files)) {
      return readRegisters(files, organisations, rejects, log);
    }
    DirectoryCounts counts = new DirectoryCounts();
    CsvDirectory directory = new CsvDirectory();
    for (ListedFile file : files) {
      try (InputStream in = file.opener().open()) {
        directory.read(
            file.name(),
            in,
            organisation -> {
              counts.add(file.name(), DirectoryCounts.ROWS);
              counts.add(file.name(), DirectoryCounts.ORGANISATIONS);
              counts.add(file.name(), DirectoryCounts.WITH_DOMAIN);
              counts.add(DirectoryCounts.SECTORS + organisation.getSector());
              organisations.accept(organisation);
            },
            reject -> {
              counts.add(file.name(), DirectoryCounts.ROWS);
              counts.reject(file.name(), reject.getReason());
              rejects.accept(reject);
            });
      }
    }
    return counts;
  }
}
