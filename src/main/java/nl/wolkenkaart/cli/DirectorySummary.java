package nl.wolkenkaart.cli;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.wolkenkaart.directory.DirectoryCounts;
import nl.wolkenkaart.directory.Sectors;

/** What became of the rows of lists, for people. */
final class DirectorySummary {
  private static final int REASONS_SHOWN = 8;

  private DirectorySummary() {}

  static void print(PrintStream out, DirectoryCounts counts) {
    out.printf(
        Locale.ROOT,
        "%-44s %9s %9s %9s %9s %9s %9s%n",
        "file",
        "rows",
        "new org.",
        "w. domain",
        "joined",
        "ended",
        "rejects");
    counts
        .files()
        .forEach(
            (file, of) -> {
              line(out, file, of);
              long ended = of.getOrDefault(DirectoryCounts.ENDED, 0L);
              if (ended > 0) {
                out.printf(
                    Locale.ROOT,
                    "  %,9d  rows without an end date%n",
                    of.getOrDefault(DirectoryCounts.WITHOUT_END, 0L));
              }
              top(counts.reasons().getOrDefault(file, Map.of()))
                  .forEach((why, n) -> out.printf(Locale.ROOT, "  %,9d  %s%n", n, why));
            });
    line(out, "all", counts.totals());
    out.println("Organisations by sector:");
    Map<String, Long> sectors = new LinkedHashMap<>();
    for (Sectors.Sector sector : Sectors.embedded().all()) {
      sectors.put(sector.id(), counts.total(DirectoryCounts.SECTORS + sector.id()));
    }
    beginning(counts, DirectoryCounts.SECTORS).forEach(sectors::put);
    sectors.forEach(
        (sector, n) -> {
          if (n > 0) {
            out.printf(Locale.ROOT, "  %-28s %,8d%n", sector, n);
          }
        });
    Map<String, Long> unmapped = beginning(counts, DirectoryCounts.UNMAPPED);
    if (!unmapped.isEmpty()) {
      out.println("Rows of types that no sector is known for:");
      top(unmapped).forEach((type, n) -> out.printf(Locale.ROOT, "  %-40s %,8d%n", type, n));
    }
    out.printf(
        Locale.ROOT,
        "%,d organisations may have several domains, which are all asked about; %,d take the domain "
            + "of the one that they are a part of; %,d have none.%n",
        counts.total(DirectoryCounts.SEVERAL_DOMAINS),
        counts.total(DirectoryCounts.INHERITED),
        counts.total(DirectoryCounts.ORGANISATIONS) - counts.total(DirectoryCounts.WITH_DOMAIN));
  }

  private static void line(PrintStream out, String file, Map<String, Long> of) {
    Object[] cells = new Object[7];
    cells[0] = file;
    List<String> columns =
        List.of(
            DirectoryCounts.ROWS,
            DirectoryCounts.ORGANISATIONS,
            DirectoryCounts.WITH_DOMAIN,
            DirectoryCounts.JOINED,
            DirectoryCounts.ENDED,
            DirectoryCounts.REJECTS);
    for (int i = 0; i < columns.size(); i++) {
      cells[i + 1] = of.getOrDefault(columns.get(i), 0L);
    }
    out.printf(Locale.ROOT, "%-44s %,9d %,9d %,9d %,9d %,9d %,9d%n", cells);
  }

  private static Map<String, Long> beginning(DirectoryCounts counts, String prefix) {
    Map<String, Long> found = new LinkedHashMap<>();
    counts
        .totals()
        .forEach(
            (what, n) -> {
              if (what.startsWith(prefix)) {
                found.put(what.substring(prefix.length()), n);
              }
            });
    return found;
  }

  private static Map<String, Long> top(Map<String, Long> counts) {
    Map<String, Long> most = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(REASONS_SHOWN)
        .forEach(e -> most.put(e.getKey(), e.getValue()));
    return most;
  }
}
