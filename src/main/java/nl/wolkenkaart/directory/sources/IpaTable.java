package nl.wolkenkaart.directory.sources;

import java.util.Locale;
import nl.wolkenkaart.directory.rows.Row;

/**
 * IndicePA, the register of Italian public bodies, with the names of columns of its CSV since 2020
 * and of the tab-separated file before.
 */
final class IpaTable implements TableRegister {
  private static final int MAILS = 5;

  @Override
  public String format() {
    return "indicepa";
  }

  @Override
  public boolean fits(Columns columns) {
    return columns.hasAny("codice_ipa", "cod_amm")
        && columns.hasAny("denominazione_ente", "des_amm");
  }

  @Override
  public String needs() {
    return "Codice_IPA and Denominazione_ente, or cod_amm and des_amm";
  }

  @Override
  public void row(Columns columns, Row row, EntrySink sink) {
    String name = columns.text(row, "denominazione_ente", "des_amm");
    if (name.isEmpty()) {
      sink.reject(row.line(), Columns.join(row), "the name is empty");
      return;
    }
    Entry.Builder entry =
        Entry.at(format(), row.line())
            .country("IT")
            .identifier("ipa", columns.text(row, "codice_ipa", "cod_amm"))
            .identifier("codice-fiscale", columns.text(row, "codice_fiscale_ente", "cf"))
            .name(name)
            .abbreviation(columns.text(row, "acronimo"))
            .type(columns.text(row, "tipologia", "tipologia_amm", "tipologia_istat"))
            .region(columns.text(row, "regione"))
            .contact(Contact.Kind.WEBSITE, null, columns.text(row, "sito_istituzionale"));
    for (int i = 1; i <= MAILS; i++) {
      entry.contact(
          Contact.Kind.EMAIL,
          columns.text(row, "tipo_mail" + i).toLowerCase(Locale.ROOT),
          columns.text(row, "mail" + i));
    }
    sink.entry(entry.build());
  }
}
