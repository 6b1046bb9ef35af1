package nl.wolkenkaart.directory.sources;

import nl.wolkenkaart.directory.rows.Row;

/** The list of universities of github.com/Hipo/university-domains-list: JSON, with arrays. */
final class UniversityTable implements TableRegister {
  @Override
  public String format() {
    return "universities";
  }

  @Override
  public boolean fits(Columns columns) {
    return columns.hasAll("name", "alpha_two_code", "domains");
  }

  @Override
  public String needs() {
    return "name, alpha_two_code and domains";
  }

  @Override
  public void row(Columns columns, Row row, EntrySink sink) {
    String name = columns.text(row, "name");
    if (name.isEmpty()) {
      sink.reject(row.line(), Columns.join(row), "the name is empty");
      return;
    }
    Entry.Builder entry =
        Entry.at(format(), row.line())
            .name(name)
            .type("university")
            .country(columns.text(row, "alpha_two_code"))
            .region(columns.text(row, "state-province"));
    Addresses.in(columns.text(row, "domains"))
        .forEach(domain -> entry.contact(Contact.Kind.REGISTER, "e-mail", domain));
    Addresses.in(columns.text(row, "web_pages"))
        .forEach(page -> entry.contact(Contact.Kind.WEBSITE, null, page));
    sink.entry(entry.build());
  }
}
