package nl.wolkenkaart.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wolkenkaart.provider.MailStatus;
import nl.wolkenkaart.statistics.CodeLists;
import nl.wolkenkaart.statistics.ServerLaw;

/** Where the first mail servers stand against whose law applies, by sector, from server_law. */
final class ServerLawPicture {
  private static final String RECEIVER = "receiver";

  /** Parts of the list that are drawn, of up to four bars each; the table has all. */
  static final int SHOWN = 8;

  /** Laws as the bars part them; the table has each country. */
  private enum Law {
    US("places.law.us"),
    OTHER("places.law.other"),
    CONFLICT("places.law.conflict"),
    UNKNOWN("places.law.unknown");

    private final String key;

    Law(String key) {
      this.key = key;
    }

    static Law of(String jurisdiction) {
      return switch (jurisdiction) {
        case Groups.US -> US;
        case MailStatus.CONFLICT -> CONFLICT;
        case CodeLists.UNKNOWN -> UNKNOWN;
        default -> OTHER;
      };
    }
  }

  private ServerLawPicture() {}

  /** The rows about receivers, whose servers these are. */
  static List<ServerLaw> rows(Context context) {
    return context.serverLaw().stream().filter(row -> row.getRole().equals(RECEIVER)).toList();
  }

  static Element of(Context context) {
    Words words = context.words();
    StackedBars bars = new StackedBars(context);
    DataTable table = table(context);
    Set<Group> present = EnumSet.noneOf(Group.class);
    List<String> seen = new ArrayList<>();
    int sectors = 0;
    for (String sector : context.sectorsAll()) {
      Map<Law, Map<Group, Long>> laws = new EnumMap<>(Law.class);
      for (ServerLaw row : rows(context)) {
        if (row.getSector().equals(sector)) {
          laws.computeIfAbsent(Law.of(row.getJurisdiction()), l -> new EnumMap<>(Group.class))
              .merge(place(context, row), row.getOrganisations(), Math::addExact);
          row(context, table, row);
        }
      }
      if (sectors++ < SHOWN) {
        laws.forEach(
            (law, places) -> {
              present.addAll(places.keySet());
              long sum = places.values().stream().mapToLong(Long::longValue).sum();
              String label = words.sector(sector) + ", " + context.text(law.key);
              bars.bar(label, words.count(sum), pieces(context, places), null);
              seen.add(label + ' ' + words.count(sum));
            });
      }
    }
    return Picture.of(
        context,
        context.text("places.picture"),
        context.text("places.alternative", "seen", String.join("; ", seen)),
        present.stream().map(p -> Picture.key("g-" + p.id(), label(context, p))).toList(),
        bars.drawing(),
        table.element());
  }

  private static List<StackedBars.Piece> pieces(Context context, Map<Group, Long> places) {
    List<StackedBars.Piece> pieces = new ArrayList<>();
    places.forEach(
        (place, n) ->
            pieces.add(new StackedBars.Piece("g-" + place.id(), label(context, place), n)));
    return pieces;
  }

  private static Group place(Context context, ServerLaw row) {
    String country = row.getServerCountry();
    return context.groups().place(country.equals(CodeLists.UNKNOWN) ? null : country);
  }

  private static String label(Context context, Group place) {
    return context.text(
        "place." + place.id(),
        "country",
        context.words().language().country(context.groups().home()));
  }

  private static DataTable table(Context context) {
    return new DataTable(
        context.text("places.picture"),
        List.of(
            context.text("column.sector"),
            context.text("places.place"),
            context.text("places.jurisdiction"),
            context.text("column.organisations"),
            context.text("column.denominator"),
            context.text("column.share")));
  }

  private static void row(Context context, DataTable table, ServerLaw row) {
    Words words = context.words();
    String country = row.getServerCountry();
    table.row(
        List.of(
            words.sector(row.getSector()),
            country.equals(CodeLists.UNKNOWN)
                ? context.text("place.unknown")
                : words.language().country(country),
            context.law(row.getJurisdiction()),
            words.count(row.getOrganisations()),
            words.count(row.getDenominator()),
            words.percent(row.getShare())));
  }
}
