package nl.wolkenkaart.web;

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

/** Whose law applies before a scenario and after it. */
final class ScenarioLaws {
  /** Sectors that are drawn beside the whole list, those with most that differ. */
  private static final int SECTORS = 2;

  private ScenarioLaws() {}

  /** Bars of whose law applies; nothing where no law differs. */
  static Optional<Element> of(Context context, ScenarioResult scenario, int rows) {
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
        String label =
            words.sector(sector)
                + ", "
                + context.text("whatIf." + measure.replace("_jurisdiction", ""));
        String before = bar(context, bars, present, label, "is", values, Value::before);
        String after = bar(context, bars, present, label, "would", values, Value::after);
        seen.add(label + ' ' + context.text("whatIf.fromTo", "from", before, "to", after));
      }
    }
    List<Value> all = new ArrayList<>();
    ScenarioResult.LAWS.forEach(m -> all.addAll(scenario.values(figures, Counts.ALL, m)));
    all.addAll(scenario.differingBySector(figures, ScenarioResult.LAWS));
    String title = ScenarioTable.title(context, scenario, "whatIf.laws");
    return Optional.of(
        Picture.of(
            context,
            title,
            context.text("whatIf.lawsAlternative", "seen", String.join("; ", seen)),
            present.stream().map(g -> Picture.key("g-" + g.id(), label(context, g))).toList(),
            bars.drawing(),
            ScenarioTable.of(context, title, all, rows)));
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
    List<String> sectors = context.figures().sectors();
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
}
