package nl.wolkenkaart.directory.sources;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import nl.wolkenkaart.directory.rows.Row;

/**
 * The Register van Overheidsorganisaties as a table: its own CSV exports ({@code Officiële naam},
 * {@code Internetpagina's}), and flat copies with the columns {@code name}, {@code roo_id}.
 */
final class RooTable implements TableRegister {
  private static final Splitter TYPES = Splitter.on(CharMatcher.anyOf(";|"));

  @Override
  public String format() {
    return "roo";
  }

  @Override
  public boolean fits(Columns columns) {
    return columns.hasAll("officiële naam", "type") || columns.hasAll("name", "type", "roo_id");
  }

  @Override
  public String needs() {
    return "Officiële naam and Type, or name, type and roo_id";
  }

  @Override
  public void row(Columns columns, Row row, EntrySink sink) {
    String name = columns.text(row, "officiële naam", "name");
    if (name.isEmpty()) {
      sink.reject(row.line(), Columns.join(row), "the name is empty");
      return;
    }
    String own = columns.text(row, "roo_id", "systeemid");
    Entry.Builder entry =
        Entry.at(format(), row.line())
            .country("NL")
            .identifier("roo", own.isEmpty() ? columns.text(row, "id") : own)
            .identifier("id", columns.text(row, "id"))
            .identifier("tooi", OverheidXml.tooi(columns.text(row, "tooi uri", "tooi")))
            .identifier("oin", columns.text(row, "oin"))
            .identifier("kvk", columns.text(row, "kvk-nummer", "kvk"))
            .name(name)
            .abbreviation(columns.text(row, "afkorting"))
            .begin(Dates.of(columns.text(row, "startdatum", "valid_from")))
            .end(Dates.of(columns.text(row, "einddatum", "valid_until")));
    for (String type : TYPES.split(columns.text(row, "type"))) {
      entry.type(type);
    }
    String parent = columns.text(row, "parent_id");
    if (!parent.isEmpty()) {
      entry.parent("id:" + parent);
    }
    addresses(entry, Contact.Kind.WEBSITE, columns.text(row, "website"));
    addresses(
        entry, Contact.Kind.WEBSITE, columns.text(row, "internetpagina's", "internet_addresses"));
    addresses(entry, Contact.Kind.EMAIL, columns.text(row, "email"));
    addresses(entry, Contact.Kind.EMAIL, columns.text(row, "e-mail adressen", "emails"));
    sink.entry(entry.build());
  }

  private static void addresses(Entry.Builder entry, Contact.Kind kind, String cell) {
    for (Addresses.Labelled found : Addresses.labelled(cell)) {
      entry.contact(kind, found.label(), found.address());
    }
  }
}
