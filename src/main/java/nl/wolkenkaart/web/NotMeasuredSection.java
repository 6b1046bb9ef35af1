package nl.wolkenkaart.web;

import static nl.wolkenkaart.web.Element.el;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.wolkenkaart.provider.MailStatus;
import nl.wolkenkaart.statistics.Counts;

/** What was not measured, and what cannot be measured so. */
final class NotMeasuredSection implements Section {
  /** The statuses that say so, those within the shares first. */
  private static final List<String> STATUSES =
      List.of(
          MailStatus.UNKNOWN_BACKEND,
          MailStatus.CONFLICT,
          MailStatus.IMPLICIT_MX,
          MailStatus.NO_MAIL_DECLARED,
          MailStatus.NO_MAIL_FOUND,
          MailStatus.NXDOMAIN,
          MailStatus.LOOKUP_FAILED,
          MailStatus.NO_DOMAIN);

  private static final int SHOWN = 24;

  @Override
  public String name() {
    return "notMeasured";
  }

  @Override
  public Optional<Element> of(Context context) {
    Element section = opened(context);
    section.add(picture(context));
    NotMeasuredAxes.of(context).ifPresent(section::add);
    DataTable table =
        new DataTable(
            context.text("notMeasured.table"),
            List.of(
                context.text("column.status"),
                context.text("column.organisations"),
                context.text("column.shareOfAll"),
                context.text("column.counted")));
    long all = context.figures().organisations(Counts.ALL);
    for (String status : STATUSES) {
      long n = context.figures().withStatus(Counts.ALL, status);
      boolean inShares = STATUSES.indexOf(status) < STATUSES.indexOf(MailStatus.NO_MAIL_DECLARED);
      table.row(
          List.of(
              context.text("status." + status),
              context.words().count(n),
              context.words().percent(all == 0 ? 0 : (double) n / all),
              context.text(inShares ? "notMeasured.inside" : "notMeasured.outside")));
    }
    section.add(
        el("div", "scroll")
            .with("tabindex", "0")
            .with("role", "region")
            .with("aria-label", context.text("notMeasured.table"))
            .add(table.element()));
    Element list = el("ul");
    for (String limit : List.of("use", "content", "contracts", "place", "time", "list")) {
      list.add(el("li").add(context.text("notMeasured.limit." + limit)));
    }
    section.add(el("h3").add(context.text("notMeasured.limits"))).add(list);
    return Optional.of(section);
  }

  /** All organisations by status: each bar is a whole sector, with those outside the shares. */
  private static Element picture(Context context) {
    Words words = context.words();
    Figures figures = context.figures();
    List<String> statuses = new ArrayList<>(List.of(MailStatus.OK));
    statuses.addAll(STATUSES);
    statuses.removeIf(status -> figures.withStatus(Counts.ALL, status) == 0);
    List<String> sectors = new ArrayList<>(List.of(Counts.ALL));
    if (figures.sectors().size() > 1) {
      sectors.addAll(figures.sectors());
    }
    StackedBars bars = new StackedBars(context);
    List<String> columns = new ArrayList<>(List.of(context.text("column.sector")));
    columns.add(context.text("column.organisations"));
    statuses.forEach(status -> columns.add(context.text("status." + status)));
    DataTable table = new DataTable(context.text("notMeasured.picture"), columns);
    for (String sector : sectors) {
      List<StackedBars.Piece> pieces = new ArrayList<>();
      List<String> cells = new ArrayList<>(List.of(words.sector(sector)));
      cells.add(words.count(figures.organisations(sector)));
      for (String status : statuses) {
        long n = figures.withStatus(sector, status);
        pieces.add(new StackedBars.Piece(look(status), context.text("status." + status), n));
        cells.add(words.count(n));
      }
      if (sectors.indexOf(sector) <= SHOWN) {
        bars.bar(words.sector(sector), words.count(figures.organisations(sector)), pieces, null);
      }
      table.row(cells);
    }
    List<String> seen = new ArrayList<>();
    for (String status : statuses) {
      seen.add(
          context.text("status." + status)
              + ": "
              + words.count(figures.withStatus(Counts.ALL, status)));
    }
    return Picture.of(
        context,
        context.text("notMeasured.picture"),
        context.text("notMeasured.alternative", "seen", String.join("; ", seen)),
        statuses.stream()
            .map(status -> Picture.key(look(status), context.text("status." + status)))
            .toList(),
        bars.drawing(),
        table.element());
  }

  private static String look(String status) {
    return switch (status) {
      case MailStatus.UNKNOWN_BACKEND -> "g-unknown";
      case MailStatus.CONFLICT -> "g-conflict";
      default -> "s-" + status;
    };
  }
}
