package nl.wolkenkaart.web;

import static nl.wolkenkaart.web.Element.el;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.wolkenkaart.statistics.Counts;
import nl.wolkenkaart.web.ScenarioResult.Value;

/** Who gains and who loses organisations by a scenario. */
final class ScenarioOperators {
  private static final int OPERATORS = 10;
  private static final int HALF = 10;
  private static final int HEIGHT = 2 * HALF + 2;

  private ScenarioOperators() {}

  /** Pairs of bars of the operators that most come to or go from; nothing where nobody does. */
  static Optional<Element> of(Context context, ScenarioResult scenario, int rows) {
    Words words = context.words();
    List<Value> differing =
        scenario.differing(Counts.ALL, ScenarioResult.OPERATORS).stream()
            .sorted(Comparator.comparingLong((Value v) -> -Math.abs(v.difference())))
            .limit(OPERATORS)
            .toList();
    if (differing.isEmpty()) {
      return Optional.empty();
    }
    long most = differing.stream().mapToLong(v -> Math.max(v.before(), v.after())).max().orElse(0);
    Element drawing = el("div", "bars pairs");
    List<String> seen = new ArrayList<>();
    for (Value value : differing) {
      String label =
          words.operator(value.value()) + ", " + context.text("whatIf." + value.measure());
      String numbers = words.count(value.before()) + " → " + words.count(value.after());
      drawing.add(
          el("div", "row")
              .add(
                  el("div", "row-label").add(el("bdi").add(label)),
                  Picture.strip("bar", HEIGHT)
                      .add(
                          half("p-1", value.before(), most, 0),
                          half("p-0", value.after(), most, HALF + 2)))
              .add(el("div", "row-value", numbers)));
      seen.add(
          label
              + ' '
              + context.text(
                  "whatIf.fromTo",
                  "from",
                  words.count(value.before()),
                  "to",
                  words.count(value.after())));
    }
    List<Value> all = new ArrayList<>(scenario.differing(Counts.ALL, ScenarioResult.OPERATORS));
    all.addAll(scenario.differingBySector(context.figures(), ScenarioResult.OPERATORS));
    String title = ScenarioTable.title(context, scenario, "whatIf.operators");
    return Optional.of(
        Picture.of(
            context,
            title,
            context.text("whatIf.operatorsAlternative", "seen", String.join("; ", seen)),
            List.of(
                Picture.key("p-1", context.text("whatIf.is")),
                Picture.key("p-0", context.text("whatIf.would"))),
            drawing,
            ScenarioTable.of(context, title, all, rows)));
  }

  private static Element half(String look, long n, long most, int y) {
    return Picture.rectangle("piece " + look, "0%", Picture.length(n, most), y, HALF);
  }
}
