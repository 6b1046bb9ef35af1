package nl.wolkenkaart.web;

import static nl.wolkenkaart.web.Element.el;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.wolkenkaart.statistics.Utf8Order;

/** What has changed since the run before, where a comparison with it was given. */
final class ChangeSection implements Section {
  private static final String MOVED = "moved";
  private static final int SHOWN = 12;
  private static final int HEIGHT = 22;

  @Override
  public String name() {
    return "changes";
  }

  @Override
  public Optional<Element> of(Context context) {
    ComparisonTables comparison = context.comparison();
    if (comparison == null) {
      return Optional.empty();
    }
    Words words = context.words();
    long moved = sum(comparison, MOVED);
    Element section = opened(context);
    section.add(
        el("p")
            .add(
                context.text(
                    "changes.moved",
                    "n",
                    words.count(moved),
                    "before",
                    date(context, comparison.before()),
                    "after",
                    date(context, comparison.after()))));
    if (moved > 0) {
      section.add(moves(context, comparison));
    }
    if (!comparison.flows().isEmpty()) {
      section.add(reasons(context, comparison));
    }
    section.add(net(context, comparison));
    return Optional.of(section);
  }

  private static String date(Context context, String text) {
    return text.isEmpty()
        ? context.text("headline.noDate")
        : context.words().date(LocalDate.parse(text));
  }

  private static long sum(ComparisonTables comparison, String kind) {
    return comparison.flows().stream()
        .filter(flow -> flow.kind().equals(kind))
        .mapToLong(ComparisonTables.Flow::organisations)
        .sum();
  }

  private static Element moves(Context context, ComparisonTables comparison) {
    Words words = context.words();
    List<ComparisonTables.Flow> flows =
        comparison.flows().stream()
            .filter(flow -> flow.kind().equals(MOVED))
            .sorted(
                Comparator.comparingLong((ComparisonTables.Flow flow) -> -flow.organisations())
                    .thenComparing(ComparisonTables.Flow::from, Utf8Order.UTF8_ORDER)
                    .thenComparing(ComparisonTables.Flow::to, Utf8Order.UTF8_ORDER))
            .toList();
    long most = flows.get(0).organisations();
    Element drawing = el("div", "bars");
    DataTable table =
        new DataTable(
            context.text("changes.picture"),
            List.of(
                context.text("column.from"),
                context.text("column.to"),
                context.text("column.organisations")));
    List<String> seen = new ArrayList<>();
    for (ComparisonTables.Flow flow : flows) {
      String label =
          context.text(
              "changes.flow", "from", words.operator(flow.from()), "to", words.operator(flow.to()));
      String n = words.count(flow.organisations());
      if (seen.size() < SHOWN) {
        Group to = group(context, flow.to());
        drawing.add(
            el("div", "row")
                .add(
                    el("div", "row-label").add(el("bdi").add(label)),
                    Picture.strip("bar", HEIGHT)
                        .add(
                            Picture.rectangle(
                                "piece g-" + to.id(),
                                "0%",
                                Picture.length(flow.organisations(), most),
                                0,
                                HEIGHT)))
                .add(el("div", "row-value", n)));
        seen.add(label + ": " + n);
      }
      table.row(List.of(words.operator(flow.from()), words.operator(flow.to()), n));
    }
    return Picture.of(
        context,
        context.text("changes.picture"),
        context.text("changes.alternative", "seen", String.join(", ", seen)),
        List.of(),
        drawing,
        table.element());
  }

  private static Group group(Context context, String operator) {
    return context.groups().of(operator, context.tally().law(operator));
  }

  /** A move is what the world did; the other reasons are ours, or the list's. */
  private static Element reasons(Context context, ComparisonTables comparison) {
    Words words = context.words();
    Map<String, Long> kinds = new TreeMap<>();
    comparison.flows().forEach(f -> kinds.merge(f.kind(), f.organisations(), Math::addExact));
    long all = kinds.values().stream().mapToLong(Long::longValue).sum();
    StackedBars bars = new StackedBars(context);
    DataTable table =
        new DataTable(
            context.text("changes.reasons"),
            List.of(
                context.text("column.reason"),
                context.text("column.organisations"),
                context.text("column.share")));
    List<String> seen = new ArrayList<>();
    String rest = context.text("concentration.rest");
    kinds.forEach(
        (kind, n) -> {
          String label = context.text("change." + kind);
          bars.bar(
              label,
              words.count(n),
              List.of(
                  new StackedBars.Piece(kind.equals(MOVED) ? "p-0" : "p-2", label, n),
                  new StackedBars.Piece("rest", rest, all - n)),
              null);
          table.row(List.of(label, words.count(n), words.percent((double) n / all)));
          seen.add(label + ": " + words.count(n));
        });
    return Picture.of(
        context,
        context.text("changes.reasons"),
        context.text("changes.reasonsAlternative", "seen", String.join(", ", seen)),
        List.of(),
        bars.drawing(),
        table.element());
  }

  private static Element net(Context context, ComparisonTables comparison) {
    Words words = context.words();
    DataTable table =
        new DataTable(
            context.text("changes.net"),
            List.of(
                context.text("column.operator"),
                context.text("column.before"),
                context.text("column.movedIn"),
                context.text("column.movedOut"),
                context.text("column.otherwise"),
                context.text("column.after")));
    comparison.net().stream()
        .filter(row -> row.before() > 0 || row.after() > 0)
        .sorted(
            Comparator.comparingLong((ComparisonTables.Net row) -> -row.after())
                .thenComparing(ComparisonTables.Net::value, Utf8Order.UTF8_ORDER))
        .forEach(
            row ->
                table.row(
                    List.of(
                        words.operator(row.value()),
                        words.count(row.before()),
                        words.count(row.movedIn()),
                        words.count(row.movedOut()),
                        words.count(row.otherwise()),
                        words.count(row.after()))));
    return el("details", "figures")
        .add(el("summary").add(context.text("changes.net")))
        .add(
            el("div", "scroll")
                .with("tabindex", "0")
                .with("role", "region")
                .with("aria-label", context.text("changes.net"))
                .add(table.element()));
  }
}
