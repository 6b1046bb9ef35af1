package nl.wolkenkaart.web;

import static nl.wolkenkaart.web.Element.el;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wolkenkaart.statistics.Counts;

/** The number that the page is about, with its denominator, its date and its range. */
final class HeadlineSection implements Section {
  @Override
  public String name() {
    return "headline";
  }

  @Override
  public Optional<Element> of(Context context) {
    Headline headline = Headline.of(context.figures());
    Words words = context.words();
    Element section =
        el("section", "headline")
            .with("id", context.id(name()))
            .with("aria-labelledby", context.id("headline-title"));
    if (context.synthetic()) {
      section.add(el("p", "synthetic-banner", context.text("synthetic.banner")));
    }
    section.add(el("p", "kicker", kicker(context)));
    section.add(
        el("h1")
            .with("id", context.id("headline-title"))
            .addTitle(
                context.text(
                    "headline.title",
                    "n",
                    words.count(headline.organisations()),
                    "d",
                    words.count(headline.denominator()))));
    section.add(
        el("p", "standfirst")
            .add(el("strong", "share", words.percent(headline.share())))
            .add(
                context.text(
                    "headline.range",
                    "low",
                    words.percent(headline.low()),
                    "high",
                    words.percent(headline.high()))));
    section.add(picture(context));
    section.add(el("p").add(context.text("headline.meaning")));
    section.add(el("p").add(outside(context, headline)));
    weights(context).ifPresent(text -> section.add(el("p").add(text)));
    return Optional.of(section);
  }

  private static String kicker(Context context) {
    String measured =
        context.run().runDate() == null
            ? context.text("headline.noDate")
            : context.text("headline.date", "date", context.words().date(context.run().runDate()));
    return measured
        + " · "
        + context.text("headline.size", "n", context.words().count(context.rows().size()));
  }

  /** The same share by other weights, where the statistics have them. */
  private static Optional<String> weights(Context context) {
    return context
        .figures()
        .row(Counts.ALL, "backend_jurisdiction", Groups.US)
        .filter(row -> row.getDomainsShare() != null)
        .map(
            row -> {
              Words words = context.words();
              String domains =
                  context.text(
                      "headline.domains",
                      "n",
                      words.count(row.getDomains()),
                      "d",
                      words.count(row.getDomainsDenominator()),
                      "share",
                      words.percent(row.getDomainsShare()));
              return row.getPopulationShare() == null
                  ? domains
                  : domains
                      + ' '
                      + context.text(
                          "headline.population",
                          "n",
                          words.count(row.getPopulation()),
                          "d",
                          words.count(row.getPopulationDenominator()),
                          "share",
                          words.percent(row.getPopulationShare()));
            });
  }

  /** Whom the denominator leaves out. */
  private static String outside(Context context, Headline headline) {
    Words words = context.words();
    return context.text(
        "headline.outside",
        "d",
        words.count(headline.denominator()),
        "all",
        words.count(context.figures().organisations(Counts.ALL)),
        "noMail",
        words.count(headline.withoutMail()),
        "failed",
        words.count(headline.failed()),
        "noDomain",
        words.count(headline.withoutDomain()));
  }

  private static Element picture(Context context) {
    Words words = context.words();
    Map<Group, Long> last = context.tally().all().last();
    long whole = context.tally().all().withMail();
    List<StackedBars.Piece> pieces = SectorSection.pieces(context, last);
    DataTable table =
        new DataTable(
            context.text("headline.picture"),
            List.of(
                context.text("column.group"),
                context.text("column.organisations"),
                context.text("column.share")));
    List<String> seen = new ArrayList<>();
    last.forEach(
        (group, n) -> {
          String share = words.percent((double) n / whole);
          table.row(List.of(context.group(group), words.count(n), share));
          seen.add(context.group(group) + " " + share);
        });
    List<Element> keys = new ArrayList<>(Picture.keys(context, List.copyOf(last.keySet())));
    keys.add(RangePlot.lineKey(context));
    StackedBars bars =
        new StackedBars(context)
            .bar(
                context.text("allSectors"),
                words.count(whole),
                pieces,
                SectorSection.range(context, UsShare.last(context.tally().all())));
    return Picture.of(
        context,
        context.text("headline.picture"),
        context.text("headline.alternative", "seen", String.join(", ", seen)),
        keys,
        bars.drawing().with("class", "bars wide"),
        table.element());
  }
}
