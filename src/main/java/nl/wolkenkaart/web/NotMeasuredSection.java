package nl.wolkenkaart.web;

import static nl.wolkenkaart.web.Element.el;

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

  @Override
  public String name() {
    return "notMeasured";
  }

  @Override
  public Optional<Element> of(Context context) {
    Element section = opened(context);
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
}
