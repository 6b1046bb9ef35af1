package nl.wolkenkaart.web;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import nl.wolkenkaart.provider.Catalogue;
import nl.wolkenkaart.provider.Company;
import nl.wolkenkaart.provider.Deal;
import nl.wolkenkaart.provider.Exposure;
import nl.wolkenkaart.provider.Holding;
import nl.wolkenkaart.provider.Jurisdiction;
import nl.wolkenkaart.provider.Service;
import nl.wolkenkaart.web.CaseDocument.Cell;
import nl.wolkenkaart.web.CaseSheet.CaseSources;

/** Who owns the companies that were seen, since when, and what law can oblige them. */
final class CaseLaw {
  private final Catalogue catalogue;
  private final CaseTexts texts;
  private final CaseDocument sheet;
  private final CaseSources sources;

  CaseLaw(Catalogue catalogue, CaseTexts texts, CaseDocument sheet, CaseSources sources) {
    this.catalogue = catalogue;
    this.texts = texts;
    this.sheet = sheet;
    this.sources = sources;
  }

  /** The parts of one organisation. */
  void write(List<Exposure> exposures, List<Service> services) {
    TreeSet<String> companies = new TreeSet<>();
    TreeSet<String> countries = new TreeSet<>();
    for (Exposure exposure : exposures) {
      if (exposure.getCompany() != null) {
        companies.add(exposure.getCompany());
      }
      countries.add(exposure.getJurisdiction());
    }
    for (Service service : services) {
      companies.add(service.getCompany());
      if (service.getJurisdiction() != null) {
        countries.add(service.getJurisdiction());
      }
    }
    sheet.heading(2, texts.of("owners.title"));
    List<List<Cell>> rows = new ArrayList<>();
    companies.forEach(company -> rows.addAll(owners(company)));
    sheet.table(
        List.of(
            texts.of("owners.company"),
            texts.of("owners.period"),
            texts.of("owners.owner"),
            texts.of("owners.known"),
            texts.of("owners.source")),
        rows);
    sheet.heading(2, texts.of("laws.title"));
    sheet.paragraph(texts.of("laws.intro"));
    countries.forEach(this::laws);
  }

  /** Who owned a company when; no rows where the catalogue does not have it. */
  List<List<Cell>> owners(String id) {
    List<List<Cell>> rows = new ArrayList<>();
    catalogue.company(id).ifPresent(company -> owners(company, rows));
    return rows;
  }

  /** The laws of a country; nothing where the catalogue does not have it. */
  void laws(String country) {
    catalogue.jurisdiction(country).ifPresent(this::laws);
  }

  private void owners(Company company, List<List<Cell>> rows) {
    for (Holding holding : company.history()) {
      rows.add(
          List.of(
              Cell.of(company.name()),
              Cell.of(period(holding)),
              Cell.of(owner(company, holding)),
              Cell.of(texts.word("ownership", holding.confidence())),
              source(holding.source(), holding.date())));
    }
    for (Deal deal : company.announced()) {
      String state =
          texts.word("deal", deal.state())
              + (deal.stateSince() == null ? "" : ' ' + deal.stateSince());
      rows.add(
          List.of(
              Cell.of(company.name()),
              Cell.of(texts.of("owners.announced", deal.announced())),
              Cell.of(texts.of("owners.buyer", name(deal.buyer()), state)),
              Cell.of(""),
              source(deal.source(), deal.date())));
    }
  }

  private String period(Holding holding) {
    String from =
        holding.from() == null
            ? ""
            : texts.of("owners.from." + holding.fromIs(), holding.from().toString());
    String to = holding.to() == null ? "" : texts.of("owners.to", holding.to().toString());
    String both = (from + ' ' + to).strip();
    return both.isEmpty() ? texts.of("owners.as-known") : both;
  }

  private String owner(Company company, Holding holding) {
    String held =
        holding.parent() == null
            ? texts.of(
                "control." + holding.control().word(),
                company.country() == null ? "" : texts.jurisdiction(company.country()))
            : texts.of(
                "control." + holding.control().word(),
                name(holding.parent()),
                catalogue
                    .company(holding.parent())
                    .map(Company::country)
                    .map(texts::jurisdiction)
                    .orElse("?"));
    return holding.holders().isEmpty() ? held : held + "; " + String.join("; ", holding.holders());
  }

  private String name(String company) {
    return catalogue.company(company).map(Company::name).orElse(company);
  }

  private void laws(Jurisdiction jurisdiction) {
    sheet.heading(3, texts.jurisdiction(jurisdiction.country()));
    sheet.paragraph(texts.word("bloc", jurisdiction.bloc()), jurisdiction.source());
    sources.add(jurisdiction.source(), jurisdiction.date());
    if (jurisdiction.laws().isEmpty()) {
      sheet.paragraph(texts.of("laws.none"));
    }
    List<Cell> items = new ArrayList<>();
    for (Jurisdiction.Law law : jurisdiction.laws()) {
      String until = law.until().isEmpty() ? "" : texts.of("laws.until", law.until());
      String reaches = texts.language().equals("nl") ? law.reachesNl() : law.reachesEn();
      items.add(
          Cell.of(
              texts.of("laws.law", law.name(), law.since(), until, reaches, law.date()),
              law.source()));
      sources.add(law.source(), law.date());
    }
    sheet.items(items);
  }

  private Cell source(String address, String date) {
    sources.add(address, date);
    return Cell.of(date, address);
  }
}
