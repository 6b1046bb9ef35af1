package nl.wolkenkaart.directory.sources;

import com.google.common.collect.ImmutableList;
import java.util.Map;
import java.util.Optional;

/** The registers that can be read, and the names of their formats. */
public final class Registers {
  /** Our own plain list. */
  public static final String OWN = "csv";

  /** Our own table of organisations. */
  public static final String ORGANISATIONS = "organisations";

  /** A list of domains or URLs. */
  public static final String DOMAINS = "domains";

  /** A table with a mapping of its fields. */
  public static final String FIELDS = "fields";

  static final String ROO = "roo";
  static final String RIO = "rio";

  /** In the order in which a header is tried: what names more comes first. */
  private static final ImmutableList<TableRegister> TABLES =
      ImmutableList.of(
          new OrganisationsTable(),
          new RooTable(),
          new RioTable(),
          new DuoTable(),
          new WebsiteTable(),
          new BulkTable(),
          new IpaTable(),
          new UniversityTable(),
          new OwnTable(),
          new DomainTable());

  private Registers() {}

  /** Names of all formats that can be asked for; {@link #FIELDS} comes with a mapping alone. */
  public static ImmutableList<String> formats() {
    return TABLES.stream().map(TableRegister::format).collect(ImmutableList.toImmutableList());
  }

  /**
   * The tables that a file may be.
   *
   * @param format name of a format, empty when the header tells it
   * @param fields mapping of fields, empty for none
   * @throws IllegalArgumentException when there is no such format or field
   */
  static ImmutableList<TableRegister> of(String format, Map<String, String> fields) {
    if (!fields.isEmpty()) {
      return ImmutableList.of(new MappedTable(fields));
    }
    if (format.isEmpty()) {
      return TABLES;
    }
    Optional<TableRegister> table =
        TABLES.stream().filter(t -> t.format().equals(format)).findFirst();
    return ImmutableList.of(
        table.orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown format '" + format + "'; there are " + String.join(", ", formats()))));
  }

  /**
   * Checks a format and a mapping.
   *
   * @throws IllegalArgumentException when there is no such format or field
   */
  public static void check(String format, Map<String, String> fields) {
    of(format, fields);
  }
}
