package nl.wolkenkaart.directory.sources;

import java.util.Locale;
import nl.wolkenkaart.directory.rows.Row;

/**
 * The files of addresses of schools that DUO publishes, for every sector of education: the columns
 * differ by sector and year, and sector follows from those that only it has. They give a website
 * and no e-mail address.
 */
final class DuoTable implements TableRegister {
  @Override
  public String format() {
    return "duo";
  }

  @Override
  public boolean fits(Columns columns) {
    return columns.has("internetadres")
        && columns.hasAny(
            "brin nummer",
            "brinnummer",
            "brin-nummer",
            "instellingscode",
            "vestigingsnummer",
            "vestigingscode",
            "bevoegd gezag nummer",
            "bevoegd gezag code");
  }

  @Override
  public String needs() {
    return "INTERNETADRES and BRIN NUMMER, INSTELLINGSCODE or BEVOEGD GEZAG NUMMER";
  }

  @Override
  public void row(Columns columns, Row row, EntrySink sink) {
    String name =
        columns.text(
            row,
            "vestigingsnaam",
            "instellingsnaam vestiging",
            "instellingsnaam",
            "naam instelling",
            "bevoegd gezag naam");
    if (name.isEmpty()) {
      sink.reject(row.line(), Columns.join(row), "the name of the school is empty");
      return;
    }
    String site = columns.text(row, "vestigingsnummer", "vestigingscode");
    String school =
        columns.text(row, "brin nummer", "brinnummer", "brin-nummer", "instellingscode");
    // The number of a site stands alone in some files, behind the school's in others.
    boolean whole = site.startsWith(school);
    sink.entry(
        Entry.at(format(), row.line())
            .country("NL")
            .identifier("brin", site.isEmpty() ? school : whole ? site : school + site)
            .identifier(
                "bevoegd-gezag", school.isEmpty() && site.isEmpty() ? board(columns, row) : "")
            .name(name)
            .type(type(columns, row))
            .region(columns.text(row, "provincie"))
            .contact(Contact.Kind.WEBSITE, null, columns.text(row, "internetadres"))
            .build());
  }

  private static String board(Columns columns, Row row) {
    return columns.text(row, "bevoegd gezag nummer", "bevoegd gezag code");
  }

  private static String type(Columns columns, Row row) {
    if (columns.hasAny("soort ho", "soort hoger onderwijs") || starts(columns, "ho ")) {
      return "hoger onderwijs";
    }
    if (starts(columns, "mbo ")
        || starts(columns, "soort mbo")
        || columns.has("onderwijssoort mbo")) {
      return "middelbaar beroepsonderwijs";
    }
    if (columns.hasAny("onderwijsstructuur", "onderwijsstructuur vo", "onderwijstype vo")) {
      return "voortgezet onderwijs";
    }
    String kind =
        columns
            .text(row, "soort primair onderwijs", "soort po", "onderwijstype", "type onderwijs")
            .toLowerCase(Locale.ROOT);
    boolean special =
        kind.contains("so") || kind.contains("speciaal") || starts(columns, "cluster");
    return special ? "speciaal onderwijs" : "basisonderwijs";
  }

  private static boolean starts(Columns columns, String prefix) {
    return !columns.beginningWith(prefix).isEmpty();
  }
}
