package nl.wolkenkaart.web;

import static nl.wolkenkaart.web.Element.el;

import com.google.common.collect.Multiset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.wolkenkaart.statistics.CodeLists;
import nl.wolkenkaart.statistics.Counts;
import nl.wolkenkaart.statistics.Statistic;
import nl.wolkenkaart.statistics.Utf8Order;

/**
 * With how few companies the mailboxes are, and which Microsoft tenants several organisations
 * share.
 */
final class ConcentrationSection implements Section {
  private static final int SHOWN = 12;

  @Override
  public String name() {
    return "concentration";
  }

  @Override
  public Optional<Element> of(Context context) {
    List<Statistic> rows = new ArrayList<>(context.figures().largest("backend"));
    rows.removeIf(
        row ->
            row.getOrganisations() == 0
                || row.getValue().equals(CodeLists.UNKNOWN)
                || row.getValue().equals("conflict")
                || row.getValue().equals(CodeLists.SELF));
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Element section = opened(context);
    section.add(operators(context, rows));
    ConcentrationPlot.of(context).ifPresent(section::add);
    tenants(context).ifPresent(section::add);
    return Optional.of(section);
  }

  private static Element operators(Context context, List<Statistic> rows) {
    Words words = context.words();
    StackedBars bars = new StackedBars(context);
    DataTable table =
        new DataTable(
            context.text("concentration.picture"),
            List.of(
                context.text("column.operator"),
                context.text("column.organisations"),
                context.text("column.share"),
                context.text("column.range"),
                context.text("column.together")));
    long together = 0;
    long denominator = context.figures().denominator(Counts.ALL);
    List<String> seen = new ArrayList<>();
    for (Statistic row : rows) {
      together += row.getOrganisations();
      String name = words.operator(row.getValue());
      if (seen.size() < SHOWN) {
        Group group = context.groups().of(row.getValue(), context.tally().law(row.getValue()));
        bars.bar(
            name,
            words.count(row.getOrganisations()),
            List.of(
                new StackedBars.Piece("g-" + group.id(), name, row.getOrganisations()),
                new StackedBars.Piece(
                    "rest",
                    context.text("concentration.rest"),
                    denominator - row.getOrganisations())),
            null);
        seen.add(name + " " + words.percent(row.getShare()));
      }
      table.row(
          List.of(
              name,
              words.count(row.getOrganisations()),
              words.percent(row.getShare()),
              words.range(row),
              words.percent((double) together / denominator)));
    }
    return Picture.of(
        context,
        context.text("concentration.picture"),
        context.text("concentration.alternative", "seen", String.join(", ", seen)),
        List.of(),
        bars.drawing(),
        table.element());
  }

  private static Optional<Element> tenants(Context context) {
    List<Multiset.Entry<String>> shared =
        context.sharing().entrySet().stream()
            .filter(entry -> entry.getCount() > 1)
            .sorted(
                Comparator.comparingInt((Multiset.Entry<String> entry) -> -entry.getCount())
                    .thenComparing(Multiset.Entry::getElement, Utf8Order.UTF8_ORDER))
            .toList();
    if (shared.isEmpty()) {
      return Optional.empty();
    }
    Words words = context.words();
    long organisations = shared.stream().mapToLong(Multiset.Entry::getCount).sum();
    DataTable table =
        new DataTable(
            context.text("concentration.tenants"),
            List.of(context.text("column.tenant"), context.text("column.organisations")));
    shared.stream()
        .limit(SHOWN)
        .forEach(entry -> table.row(List.of(entry.getElement(), words.count(entry.getCount()))));
    return Optional.of(
        el("div")
            .add(el("h3").add(context.text("concentration.tenants")))
            .add(
                el("p")
                    .add(
                        context.text(
                            "concentration.tenantsText",
                            "tenants",
                            words.count(shared.size()),
                            "organisations",
                            words.count(organisations))))
            .add(
                el("div", "scroll")
                    .with("tabindex", "0")
                    .with("role", "region")
                    .with("aria-label", context.text("concentration.tenants"))
                    .add(table.element())));
  }
}
