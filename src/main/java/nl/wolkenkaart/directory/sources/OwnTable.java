package nl.wolkenkaart.directory.sources;

import nl.wolkenkaart.directory.rows.Row;

/**
 * Our own plain list: name, domain and sector, and if need be id, region, country and population.
 */
final class OwnTable implements TableRegister {
  @Override
  public String format() {
    return Registers.OWN;
  }

  @Override
  public boolean fits(Columns columns) {
    return columns.hasAll("name", "domain", "sector");
  }

  @Override
  public String needs() {
    return "name, domain and sector";
  }

  @Override
  public void row(Columns columns, Row row, EntrySink sink) {
    String name = columns.text(row, "name");
    String domain = columns.text(row, "domain");
    if (name.isEmpty() || domain.isEmpty()) {
      String reason = name.isEmpty() ? "the name is empty" : "the domain is empty";
      sink.reject(row.line(), Columns.join(row), reason);
      return;
    }
    sink.entry(
        Entry.at(format(), row.line())
            .identifier("id", columns.text(row, "id"))
            .name(name)
            .domain(domain)
            .sector(columns.text(row, "sector"))
            .region(columns.text(row, "region"))
            .country(columns.text(row, "country"))
            .population(columns.text(row, "population"))
            .build());
  }
}
