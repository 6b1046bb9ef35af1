package nl.wolkenkaart.web;

import static nl.wolkenkaart.web.Element.el;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.wolkenkaart.statistics.Counts;
import nl.wolkenkaart.statistics.Statistic;

/** Where the servers stand against whose law applies, and whose machines they are. */
final class PlaceSection implements Section {
  @Override
  public String name() {
    return "places";
  }

  @Override
  public Optional<Element> of(Context context) {
    if (context.tally().all().withMail() == 0) {
      return Optional.empty();
    }
    Element section = opened(context);
    boolean anyPlace =
        context.rows().stream().anyMatch(row -> row.hasShare() && row.serverCountry() != null);
    section.add(anyPlace ? placesByLaw(context) : el("p", "note", context.text("places.noTable")));
    section.add(hosting(context));
    return Optional.of(section);
  }

  private static Element placesByLaw(Context context) {
    Words words = context.words();
    Tally tally = context.tally();
    StackedBars bars = new StackedBars(context);
    Set<Group> present = EnumSet.noneOf(Group.class);
    Map<Group, Map<Group, Long>> counts = new EnumMap<>(Group.class);
    for (Group law : tally.all().first().keySet()) {
      Map<Group, Long> places = new EnumMap<>(Group.class);
      for (Group place : Group.values()) {
        long n = tally.places(law, place);
        if (n > 0) {
          places.put(place, n);
          present.add(place);
        }
      }
      counts.put(law, places);
    }
    List<String> columns = new ArrayList<>(List.of(context.text("places.corner")));
    present.forEach(place -> columns.add(place(context, place)));
    DataTable table = new DataTable(context.text("places.picture"), columns);
    List<String> seen = new ArrayList<>();
    counts.forEach(
        (law, places) -> {
          List<StackedBars.Piece> pieces = new ArrayList<>();
          places.forEach(
              (place, n) ->
                  pieces.add(new StackedBars.Piece("g-" + place.id(), place(context, place), n)));
          String n = words.count(tally.all().first().get(law));
          bars.bar(context.group(law), n, pieces, null);
          seen.add(context.group(law) + " " + n);
          List<String> cells = new ArrayList<>(List.of(context.group(law)));
          present.forEach(p -> cells.add(words.count(places.getOrDefault(p, 0L))));
          table.row(cells);
        });
    return Picture.of(
        context,
        context.text("places.picture"),
        context.text("places.alternative", "seen", String.join(", ", seen)),
        present.stream().map(p -> Picture.key("g-" + p.id(), place(context, p))).toList(),
        bars.drawing(),
        table.element());
  }

  private static String place(Context context, Group place) {
    return context.text(
        "place." + place.id(),
        "country",
        context.words().language().country(context.groups().home()));
  }

  private static Element hosting(Context context) {
    Words words = context.words();
    List<Statistic> rows = context.figures().largest("hosting");
    StackedBars bars = new StackedBars(context);
    DataTable table =
        new DataTable(
            context.text("places.hosting"),
            List.of(
                context.text("column.hosting"),
                context.text("column.organisations"),
                context.text("column.denominator"),
                context.text("column.share")));
    List<StackedBars.Piece> pieces = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    List<Element> keys = new ArrayList<>();
    for (Statistic row : rows) {
      String label = context.text("hosting." + row.getValue());
      String classes = "h-" + row.getValue();
      pieces.add(new StackedBars.Piece(classes, label, row.getOrganisations()));
      keys.add(Picture.key(classes, label));
      seen.add(label + " " + words.percent(row.getShare()));
      table.row(
          List.of(
              label,
              words.count(row.getOrganisations()),
              words.count(row.getDenominator()),
              words.percent(row.getShare())));
    }
    bars.bar(words.sector(Counts.ALL), words.count(context.tally().all().withMail()), pieces, null);
    return Picture.of(
        context,
        context.text("places.hosting"),
        context.text("places.hostingAlternative", "seen", String.join(", ", seen)),
        keys,
        bars.drawing(),
        table.element());
  }
}
