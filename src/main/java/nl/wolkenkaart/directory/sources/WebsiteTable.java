package nl.wolkenkaart.directory.sources;

import nl.wolkenkaart.directory.rows.Row;

/**
 * The Websiteregister Rijksoverheid: one row per site, with the organisation that it is of. Above
 * its header stands a row of groups, and below it names stand twice; the first of each counts.
 */
final class WebsiteTable implements TableRegister {
  @Override
  public String format() {
    return "websiteregister";
  }

  @Override
  public boolean fits(Columns columns) {
    return columns.hasAll("url", "organisatietype", "organisatie");
  }

  @Override
  public String needs() {
    return "URL, Organisatietype and Organisatie";
  }

  @Override
  public void row(Columns columns, Row row, EntrySink sink) {
    String site = columns.text(row, "url");
    String organisation = columns.text(row, "organisatie", "suborganisatie");
    if (site.isEmpty() || organisation.isEmpty()) {
      sink.reject(row.line(), site + organisation, "the URL or its organisation is empty");
      return;
    }
    sink.entry(
        Entry.at(format(), row.line())
            .scope(Entry.Scope.SITE)
            .country("NL")
            .name(organisation)
            .type(columns.text(row, "organisatietype"))
            .contact(Contact.Kind.WEBSITE, null, site)
            .build());
  }
}
