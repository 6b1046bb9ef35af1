package nl.wolkenkaart.directory.sources;

import java.util.Locale;
import java.util.Set;
import nl.wolkenkaart.directory.rows.Row;

/**
 * A list of domains or URLs: alone, or with the type and the organisation of each. An organisation
 * that is only a word for its type ({@code Gemeenten}) names nobody.
 */
final class DomainTable implements TableRegister {
  /** Names of the column with the domain. */
  private static final String[] DOMAINS = {
    "domain name", "domain", "domein", "domeinnaam", "url", "website", "site", "hostname", "host"
  };

  private static final String[] TYPES = {"domain type", "type", "organisatietype"};
  private static final String[] ORGANISATIONS = {
    "agency", "organisation", "organisatie", "organization"
  };
  private static final Set<String> NOBODY =
      Set.of(
          "gemeenten",
          "gemeenschappelijke regelingen",
          "waterschappen",
          "provincies",
          "rijksoverheid");

  @Override
  public String format() {
    return "domains";
  }

  @Override
  public boolean fits(Columns columns) {
    return columns.hasAny(DOMAINS) && !columns.hasAny("name", "naam");
  }

  @Override
  public String needs() {
    return "domain, domeinnaam, url or website, and no name";
  }

  @Override
  public void row(Columns columns, Row row, EntrySink sink) {
    String domain = columns.text(row, DOMAINS);
    String organisation = columns.text(row, ORGANISATIONS);
    if (domain.isEmpty()) {
      sink.reject(row.line(), Columns.join(row), "the domain is empty");
      return;
    }
    boolean named =
        !organisation.isEmpty() && !NOBODY.contains(organisation.toLowerCase(Locale.ROOT));
    sink.entry(
        Entry.at(format(), row.line())
            .scope(named ? Entry.Scope.SITE : Entry.Scope.DOMAIN)
            .name(named ? organisation : "")
            .type(columns.text(row, TYPES))
            .contact(Contact.Kind.REGISTER, null, domain)
            .build());
  }

  /** A row of a file without a header: its first cell is the domain. */
  static void line(Row row, EntrySink sink) {
    sink.entry(
        Entry.at(Registers.DOMAINS, row.line())
            .scope(Entry.Scope.DOMAIN)
            .contact(Contact.Kind.REGISTER, null, row.cell(0))
            .build());
  }
}
