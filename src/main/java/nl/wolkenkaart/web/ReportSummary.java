package nl.wolkenkaart.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wolkenkaart.statistics.Statistic;
import nl.wolkenkaart.table.PrettyJson;

/** The headline numbers for those who paste or fetch: as Markdown, and as JSON. */
final class ReportSummary {
  private ReportSummary() {}

  /** JSON (RFC 8259): shares of 0 to 1 as the statistics have them. */
  static String json(Context context) {
    Headline headline = Headline.of(context.figures());
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("synthetic", context.synthetic());
    all.put(
        "run_date", context.run().runDate() == null ? null : context.run().runDate().toString());
    all.put("organisations", context.rows().size());
    all.put("denominator", headline.denominator());
    all.put("without_mail", headline.withoutMail());
    all.put("lookup_failed", headline.failed());
    all.put("without_domain", headline.withoutDomain());
    Map<String, Object> us = new LinkedHashMap<>();
    us.put("organisations", headline.organisations());
    us.put("share", headline.share());
    us.put("share_low", headline.low());
    us.put("share_high", headline.high());
    all.put("backend_under_us_jurisdiction", us);
    all.put("backend", values(context, "backend"));
    all.put("receiver", values(context, "receiver"));
    List<Object> sectors = new ArrayList<>();
    for (String sector : context.figures().sectors()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("sector", sector);
      one.put("organisations", context.figures().organisations(sector));
      one.put("denominator", context.figures().denominator(sector));
      UsShare found = UsShare.last(context.tally().sector(sector));
      one.put("backend_under_us_jurisdiction", found.organisations());
      one.put("share", found.share());
      one.put("share_low", found.low());
      one.put("share_high", found.high());
      sectors.add(one);
    }
    all.put("sectors", sectors);
    return PrettyJson.of(all);
  }

  private static Map<String, Long> values(Context context, String measure) {
    Map<String, Long> values = new LinkedHashMap<>();
    for (Statistic row : context.figures().largest(measure)) {
      values.put(row.getValue(), row.getOrganisations());
    }
    return values;
  }

  /** Markdown in every language, one after the other. */
  static String markdown(List<Context> languages) {
    StringBuilder text = new StringBuilder();
    for (Context context : languages) {
      Headline headline = Headline.of(context.figures());
      Words words = context.words();
      if (!text.isEmpty()) {
        text.append('\n');
      }
      text.append("# ")
          .append(
              context.text(
                  "headline.title",
                  "n",
                  words.count(headline.organisations()),
                  "d",
                  words.count(headline.denominator())))
          .append("\n\n");
      if (context.synthetic()) {
        text.append("**").append(context.text("synthetic.banner")).append("**\n\n");
      }
      text.append(
              context.run().runDate() == null
                  ? context.text("headline.noDate")
                  : context.text("headline.date", "date", words.date(context.run().runDate())))
          .append(". ")
          .append(words.percent(headline.share()))
          .append(' ')
          .append(
              context.text(
                  "headline.range",
                  "low",
                  words.percent(headline.low()),
                  "high",
                  words.percent(headline.high())))
          .append(' ')
          .append(context.text("headline.meaning"))
          .append("\n\n");
      sectors(context, text);
    }
    return text.toString();
  }

  private static void sectors(Context context, StringBuilder text) {
    Words words = context.words();
    text.append("| ")
        .append(context.text("column.sector"))
        .append(" | ")
        .append(context.text("column.usOrganisations"))
        .append(" | ")
        .append(context.text("column.denominator"))
        .append(" | ")
        .append(context.text("column.usShare"))
        .append(" | ")
        .append(context.text("column.range"))
        .append(" |\n| --- | ---: | ---: | ---: | --- |\n");
    for (String sector : context.figures().sectors()) {
      UsShare us = UsShare.last(context.tally().sector(sector));
      text.append("| ")
          .append(cell(words.sector(sector)))
          .append(" | ")
          .append(words.count(us.organisations()))
          .append(" | ")
          .append(words.count(context.figures().denominator(sector)))
          .append(" | ")
          .append(words.percent(us.share()))
          .append(" | ")
          .append(words.range(us.low(), us.high()))
          .append(" |\n");
    }
  }

  /** A list's own name for a sector, with nothing in it that Markdown or HTML would read. */
  private static String cell(String name) {
    return name.replaceAll("[\\\\|<>&`*_\\[\\]]", " ");
  }
}
