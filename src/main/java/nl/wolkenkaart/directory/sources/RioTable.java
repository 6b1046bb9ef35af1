package nl.wolkenkaart.directory.sources;

import nl.wolkenkaart.directory.rows.Row;

/**
 * The Register Internetdomeinen Overheid with one row per domain: the number of its organisation
 * ({@code org}, the number of the Register van Overheidsorganisaties too), the domain and its
 * purpose. The organisation's name stands in the address of the register's page alone.
 */
final class RioTable implements TableRegister {
  private static final String PAGE = "/domeinen/";

  @Override
  public String format() {
    return "rio";
  }

  @Override
  public boolean fits(Columns columns) {
    return columns.hasAll("naam", "org", "doel");
  }

  @Override
  public String needs() {
    return "naam, org and doel";
  }

  @Override
  public void row(Columns columns, Row row, EntrySink sink) {
    String domain = columns.text(row, "naam");
    String organisation = columns.text(row, "org");
    if (domain.isEmpty() || organisation.isEmpty()) {
      sink.reject(
          row.line(), domain + organisation, "the domain or its organisation's number is empty");
      return;
    }
    sink.entry(
        Entry.at(format(), row.line())
            .scope(Entry.Scope.SITE)
            .country("NL")
            .identifier("roo", organisation)
            .name(name(columns.text(row, "detail"), organisation))
            .contact(
                Contact.Kind.REGISTER,
                columns.text(row, "doel"),
                domain,
                Dates.of(columns.text(row, "tot")))
            .build());
  }

  /** {@code .../domeinen/21134/Wetterskip_Fryslan/domein/29495023}: the part behind the number. */
  private static String name(String page, String organisation) {
    String before = PAGE + organisation + '/';
    int at = page.indexOf(before);
    if (at < 0) {
      return "organisation " + organisation;
    }
    String behind = page.substring(at + before.length());
    int slash = behind.indexOf('/');
    return (slash < 0 ? behind : behind.substring(0, slash)).replace('_', ' ');
  }
}
