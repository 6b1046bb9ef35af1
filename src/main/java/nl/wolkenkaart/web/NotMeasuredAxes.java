package nl.wolkenkaart.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wolkenkaart.statistics.Counts;
import nl.wolkenkaart.statistics.NotMeasured;

/** Of how many organisations each axis was measured, and why of the others it was not. */
final class NotMeasuredAxes {
  private NotMeasuredAxes() {}

  static Optional<Element> of(Context context) {
    Map<String, List<NotMeasured>> axes = new LinkedHashMap<>();
    for (NotMeasured row : context.notMeasured()) {
      if (row.getSector().equals(Counts.ALL)) {
        axes.computeIfAbsent(row.getAxis(), axis -> new ArrayList<>()).add(row);
      }
    }
    if (axes.isEmpty()) {
      return Optional.empty();
    }
    Words words = context.words();
    StackedBars bars = new StackedBars(context);
    DataTable table =
        new DataTable(
            context.text("notMeasured.axes"),
            List.of(
                context.text("column.axis"),
                context.text("column.reason"),
                context.text("column.organisations"),
                context.text("column.shareOfAll")));
    List<String> seen = new ArrayList<>();
    String measured = context.text("notMeasured.measured");
    String missing = context.text("notMeasured.missing");
    axes.forEach(
        (axis, rows) -> {
          String label = context.text("axis." + axis);
          long all = rows.get(0).getDenominator();
          long not = rows.stream().mapToLong(NotMeasured::getOrganisations).sum();
          bars.bar(
              label,
              words.count(all - not),
              List.of(
                  new StackedBars.Piece("s-ok", measured, all - not),
                  new StackedBars.Piece("g-unknown", missing, not)),
              null);
          seen.add(label + " " + words.percent((double) (all - not) / all));
          for (NotMeasured row : rows) {
            table.row(
                List.of(
                    label,
                    context.text("reason." + row.getReason()),
                    words.count(row.getOrganisations()),
                    words.percent(row.getShare())));
          }
        });
    return Optional.of(
        Picture.of(
            context,
            context.text("notMeasured.axes"),
            context.text("notMeasured.axesAlternative", "seen", String.join(", ", seen)),
            List.of(Picture.key("s-ok", measured), Picture.key("g-unknown", missing)),
            bars.drawing(),
            table.element()));
  }
}
