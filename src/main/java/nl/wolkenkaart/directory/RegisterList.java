package nl.wolkenkaart.directory;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import nl.wolkenkaart.directory.rows.PlainText;
import nl.wolkenkaart.directory.rows.UnreadableException;
import nl.wolkenkaart.directory.sources.Entry;
import nl.wolkenkaart.directory.sources.EntrySink;
import nl.wolkenkaart.directory.sources.RegisterFile;

/**
 * Reads registers into one list of organisations. All files are read twice, in their order: first
 * to find which entries tell of one organisation and how many have a domain, then to make the
 * organisations. What is held in memory is some 150 bytes per entry, and the entries of those
 * organisations of which not all have been read yet.
 */
public final class RegisterList {
  private final List<ListedFile> files;
  private final LocalDate runDate;
  private final EntryIndex index = new EntryIndex();

  /** Organisation of each entry, -1 for one that is rejected. */
  private int[] groupOf = new int[1024];

  private int entries;

  private RegisterList(List<ListedFile> files, LocalDate runDate) {
    this.files = files;
    this.runDate = runDate;
  }

  /**
   * Reads the registers.
   *
   * @param files in the order in which they count: of two registers that tell something of an
   *     organisation, the first is believed
   * @param runDate the date at which an organisation must not have ended
   * @param log takes lines for people about what was found out of the files
   * @throws DirectoryException when a file cannot be read, or not to its end
   */
  public static DirectoryCounts read(
      List<ListedFile> files,
      LocalDate runDate,
      Consumer<Organisation> organisations,
      Consumer<Reject> rejects,
      Consumer<String> log)
      throws IOException {
    RegisterList list = new RegisterList(files, runDate);
    list.index(log);
    OrganisationMaker maker = new OrganisationMaker(list.index, runDate, organisations);
    list.make(maker, rejects);
    maker.finish();
    return maker.counts();
  }

  private void index(Consumer<String> log) throws IOException {
    for (int i = 0; i < files.size(); i++) {
      ListedFile file = files.get(i);
      int input = i;
      read(
          file,
          new EntrySink() {
            @Override
            public void entry(Entry entry) {
              add(new EntryReading(file, input, entry, runDate));
            }

            @Override
            public void reject(long line, String value, String reason) {
              // Said at the second reading.
            }

            @Override
            public void found(String what) {
              log.accept(PlainText.escape(file.name()) + ": " + what);
            }
          });
    }
  }

  private void add(EntryReading reading) {
    if (entries == groupOf.length) {
      groupOf = Arrays.copyOf(groupOf, entries * 2);
    }
    groupOf[entries++] = reading.refusal() == null ? index.add(reading.keyed()) : -1;
  }

  private void make(OrganisationMaker maker, Consumer<Reject> rejects) throws IOException {
    int[] place = {0};
    for (int i = 0; i < files.size(); i++) {
      ListedFile file = files.get(i);
      int input = i;
      read(
          file,
          new EntrySink() {
            @Override
            public void entry(Entry entry) {
              EntryReading reading = new EntryReading(file, input, entry, runDate);
              int group = place[0] < entries ? groupOf[place[0]] : -1;
              place[0]++;
              maker.count(reading);
              if (reading.refusal() != null) {
                reject(entry.line(), reading.refusal().value(), reading.refusal().reason());
              } else if (group < 0) {
                reject(entry.line(), reading.id(), "the id is that of an earlier row");
              } else {
                maker.take(group, reading);
              }
            }

            @Override
            public void reject(long line, String value, String reason) {
              rejects.accept(new Reject(file.name(), line, PlainText.escape(value), reason));
              maker.counts().add(file.name(), DirectoryCounts.ROWS);
              maker.counts().reject(file.name(), reason);
            }
          });
    }
  }

  private static void read(ListedFile file, EntrySink sink) throws IOException {
    RegisterInput input = file.input();
    try (InputStream in = file.opener().open()) {
      RegisterFile.read(in, input.format(), input.fields(), sink);
    } catch (UnreadableException e) {
      throw new DirectoryException(file.name(), e.getMessage(), e);
    }
  }
}
