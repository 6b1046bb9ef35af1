package nl.wolkenkaart.directory.sources;

import java.util.List;
import nl.wolkenkaart.directory.rows.Row;

/**
 * The spreadsheet that basisbeveiliging.nl takes for many organisations at once: name, address,
 * country, layer and, in one cell, all its websites.
 */
final class BulkTable implements TableRegister {
  private static final String WEBSITES = "websites";

  @Override
  public String format() {
    return "basisbeveiliging";
  }

  @Override
  public boolean fits(Columns columns) {
    return columns.has("name")
        && columns.has("layer")
        && !columns.beginningWith(WEBSITES).isEmpty();
  }

  @Override
  public String needs() {
    return "Name, Layer and Websites (csv)";
  }

  @Override
  public void row(Columns columns, Row row, EntrySink sink) {
    String name = columns.text(row, "name");
    if (name.isEmpty()) {
      sink.reject(row.line(), Columns.join(row), "the name is empty");
      return;
    }
    List<String> cells = columns.beginningWith(WEBSITES);
    Entry.Builder entry =
        Entry.at(format(), row.line())
            .name(name)
            .type(columns.text(row, "layer"))
            .country(columns.text(row, "countrycode", "country code", "country"));
    for (String address : Addresses.in(columns.text(row, cells.toArray(new String[0])))) {
      entry.contact(Contact.Kind.WEBSITE, null, address);
    }
    sink.entry(entry.build());
  }
}
