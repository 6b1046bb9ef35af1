package nl.wolkenkaart.web;

import static nl.wolkenkaart.web.Element.el;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nl.wolkenkaart.table.DataLicence;

/** The tables to take away, with their hashes; licence, and how to cite. */
final class DownloadSection implements Section {
  private final Path report;

  /** For a page in a folder; links lead from there to the tables. */
  DownloadSection(Path report) {
    this.report = report;
  }

  @Override
  public String name() {
    return "downloads";
  }

  @Override
  public Optional<Element> of(Context context) {
    Element section = opened(context);
    if (!context.run().downloads().isEmpty()) {
      DataTable table =
          new DataTable(
              context.text("downloads.table"),
              List.of(
                  context.text("column.file"),
                  context.text("column.bytes"),
                  context.text("column.sha256")));
      for (RunDescription.Download file : context.run().downloads()) {
        table.row(
            file.name(),
            List.of(
                el("td")
                    .add(
                        el("a")
                            .with("href", link(file.file()))
                            .with("download", file.name())
                            .add(
                                context.text(
                                    "downloads.get",
                                    "file",
                                    file.name(),
                                    "n",
                                    context.words().count(file.bytes())))),
                el("td").add(el("code", "hash", file.sha256()))));
      }
      section.add(
          el("div", "scroll")
              .with("tabindex", "0")
              .with("role", "region")
              .with("aria-label", context.text("downloads.table"))
              .add(table.element()));
    }
    section.add(
        el("h3").add(context.text("downloads.licence")),
        el("p")
            .add(context.text("downloads.licenceText") + ' ')
            .add(el("a").with("href", DataLicence.address()).add(DataLicence.title()))
            .add("."),
        el("h3").add(context.text("downloads.cite")),
        el("p", "cite", citation(context)));
    return Optional.of(section);
  }

  private static String citation(Context context) {
    String date =
        context.run().runDate() == null
            ? context.text("headline.noDate")
            : context.words().date(context.run().runDate());
    String lists = String.join(", ", context.run().lists());
    return context.text(
        "downloads.citation",
        "date",
        date,
        "lists",
        lists.isEmpty() ? context.text("downloads.noList") : lists,
        "version",
        context.run().version().isEmpty() ? "?" : context.run().version(),
        "catalogue",
        context.run().catalogue().isEmpty() ? "?" : context.run().catalogue());
  }

  /** The way from the page to a file, as a relative URL. */
  private String link(Path file) {
    Path from = report.toAbsolutePath().normalize();
    Path way = from.relativize(file.toAbsolutePath().normalize());
    StringBuilder url = new StringBuilder();
    for (Path step : way) {
      url.append(url.isEmpty() ? "" : "/")
          .append(
              com.google.common.net.UrlEscapers.urlPathSegmentEscaper().escape(step.toString()));
    }
    return url.toString();
  }
}
