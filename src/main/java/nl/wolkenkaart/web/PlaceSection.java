package nl.wolkenkaart.web;

import static nl.wolkenkaart.web.Element.el;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.wolkenkaart.statistics.CodeLists;
import nl.wolkenkaart.statistics.Counts;
import nl.wolkenkaart.statistics.ServerLaw;
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
    List<ServerLaw> rows = ServerLawPicture.rows(context);
    if (!rows.isEmpty()) {
      boolean anyPlace =
          rows.stream().anyMatch(row -> !row.getServerCountry().equals(CodeLists.UNKNOWN));
      section.add(
          anyPlace
              ? ServerLawPicture.of(context)
              : el("p", "note", context.text("places.noTable")));
      int sectors = context.figures().sectors().size();
      int drawn = ServerLawPicture.SHOWN - 1;
      if (anyPlace && sectors > drawn) {
        String text = context.text("places.more", "shown", drawn, "n", sectors);
        section.add(el("p", "note", text));
      }
    }
    section.add(hosting(context));
    return Optional.of(section);
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
