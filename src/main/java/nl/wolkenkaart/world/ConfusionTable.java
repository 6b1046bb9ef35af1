package nl.wolkenkaart.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Lays out what was planted and measured for people to read. */
final class ConfusionTable {
  private static final Set<String> NO_MAIL =
      Set.of("no_mail_declared", "no_mail_found", "nxdomain");
  private static final Set<String> FAILED = Set.of("lookup_failed", Confusion.MISSING);
  private static final Set<String> DUTCH =
      Operator.withRole("dutch").stream().map(Operator::id).collect(Collectors.toSet());

  /** Columns: the classes of truth, and failed lookups behind them. */
  private static final int FAILED_COLUMN = Truth.values().length;

  private static final int COLUMNS = FAILED_COLUMN + 1;
  private static final String PUBLIC = "public bodies";
  private static final String ALL = "all";

  private final Confusion confusion;
  private final List<PlantedOrganisation> organisations;
  private final Map<String, long[][]> counts = new LinkedHashMap<>();

  ConfusionTable(Confusion confusion, List<PlantedOrganisation> organisations) {
    this.confusion = confusion;
    this.organisations = organisations;
  }

  String text() {
    Set<String> bodies =
        Sector.all().stream().filter(Sector::isPublic).map(Sector::id).collect(Collectors.toSet());
    for (PlantedOrganisation o : organisations) {
      int planted = truth(o.plantedBackend()).column();
      int measured = column(confusion.measured(o));
      count(o.sector(), planted, measured);
    }
    for (PlantedOrganisation o : organisations) {
      int planted = truth(o.plantedBackend()).column();
      int measured = column(confusion.measured(o));
      if (bodies.contains(o.sector())) {
        count(PUBLIC, planted, measured);
      }
      count(ALL, planted, measured);
    }
    StringBuilder text = new StringBuilder();
    text.append("SYNTHETIC: a made-up country. Nothing here is about a real organisation.\n");
    text.append("Planted against measured, organisations by who runs the mailboxes\n\n");
    line(text, "sector", Truth.values().length, i -> Truth.values()[i].label(), "failed");
    line(text, "", Truth.values().length, i -> "planted measured", "measured");
    counts.forEach(
        (sector, table) -> {
          line(text, sector, table);
          if (sector.equals(PUBLIC) || sector.equals(ALL)) {
            shares(text, table);
          }
        });
    long deciding = organisations.stream().filter(PlantedOrganisation::decides).count();
    text.append(
        String.format(
            Locale.ROOT,
            "\nWhere what is public decides (%d organisations), measured otherwise: %d\n"
                + "Where it does not (%d organisations), measured otherwise than expected: %d\n",
            deciding,
            confusion.differences().size(),
            organisations.size() - deciding,
            confusion.differencesWithoutDecision().size()));
    return text.toString();
  }

  private void count(String sector, int planted, int measured) {
    long[][] table = counts.computeIfAbsent(sector, s -> new long[2][COLUMNS]);
    table[0][planted]++;
    table[1][measured]++;
  }

  private static void line(StringBuilder text, String sector, long[][] table) {
    line(
        text,
        sector,
        FAILED_COLUMN,
        i -> String.format(Locale.ROOT, "%7d %8d", table[0][i], table[1][i]),
        String.valueOf(table[1][FAILED_COLUMN]));
  }

  private static void line(
      StringBuilder text,
      String first,
      int columns,
      java.util.function.IntFunction<String> cell,
      String last) {
    text.append(String.format(Locale.ROOT, "%-21s", first));
    for (int i = 0; i < columns; i++) {
      text.append(String.format(Locale.ROOT, " %17s", cell.apply(i)));
    }
    text.append(String.format(Locale.ROOT, " %9s\n", last));
  }

  private static void shares(StringBuilder text, long[][] table) {
    long total = java.util.Arrays.stream(table[0]).sum();
    line(
        text,
        "  per cent",
        FAILED_COLUMN,
        i -> percent(table[0][i], total) + "    " + percent(table[1][i], total),
        percent(table[1][FAILED_COLUMN], total));
  }

  private static String percent(long part, long whole) {
    return String.format(Locale.ROOT, "%5.1f", 100.0 * part / whole);
  }

  private static int column(Expectation measured) {
    if (FAILED.contains(measured.status())) {
      return FAILED_COLUMN;
    }
    return NO_MAIL.contains(measured.status())
        ? Truth.NONE.column()
        : truth(measured.backend()).column();
  }

  private static Truth truth(String backend) {
    if (backend.equals("self")) {
      return Truth.SELF;
    } else if (backend.equals("none")) {
      return Truth.NONE;
    } else if (backend.equals("google-workspace")) {
      return Truth.GOOGLE;
    } else if (backend.startsWith("microsoft-")) {
      return Truth.MICROSOFT;
    }
    return DUTCH.contains(backend) ? Truth.DUTCH : Truth.OTHER;
  }
}
