package nl.wolkenkaart.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.wolkenkaart.provider.Catalogue;
import nl.wolkenkaart.provider.CloudService;
import nl.wolkenkaart.provider.Service;
import nl.wolkenkaart.provider.ServiceRisks;
import nl.wolkenkaart.provider.ServiceRisks.Risk;
import nl.wolkenkaart.web.CaseDocument.Cell;
import nl.wolkenkaart.web.CaseSheet.CaseSources;

/** What public assessments say of the services that were seen, and what is to be checked. */
final class CaseRisks {
  private final CaseFacts facts;
  private final CaseTexts texts;
  private final CaseDocument sheet;
  private final CaseSources sources;

  CaseRisks(CaseFacts facts, CaseTexts texts, CaseDocument sheet, CaseSources sources) {
    this.facts = facts;
    this.texts = texts;
    this.sheet = sheet;
    this.sources = sources;
  }

  void write() {
    sheet.heading(2, texts.of("risks.title"));
    sheet.paragraph(texts.of("risks.intro"));
    List<Cell> ofOrganisation = new ArrayList<>();
    List<Cell> ofProvider = new ArrayList<>();
    for (Service seen : facts.services()) {
      String name = name(facts.catalogue(), seen.getService());
      sheet.heading(3, name + " (" + texts.word("level", seen.getLevel()) + ')');
      Optional<ServiceRisks> register = facts.catalogue().risks(seen.getService());
      if (register.isEmpty()) {
        sheet.paragraph(texts.of("risks.not-looked"));
        continue;
      }
      service(register.get());
      for (Risk risk : register.get().risks()) {
        Cell task =
            Cell.of(
                name + ": " + risk.mitigation().in(texts.language()) + " (" + risk.date() + ')',
                risk.source());
        if (risk.by().contains("organisation")) {
          ofOrganisation.add(task);
        }
        if (risk.by().contains("provider")) {
          ofProvider.add(task);
        }
      }
    }
    if (facts.services().isEmpty()) {
      sheet.paragraph(texts.of("services.none"));
    }
    sheet.heading(2, texts.of("measures.title"));
    sheet.paragraph(
        texts.of(
            ofOrganisation.isEmpty() && ofProvider.isEmpty() ? "measures.none" : "measures.intro"));
    measures("measures.organisation", ofOrganisation);
    measures("measures.provider", ofProvider);
  }

  private void measures(String title, List<Cell> tasks) {
    if (!tasks.isEmpty()) {
      sheet.heading(3, texts.of(title));
      sheet.tasks(tasks);
    }
  }

  private void service(ServiceRisks register) {
    sources.add(register.source(), register.date());
    if (register.assessments().isEmpty()) {
      sheet.paragraph(texts.of("risks.none-found", register.date()), register.source());
    }
    for (ServiceRisks.Assessment one : register.assessments()) {
      sources.add(one.source(), one.date());
      sheet.paragraph(
          texts.of("risks.assessment", one.title(), one.author(), one.publisher(), one.date()),
          one.source());
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (Risk risk : register.risks()) {
      sources.add(risk.source(), risk.date());
      List<String> by = risk.by().stream().map(who -> texts.word("by", who)).toList();
      rows.add(
          List.of(
              Cell.of(texts.word("risk", risk.level())),
              Cell.of(risk.risk().in(texts.language())),
              Cell.of(risk.mitigation().in(texts.language())),
              Cell.of(String.join(", ", by)),
              Cell.of(risk.date(), risk.source())));
    }
    sheet.table(
        List.of(
            texts.of("risks.level"),
            texts.of("risks.risk"),
            texts.of("risks.measure"),
            texts.of("risks.by"),
            texts.of("owners.source")),
        rows);
    List<Cell> changes = new ArrayList<>();
    for (ServiceRisks.Change change : register.changes()) {
      sources.add(change.source(), change.date());
      changes.add(
          Cell.of(
              change.when()
                  + ": "
                  + change.change().in(texts.language())
                  + " ("
                  + change.date()
                  + ')',
              change.source()));
    }
    if (!changes.isEmpty()) {
      sheet.paragraph(texts.of("risks.changes"));
      sheet.items(changes);
    }
    sheet.paragraph(texts.of("risks.not-visible", register.notVisible().in(texts.language())));
  }

  /** A service's name for people. */
  static String name(Catalogue catalogue, String id) {
    return catalogue.services().stream()
        .filter(service -> service.id().equals(id))
        .map(CloudService::name)
        .findFirst()
        .orElse(id);
  }
}
