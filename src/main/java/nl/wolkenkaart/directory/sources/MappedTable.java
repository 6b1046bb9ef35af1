package nl.wolkenkaart.directory.sources;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Locale;
import java.util.Map;
import nl.wolkenkaart.directory.rows.Row;

/**
 * A table of which the run specification says what its columns are: our field to the table's
 * column. A name with dots leads into JSON; a cell of several addresses has a line for each.
 */
final class MappedTable implements TableRegister {
  /** Fields that a column can be given for. */
  static final ImmutableSet<String> FIELDS =
      ImmutableSet.of(
          "id",
          "name",
          "domain",
          "website",
          "email",
          "type",
          "sector",
          "region",
          "country",
          "begin",
          "end",
          "tooi",
          "oin",
          "kvk",
          "brin",
          "parent",
          "population");

  private final ImmutableMap<String, String> fields;

  /**
   * A table with these columns.
   *
   * @param fields by names of {@link #FIELDS}
   * @throws IllegalArgumentException when one is no such field, or there is no name
   */
  MappedTable(Map<String, String> fields) {
    ImmutableMap.Builder<String, String> keys = ImmutableMap.builder();
    fields.forEach(
        (field, column) -> {
          if (!FIELDS.contains(field)) {
            throw new IllegalArgumentException(
                "there is no field '" + field + "'; there are " + String.join(", ", FIELDS));
          }
          keys.put(field, Columns.key(column));
        });
    this.fields = keys.buildOrThrow();
    if (!fields.containsKey("name")) {
      throw new IllegalArgumentException("the fields do not say which column is the name");
    }
  }

  @Override
  public String format() {
    return Registers.FIELDS;
  }

  @Override
  public boolean fits(Columns columns) {
    return fields.values().stream().allMatch(columns::has);
  }

  @Override
  public String needs() {
    return String.join(", ", fields.values());
  }

  @Override
  public void row(Columns columns, Row row, EntrySink sink) {
    String name = text(columns, row, "name");
    if (name.isEmpty()) {
      sink.reject(row.line(), Columns.join(row), "the name is empty");
      return;
    }
    Entry.Builder entry =
        Entry.at(format(), row.line())
            .name(name)
            .identifier("id", text(columns, row, "id"))
            .identifier("tooi", OverheidXml.tooi(text(columns, row, "tooi")))
            .identifier("oin", text(columns, row, "oin"))
            .identifier("kvk", text(columns, row, "kvk"))
            .identifier("brin", text(columns, row, "brin").toUpperCase(Locale.ROOT))
            .type(text(columns, row, "type"))
            .sector(text(columns, row, "sector"))
            .region(text(columns, row, "region"))
            .country(text(columns, row, "country"))
            .population(text(columns, row, "population"))
            .begin(Dates.of(text(columns, row, "begin")))
            .end(Dates.of(text(columns, row, "end")));
    String parent = text(columns, row, "parent");
    if (!parent.isEmpty()) {
      entry.parent("id:" + parent);
    }
    addresses(entry, columns, row, "domain", Contact.Kind.REGISTER);
    addresses(entry, columns, row, "email", Contact.Kind.EMAIL);
    addresses(entry, columns, row, "website", Contact.Kind.WEBSITE);
    sink.entry(entry.build());
  }

  private void addresses(
      Entry.Builder entry, Columns columns, Row row, String field, Contact.Kind kind) {
    Addresses.in(text(columns, row, field)).forEach(address -> entry.contact(kind, null, address));
  }

  private String text(Columns columns, Row row, String field) {
    String column = fields.get(field);
    return column == null ? "" : columns.text(row, column);
  }
}
