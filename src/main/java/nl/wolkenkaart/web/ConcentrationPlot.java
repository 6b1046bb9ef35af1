package nl.wolkenkaart.web;

import static nl.wolkenkaart.web.Element.el;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wolkenkaart.statistics.Concentration;

/** By sector: the share of the largest operator of mailboxes, with the range it can have. */
final class ConcentrationPlot {
  private static final String AXIS = "backend";
  private static final int SHOWN = 24;

  private ConcentrationPlot() {}

  static Optional<Element> of(Context context) {
    Map<String, Concentration> bySector = new HashMap<>();
    context.concentration().stream()
        .filter(row -> row.getAxis().equals(AXIS) && row.getTop1Share() != null)
        .forEach(row -> bySector.put(row.getSector(), row));
    if (bySector.isEmpty()) {
      return Optional.empty();
    }
    Words words = context.words();
    RangePlot plot = new RangePlot(context);
    List<String> seen = new ArrayList<>();
    DataTable table =
        new DataTable(
            context.text("concentration.largest"),
            List.of(
                context.text("column.sector"),
                context.text("column.largest"),
                context.text("column.shareOfDecided"),
                context.text("column.range"),
                context.text("column.largestThree"),
                context.text("column.hhi"),
                context.text("column.range")));
    for (String sector : context.sectorsAll()) {
      Concentration row = bySector.get(sector);
      if (row == null) {
        continue;
      }
      String name = words.operator(row.getTop1Operator());
      String label = words.sector(sector) + ": " + name;
      if (seen.size() < SHOWN) {
        plot.row(
            label,
            new StackedBars.Range(
                name, row.getTop1ShareLow(), row.getTop1Share(), row.getTop1ShareHigh()),
            row.getTop3Share());
        seen.add(label + " " + words.percent(row.getTop1Share()));
      }
      table.row(
          List.of(
              words.sector(sector),
              name,
              words.percent(row.getTop1Share()),
              words.range(row.getTop1ShareLow(), row.getTop1ShareHigh()),
              words.percent(row.getTop3Share()),
              words.decimal(row.getHhi()),
              context.text(
                  "range",
                  "low",
                  words.decimal(row.getHhiLow()),
                  "high",
                  words.decimal(row.getHhiHigh()))));
    }
    return Optional.of(
        Picture.of(
            context,
            context.text("concentration.largest"),
            context.text("concentration.largestAlternative", "seen", String.join(", ", seen)),
            List.of(
                RangePlot.markKey(
                    el("circle", "whisker-dot").with("r", 4),
                    context.text("concentration.keyLargest")),
                RangePlot.markKey(
                    el("circle", "ring").with("r", 6), context.text("concentration.keyThree")),
                RangePlot.lineKey(context)),
            plot.drawing(),
            table.element()));
  }
}
