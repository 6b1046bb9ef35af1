package nl.wolkenkaart.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Catalogue;
import nl.wolkenkaart.provider.Exposure;
import nl.wolkenkaart.provider.Glossary;
import nl.wolkenkaart.provider.Service;
import nl.wolkenkaart.web.CaseDocument.Cell;

/**
 * One organisation's case, laid out for whoever has to judge it: what DNS shows and how surely,
 * whose law reaches whom, what public assessments say, what is to be checked and asked, from which
 * source and date. It gives no verdict. The same facts give the same bytes.
 */
public final class CaseSheet {
  private final CaseFacts facts;
  private final CaseTexts texts;
  private final CaseDocument sheet;
  private final CaseSources sources = new CaseSources();

  private CaseSheet(CaseFacts facts, Language language) {
    this.facts = facts;
    this.texts = new CaseTexts(language);
    this.sheet = new CaseDocument(language.code());
  }

  /** The sheet as one HTML file without script. */
  public static String html(CaseFacts facts, Language language) {
    return CaseHtml.of(new CaseSheet(facts, language).write());
  }

  /** The sheet as Markdown. */
  public static String markdown(CaseFacts facts, Language language) {
    return CaseMarkdown.of(new CaseSheet(facts, language).write());
  }

  private CaseDocument write() {
    Attribution row = facts.organisation();
    sheet.heading(1, texts.of("title", row.getOrganisationName()));
    String domain = row.getDomain() == null ? texts.of("no-domain") : row.getDomain();
    sheet.paragraph(texts.of("of", row.getOrganisationId(), domain, facts.runDate(), facts.asOf()));
    sheet.paragraph(texts.of("no-verdict"));
    sheet.paragraph(texts.of("guiding"), CaseSources.GUIDING);
    sources.add(CaseSources.GUIDING, CaseSources.GUIDING_DATE);
    mail();
    Catalogue catalogue = facts.catalogue();
    new CaseLaw(catalogue, texts, sheet, sources).write(facts.exposures(), facts.services());
    services();
    new CaseRisks(catalogue, texts, sheet, sources).write(facts.services());
    questions();
    words();
    sources();
    return sheet;
  }

  private void mail() {
    Attribution row = facts.organisation();
    sheet.heading(2, texts.of("mail.title"));
    sheet.paragraph(
        texts.of(
            "mail.status",
            texts.word("status", row.getStatus()),
            texts.word("confidence", row.getBackendConfidence())));
    if (row.getHybridPossible()) {
      sheet.paragraph(texts.of("mail.hybrid"));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (Exposure exposure : facts.exposures()) {
      rows.add(
          List.of(
              Cell.of(texts.word("role", exposure.getRole())),
              Cell.of(operator(exposure.getOperator())),
              Cell.of(texts.jurisdiction(exposure.getJurisdiction())),
              Cell.of(
                  exposure.getConfidence() == null
                      ? ""
                      : texts.word("ownership", exposure.getConfidence())),
              Cell.of(String.join("; ", exposure.getEvidence()))));
    }
    sheet.table(
        List.of(
            texts.of("mail.role"),
            texts.of("mail.operator"),
            texts.of("mail.jurisdiction"),
            texts.of("mail.ownership"),
            texts.of("mail.seen")),
        rows);
    sheet.paragraph(texts.of("mail.note"));
  }

  private String operator(String id) {
    return facts
        .catalogue()
        .provider(id)
        .map(provider -> provider.name())
        .orElseGet(() -> texts.word("operator", id));
  }

  private void services() {
    sheet.heading(2, texts.of("services.title"));
    if (facts.services().isEmpty()) {
      sheet.paragraph(texts.of("services.none"));
      return;
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (Service service : facts.services()) {
      rows.add(
          List.of(
              Cell.of(CaseRisks.name(facts.catalogue(), service.getService())),
              Cell.of(texts.word("level", service.getLevel())),
              Cell.of(
                  texts.jurisdiction(
                      service.getJurisdiction() == null ? "unknown" : service.getJurisdiction())),
              Cell.of(String.join("; ", service.getEvidence()))));
    }
    sheet.table(
        List.of(
            texts.of("services.service"),
            texts.of("services.level"),
            texts.of("mail.jurisdiction"),
            texts.of("mail.seen")),
        rows);
    sheet.paragraph(texts.of("services.note"));
  }

  private void questions() {
    sheet.heading(2, texts.of("questions.title"));
    sheet.paragraph(texts.of("questions.intro"));
    List<Cell> open = new ArrayList<>();
    texts.all("questions.all").forEach(text -> open.add(Cell.of(text)));
    TreeSet<String> roles = new TreeSet<>();
    facts.exposures().forEach(exposure -> roles.add(exposure.getRole()));
    for (String role : roles) {
      texts.all("questions." + role).forEach(text -> open.add(Cell.of(text)));
    }
    boolean us =
        facts.exposures().stream().anyMatch(e -> e.getJurisdiction().equals("US"))
            || facts.services().stream().anyMatch(s -> "US".equals(s.getJurisdiction()));
    if (us) {
      open.add(Cell.of(texts.of("questions.transfer"), CaseSources.TRANSFER));
      sources.add(CaseSources.TRANSFER, CaseSources.TRANSFER_DATE);
    }
    if (facts.organisation().getHybridPossible()) {
      open.add(Cell.of(texts.of("questions.hybrid")));
    }
    sheet.tasks(open);
  }

  private void words() {
    sheet.heading(2, texts.of("words.title"));
    sheet.table(List.of(texts.of("words.say"), texts.of("words.means")), glossary(texts));
  }

  /** The words and what they mean. */
  static List<List<Cell>> glossary(CaseTexts texts) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Glossary.Term term : Glossary.terms()) {
      rows.add(
          List.of(
              Cell.of(term.say().in(texts.language())),
              Cell.of(term.means().in(texts.language()))));
    }
    return rows;
  }

  private void sources() {
    sheet.heading(2, texts.of("sources.title"));
    sheet.paragraph(texts.of("sources.note"));
    sheet.items(sources.cells());
  }

  /** Where things are from: addresses with their dates, each once. */
  static final class CaseSources {
    /** The answer of the minister of 2022, as reported. */
    static final String GUIDING = "https://www.security.nl/posting/758987";

    /** When that answer was given. */
    static final String GUIDING_DATE = "2022";

    /** Case C-703/25 P in the Official Journal. */
    static final String TRANSFER = "https://eur-lex.europa.eu/eli/C/2025/6610/oj/eng";

    /** The day of that publication. */
    static final String TRANSFER_DATE = "2025-12-22";

    private final Map<String, TreeSet<String>> dates = new TreeMap<>();

    void add(String address, String date) {
      if (!address.isEmpty()) {
        dates.computeIfAbsent(address, any -> new TreeSet<>()).add(date);
      }
    }

    /** Addresses with their dates, in order. */
    Map<String, ? extends Set<String>> dates() {
      return dates;
    }

    List<Cell> cells() {
      List<Cell> cells = new ArrayList<>();
      dates.forEach((address, days) -> cells.add(Cell.of(String.join(", ", days), address)));
      return cells;
    }
  }
}
