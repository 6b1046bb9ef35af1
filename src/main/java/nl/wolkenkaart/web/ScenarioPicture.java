package nl.wolkenkaart.web;

import static nl.wolkenkaart.web.Element.el;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import nl.wolkenkaart.provider.MailStatus;
import nl.wolkenkaart.statistics.CodeLists;
import nl.wolkenkaart.statistics.Counts;
import nl.wolkenkaart.web.ScenarioResult.Value;

/** A scenario before and after: whose law applies, and who comes and who goes. */
final class ScenarioPicture {
  /** Sectors that are drawn beside the whole list, those with most that differ. */
  private static final int SECTORS = 2;

  private static final int OPERATORS = 10;
  private static final int HALF = 10;
  private static final int HEIGHT = 2 * HALF + 2;

  private ScenarioPicture() {}

  /** Bars of whose law applies; nothing where no law differs. */
  static Optional<Element> laws(Context context, ScenarioResult scenario, int rows) {
    if (scenario.moved(Counts.ALL, ScenarioResult.LAWS) == 0) {
      return Optional.empty();
    }
    Words words = context.words();
    Figures figures = context.figures();
    StackedBars bars = new StackedBars(context);
    Set<Group> present = EnumSet.noneOf(Group.class);
    List<String> seen = new ArrayList<>();
    for (String sector : drawn(context, scenario)) {
      for (String measure : ScenarioResult.LAWS) {
        List<Value> values = scenario.values(figures, sector, measure);
        String label = words.sector(sector) + ", " + context.text("whatIf." + measure.replace("_jurisdiction", ""));
        String before = bar(context, bars, present, label, "is", values, Value::before);
        String after = bar(context, bars, present, label, "would", values, Value::after);
        seen.add(label + ' ' + context.text("whatIf.fromTo", "from", before, "to", after));
      }
    }
    List<Value> all = new ArrayList<>();
    ScenarioResult.LAWS.forEach(m -> all.addAll(scenario.values(figures, Counts.ALL, m)));
    sectors(context).forEach(s -> all.addAll(scenario.differing(s, ScenarioResult.LAWS)));
    String title = title(context, scenario, "whatIf.laws");
    return Optional.of(
        Picture.of(
            context,
            title,
            context.text("whatIf.lawsAlternative", "seen", String.join("; ", seen)),
            present.stream().map(g -> Picture.key("g-" + g.id(), label(context, g))).toList(),
            bars.drawing(),
            table(context, title, all, rows)));
  }

  /** With the scenario's name, since a picture may be shown alone. */
  private static String title(Context context, ScenarioResult scenario, String key) {
    String name = scenario.description().name(context.words().language());
    return context.text(key, "scenario", name);
  }

  private static String bar(
      Context context,
      StackedBars bars,
      Set<Group> present,
      String label,
      String when,
      List<Value> values,
      ToLongFunction<Value> count) {
    Map<Group, Long> groups = new EnumMap<>(Group.class);
    long whole = 0;
    for (Value value : values) {
      long n = count.applyAsLong(value);
      if (n > 0) {
        groups.merge(group(context, value.value()), n, Math::addExact);
        whole += n;
      }
    }
    present.addAll(groups.keySet());
    List<StackedBars.Piece> pieces = new ArrayList<>();
    groups.forEach(
        (g, n) -> pieces.add(new StackedBars.Piece("g-" + g.id(), label(context, g), n)));
    long us = groups.getOrDefault(Group.US, 0L);
    String share = context.words().percent(whole == 0 ? 0 : (double) us / whole);
    bars.bar(label + ", " + context.text("whatIf." + when), share, pieces, null);
    return share;
  }

  private static Group group(Context context, String law) {
    return switch (law) {
      case CodeLists.SELF -> Group.SELF;
      case MailStatus.CONFLICT -> Group.CONFLICT;
      case CodeLists.UNKNOWN -> Group.UNKNOWN;
      default -> context.groups().place(law);
    };
  }

  private static String label(Context context, Group group) {
    return switch (group) {
      case US -> context.text("places.law.us");
      case UNKNOWN -> context.text("places.law.unknown");
      default -> context.group(group);
    };
  }

  /** The whole list, and the sectors in which most differs. */
  private static List<String> drawn(Context context, ScenarioResult scenario) {
    List<String> drawn = new ArrayList<>(List.of(Counts.ALL));
    List<String> sectors = sectors(context);
    if (sectors.size() > 1) {
      sectors.stream()
          .filter(sector -> scenario.moved(sector, ScenarioResult.LAWS) > 0)
          .sorted(
              Comparator.comparingLong(
                  (String sector) -> -scenario.moved(sector, ScenarioResult.LAWS)))
          .limit(SECTORS)
          .forEach(drawn::add);
    }
    return drawn;
  }

  private static List<String> sectors(Context context) {
    return context.figures().sectors();
  }

  /** Pairs of bars of the operators that most come to or go from; nothing where nobody does. */
  static Optional<Element> operators(Context context, ScenarioResult scenario, int rows) {
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
    List<Value> all =
        new ArrayList<>(scenario.differing(Counts.ALL, ScenarioResult.OPERATORS));
    sectors(context).forEach(s -> all.addAll(scenario.differing(s, ScenarioResult.OPERATORS)));
    String title = title(context, scenario, "whatIf.operators");
    return Optional.of(
        Picture.of(
            context,
            title,
            context.text("whatIf.operatorsAlternative", "seen", String.join("; ", seen)),
            List.of(
                Picture.key("p-1", context.text("whatIf.is")),
                Picture.key("p-0", context.text("whatIf.would"))),
            drawing,
            table(context, title, all, rows)));
  }

  private static Element half(String look, long n, long most, int y) {
    return Picture.rectangle("piece " + look, "0%", Picture.length(n, most), y, HALF);
  }

  private static Element table(Context context, String title, List<Value> values, int rows) {
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
                  ? law(context, value.value())
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

  private static String law(Context context, String law) {
    return switch (law) {
      case CodeLists.SELF -> context.group(Group.SELF);
      case MailStatus.CONFLICT -> context.text("places.law.conflict");
      case CodeLists.UNKNOWN -> context.text("places.law.unknown");
      default -> context.words().language().country(law);
    };
  }

  private static String operator(Context context, String operator) {
    return operator.equals(MailStatus.CONFLICT)
        ? context.group(Group.CONFLICT)
        : context.words().operator(operator);
  }
}
