package nl.wolkenkaart.web;

import static nl.wolkenkaart.web.Element.el;

import java.util.List;
import nl.wolkenkaart.provider.MailStatus;
import nl.wolkenkaart.web.ScenarioResult.Value;

/** The figures of a scenario, before and after. */
final class ScenarioTable {
  private ScenarioTable() {}

  /** With the scenario's name, since a picture may be shown alone. */
  static String title(Context context, ScenarioResult scenario, String key) {
    String name = scenario.description().name(context.words().language());
    return context.text(key, "scenario", name);
  }

  /** The first rows of them, and what is said where there are more. */
  static Element of(Context context, String title, List<Value> values, int rows) {
    Words words = context.words();
    DataTable table =
        new DataTable(
            title,
            List.of(
                context.text("column.sector"),
                context.text("column.axis"),
                context.text("column.value"),
                context.text("whatIf.before"),
                context.text("whatIf.after"),
                context.text("whatIf.difference"),
                context.text("column.denominator"),
                context.text("whatIf.shareBefore"),
                context.text("whatIf.shareAfter")));
    for (Value value : values.subList(0, Math.min(rows, values.size()))) {
      table.row(
          List.of(
              words.sector(value.sector()),
              context.text("axis." + value.measure()),
              ScenarioResult.LAWS.contains(value.measure())
                  ? context.law(value.value())
                  : operator(context, value.value()),
              words.count(value.before()),
              words.count(value.after()),
              (value.difference() > 0 ? "+" : "") + words.count(value.difference()),
              words.count(context.figures().denominator(value.sector())),
              words.percent(value.shareBefore()),
              words.percent(value.shareAfter())));
    }
    Element whole = el("div").add(table.element());
    if (values.size() > rows) {
      whole.add(
          el("p", "note")
              .add(
                  context.text(
                      "whatIf.moreRows",
                      "shown",
                      words.count(rows),
                      "n",
                      words.count(values.size()))));
    }
    return whole;
  }

  private static String operator(Context context, String operator) {
    return operator.equals(MailStatus.CONFLICT)
        ? context.group(Group.CONFLICT)
        : context.words().operator(operator);
  }
}
