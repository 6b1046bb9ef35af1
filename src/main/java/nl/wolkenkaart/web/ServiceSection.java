package nl.wolkenkaart.web;

import static nl.wolkenkaart.web.Element.el;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.wolkenkaart.provider.CloudService;
import nl.wolkenkaart.statistics.Counts;
import nl.wolkenkaart.statistics.Statistic;

/** The services that show: over all, and by sector. */
final class ServiceSection implements Section {
  private static final int PLOTTED = 16;
  private static final int COLUMNS = 10;
  private static final int STEPS = 8;

  @Override
  public String name() {
    return "services";
  }

  @Override
  public Optional<Element> of(Context context) {
    List<Statistic> rows = context.figures().largest("service");
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Element section = opened(context);
    section.add(overall(context, rows));
    if (context.figures().sectors().size() > 1) {
      section.add(bySector(context, rows.subList(0, Math.min(COLUMNS, rows.size()))));
    }
    return Optional.of(section);
  }

  private static String label(Context context, String id) {
    return context.options().catalogue().services().stream()
        .filter(service -> service.id().equals(id))
        .map(CloudService::name)
        .findFirst()
        .orElse(id);
  }

  private static Element overall(Context context, List<Statistic> rows) {
    Words words = context.words();
    RangePlot plot = new RangePlot(context);
    DataTable table =
        new DataTable(
            context.text("services.picture"),
            List.of(
                context.text("column.service"),
                context.text("column.organisations"),
                context.text("column.denominator"),
                context.text("column.share"),
                context.text("column.proven"),
                context.text("column.withHints")));
    List<String> seen = new ArrayList<>();
    for (Statistic row : rows) {
      String name = label(context, row.getValue());
      if (seen.size() < PLOTTED) {
        plot.row(
            name,
            new StackedBars.Range(name, row.getShareLow(), row.getShare(), row.getShareHigh()),
            null);
        seen.add(name + " " + words.percent(row.getShare()));
      }
      table.row(
          List.of(
              name,
              words.count(row.getOrganisations()),
              words.count(row.getDenominator()),
              words.percent(row.getShare()),
              words.percent(row.getShareLow()),
              words.percent(row.getShareHigh())));
    }
    return Picture.of(
        context,
        context.text("services.picture"),
        context.text("services.alternative", "seen", String.join(", ", seen)),
        List.of(
            RangePlot.markKey(
                el("circle", "whisker-dot").with("r", 4), context.text("services.keyShare")),
            RangePlot.lineKey(context)),
        plot.drawing(),
        table.element());
  }

  /** A table whose cells are shaded: it is its own text. */
  private static Element bySector(Context context, List<Statistic> services) {
    Words words = context.words();
    String title = context.text("services.bySector");
    List<String> columns = new ArrayList<>(List.of(context.text("column.sector")));
    services.forEach(row -> columns.add(label(context, row.getValue())));
    DataTable table = new DataTable(title, columns);
    for (String sector : context.sectorsAll()) {
      List<Element> cells = new ArrayList<>();
      for (Statistic service : services) {
        double share =
            context
                .figures()
                .row(sector, "service", service.getValue())
                .map(Statistic::getShare)
                .orElse(0.0);
        int step = (int) Math.min(STEPS - 1L, Math.round(Math.floor(share * STEPS)));
        cells.add(el("td", "heat heat-" + step, words.percent(share)));
      }
      table.row(words.sector(sector), cells);
    }
    Element figure = el("figure", "picture");
    figure.add(el("figcaption").add(el("strong", "figure-title", title)));
    if (context.synthetic()) {
      figure.add(el("p", "synthetic", context.text("synthetic.mark")));
    }
    return figure.add(
        el("div", "scroll")
            .with("tabindex", "0")
            .with("role", "region")
            .with("aria-label", title + ": " + words.sector(Counts.ALL))
            .add(table.element()));
  }
}
