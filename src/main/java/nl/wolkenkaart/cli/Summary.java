package nl.wolkenkaart.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.wolkenkaart.directory.DirectoryCounts;
import nl.wolkenkaart.lookup.AnswerStatus;
import nl.wolkenkaart.observation.CountQuestions;
import nl.wolkenkaart.statistics.Statistic;
import nl.wolkenkaart.table.ReadTable;
import nl.wolkenkaart.table.RunFolder;
import nl.wolkenkaart.table.TableFormat;
import nl.wolkenkaart.table.Tables;
import org.apache.avro.file.DataFileStream;

/** The closing words of a run, for people. */
final class Summary {
  private static final int SHOWN = 8;
  private static final int PERCENT = 100;

  private Summary() {}

  static void measured(PrintStream out, Stages.Outcome measured) {
    Map<String, Long> questions = measured.questions();
    out.printf(
        Locale.ROOT,
        "%,d domains looked up in %.1f s: %,d questions sent, %,.0f per second.%n",
        measured.count("domains"),
        measured.seconds(),
        measured.count(CountQuestions.SENT),
        measured.count(CountQuestions.SENT) / Math.max(measured.seconds(), 1e-3));
    if (measured.workers().size() > 1) {
      out.printf(
          Locale.ROOT,
          "%d workers asked, about %s domains.%n",
          measured.workers().size(),
          String.join(", ", measured.workers().values().stream().map(Object::toString).toList()));
    }
    long kept = measured.count(CountQuestions.KEPT);
    if (kept > 0) {
      out.printf(
          Locale.ROOT,
          "%,d of them were kept as an earlier run had seen them, %,d were asked.%n",
          kept,
          measured.count(CountQuestions.DOMAINS) - kept);
    }
    List<String> statuses = new ArrayList<>();
    for (AnswerStatus status : AnswerStatus.values()) {
      if (questions.containsKey(status.name())) {
        statuses.add(
            String.format(Locale.ROOT, "%s %,d", status.name(), questions.get(status.name())));
      }
    }
    out.println("Answers recorded: " + String.join(", ", statuses));
  }

  static void classified(PrintStream out, Stages.Outcome classified, RunFolder folder)
      throws IOException {
    out.printf(
        Locale.ROOT,
        "%,d rows: %,d organisations classified, %,d rejects%s, in %.1f s.%n",
        classified.count("rows"),
        classified.count("organisations"),
        classified.count("rejects"),
        alsoRows(classified.count(DirectoryCounts.JOINED), classified.count(DirectoryCounts.ENDED)),
        classified.seconds());
    List<Statistic> all = new ArrayList<>();
    try (DataFileStream<Statistic> rows =
        ReadTable.avro(folder.table(Tables.STATISTICS, TableFormat.AVRO), Statistic.class)) {
      for (Statistic row : rows) {
        if (row.getSector().equals("all")) {
          all.add(row);
        }
      }
    }
    table(out, "Mail is received first by", "receiver", all);
    table(out, "Mailboxes are run by, as far as DNS shows", "backend", all);
    table(out, "Status", "status", all);
  }

  /** Rows that are neither, where there are any. */
  static String alsoRows(long joined, long ended) {
    return joined + ended == 0
        ? ""
        : String.format(Locale.ROOT, ", %,d joined to others, %,d of ended ones", joined, ended);
  }

  private static void table(PrintStream out, String title, String measure, List<Statistic> all) {
    List<Statistic> rows =
        all.stream()
            .filter(row -> row.getMeasure().equals(measure))
            .sorted(
                Comparator.comparingLong(Statistic::getOrganisations)
                    .reversed()
                    .thenComparing(Statistic::getValue))
            .toList();
    out.println(title + ":");
    for (Statistic row : rows.subList(0, Math.min(SHOWN, rows.size()))) {
      String share =
          row.getShare() == null
              ? "not in the denominator"
              : String.format(
                  Locale.ROOT, "%5.1f %% of %,d", PERCENT * row.getShare(), row.getDenominator());
      out.printf(Locale.ROOT, "  %-28s %,8d  %s%n", row.getValue(), row.getOrganisations(), share);
    }
    if (rows.size() > SHOWN) {
      out.printf(Locale.ROOT, "  and %,d more%n", rows.size() - SHOWN);
    }
  }
}
