package nl.wolkenkaart.cli;

import java.io.IOException;
import java.util.List;
import nl.wolkenkaart.directory.Organisation;
import nl.wolkenkaart.table.ReadTable;
import org.apache.avro.file.DataFileStream;

/**
 * Finds organisations that their list gives no identifier, so that one was made of file and line:
 * in another list that line is another organisation.
 */
final class MadeUpIds {
  private MadeUpIds() {}

  static void check(FinishedRun run, List<String> problems) throws IOException {
    long all = 0;
    long madeUp = 0;
    String first = null;
    try (DataFileStream<Organisation> rows =
        ReadTable.avro(run.organisations().toString(), Organisation.class)) {
      Organisation row = null;
      while (rows.hasNext()) {
        row = rows.next(row);
        all++;
        String line = row.getSourceFile() + '#' + row.getSourceLine();
        if (row.getOrganisationId().equals(line)) {
          madeUp++;
          first = first == null ? line : first;
        }
      }
    }
    if (madeUp > 0) {
      problems.add(
          run.path()
              + ": its list gives no id to "
              + madeUp
              + " of "
              + all
              + " organisations (the first is "
              + first
              + "), so it cannot be told which they are in another run; give each an id that stays");
    }
  }
}
