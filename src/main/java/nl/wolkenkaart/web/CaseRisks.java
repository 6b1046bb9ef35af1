package nl.wolkenkaart.web;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import java.util.ArrayList;
import java.util.List;
import nl.wolkenkaart.provider.Catalogue;
import nl.wolkenkaart.provider.CloudService;
import nl.wolkenkaart.provider.Service;
import nl.wolkenkaart.provider.ServiceRisks;
import nl.wolkenkaart.provider.ServiceRisks.Risk;
import nl.wolkenkaart.web.CaseDocument.Cell;
import nl.wolkenkaart.web.CaseSheet.CaseSources;

/** What public assessments say of the services that were seen, and what is to be checked. */
final class CaseRisks {
  /** Who must take a measure, in the order in which the sheet has them. */
  static final ImmutableList<String> BY = ImmutableList.of("organisation", "provider");

  private final Catalogue catalogue;
  private final CaseTexts texts;
  private final CaseDocument sheet;
  private final CaseSources sources;

  CaseRisks(Catalogue catalogue, CaseTexts texts, CaseDocument sheet, CaseSources sources) {
    this.catalogue = catalogue;
    this.texts = texts;
    this.sheet = sheet;
    this.sources = sources;
  }

  /** The parts of one organisation. */
  void write(List<Service> services) {
    sheet.heading(2, texts.of("risks.title"));
    sheet.paragraph(texts.of("risks.intro"));
    for (Service seen : services) {
      String name = name(catalogue, seen.getService());
      sheet.heading(3, name + " (" + texts.word("level", seen.getLevel()) + ')');
      service(seen.getService());
    }
    if (services.isEmpty()) {
      sheet.paragraph(texts.of("services.none"));
    }
    ListMultimap<String, Cell> tasks = ArrayListMultimap.create();
    for (Service seen : services) {
      BY.forEach(who -> tasks.putAll(who, tasks(seen.getService(), who)));
    }
    sheet.heading(2, texts.of("measures.title"));
    sheet.paragraph(texts.of(tasks.isEmpty() ? "measures.none" : "measures.intro"));
    BY.forEach(who -> measures("measures." + who, tasks.get(who)));
  }

  /** What public assessments say of a service, or that none was looked for. */
  void service(String id) {
    catalogue
        .risks(id)
        .ifPresentOrElse(this::service, () -> sheet.paragraph(texts.of("risks.not-looked")));
  }

  /** The measures that somebody must take for a service. */
  List<Cell> tasks(String service, String who) {
    List<Cell> tasks = new ArrayList<>();
    for (Risk risk : catalogue.risks(service).map(ServiceRisks::risks).orElse(List.of())) {
      if (risk.by().contains(who)) {
        String measure = risk.mitigation().in(texts.language());
        tasks.add(
            Cell.of(
                name(catalogue, service) + ": " + measure + " (" + risk.date() + ')',
                risk.source()));
      }
    }
    return tasks;
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
