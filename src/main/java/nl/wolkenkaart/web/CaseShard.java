package nl.wolkenkaart.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.wolkenkaart.provider.Catalogue;
import nl.wolkenkaart.provider.Exposure;
import nl.wolkenkaart.provider.Service;
import nl.wolkenkaart.web.CaseDocument.Block;
import nl.wolkenkaart.web.CaseDocument.Cell;
import nl.wolkenkaart.web.CaseDocument.Heading;
import nl.wolkenkaart.web.CaseDocument.Items;
import nl.wolkenkaart.web.CaseDocument.Paragraph;
import nl.wolkenkaart.web.CaseDocument.Table;
import nl.wolkenkaart.web.CaseSheet.CaseSources;

/**
 * What the case sheets of a report share: the texts, and what the registers say of each company,
 * country and service that was seen, made by the classes that {@link CaseSheet} is made by and
 * written once. The page's {@code sheet.js} puts one sheet together from it and the evidence of one
 * organisation.
 */
final class CaseShard {
  /** The file's name, beside the evidence. */
  static final String NAME = "case-sheet";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Catalogue catalogue;
  private final TreeSet<String> companies = new TreeSet<>();
  private final TreeSet<String> jurisdictions = new TreeSet<>(List.of("unknown"));
  private final TreeSet<String> services = new TreeSet<>();

  CaseShard(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Notes whom one organisation's sheet will speak of. */
  void see(List<Exposure> exposures, List<Service> found) {
    for (Exposure exposure : exposures) {
      jurisdictions.add(exposure.getJurisdiction());
      if (exposure.getCompany() != null) {
        companies.add(exposure.getCompany());
      }
    }
    for (Service service : found) {
      services.add(service.getService());
      companies.add(service.getCompany());
      if (service.getJurisdiction() != null) {
        jurisdictions.add(service.getJurisdiction());
      }
    }
  }

  /**
   * Writes the script.
   *
   * @param folder that of the evidence
   * @param run whose dates the sheets name
   */
  void write(Path folder, RunDescription run) throws IOException {
    Map<String, Object> all = new TreeMap<>();
    all.put("runDate", run.runDate() == null ? "?" : run.runDate().toString());
    all.put("ownersAsOf", run.ownersAsOf());
    all.put("guiding", List.of(CaseSources.GUIDING, CaseSources.GUIDING_DATE));
    all.put("transfer", List.of(CaseSources.TRANSFER, CaseSources.TRANSFER_DATE));
    all.put("by", CaseRisks.BY);
    Map<String, Object> languages = new TreeMap<>();
    for (Language language : Language.values()) {
      languages.put(language.code(), texts(new CaseTexts(language)));
    }
    all.put("languages", languages);
    String text;
    try {
      text = JSON.writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("There are only maps, lists and texts", e);
    }
    EvidenceScript.write(folder, NAME, text);
  }

  private Map<String, Object> texts(CaseTexts texts) {
    Map<String, Object> all = new TreeMap<>();
    all.put("texts", texts.all());
    all.put("words", rows(CaseSheet.glossary(texts)));
    Map<String, Object> names = new TreeMap<>();
    Map<String, Object> laws = new TreeMap<>();
    for (String code : jurisdictions) {
      names.put(code, texts.jurisdiction(code));
      Piece piece = new Piece(texts);
      new CaseLaw(catalogue, texts, piece.sheet, piece.sources).laws(code);
      laws.put(code, piece.with(List.of()));
    }
    all.put("jurisdictions", names);
    all.put("laws", laws);
    Map<String, Object> owners = new TreeMap<>();
    for (String company : companies) {
      Piece piece = new Piece(texts);
      CaseLaw law = new CaseLaw(catalogue, texts, piece.sheet, piece.sources);
      owners.put(company, piece.with(rows(law.owners(company))));
    }
    all.put("owners", owners);
    Map<String, Object> risks = new TreeMap<>();
    for (String service : services) {
      Piece piece = new Piece(texts);
      CaseRisks risk = new CaseRisks(catalogue, texts, piece.sheet, piece.sources);
      risk.service(service);
      List<Object> tasks = new ArrayList<>();
      CaseRisks.BY.forEach(who -> tasks.add(cells(risk.tasks(service, who))));
      risks.put(service, piece.with(tasks));
    }
    all.put("risks", risks);
    return all;
  }

  /** A piece of a sheet with its own sources. */
  private static final class Piece {
    private final CaseDocument sheet;
    private final CaseSources sources = new CaseSources();

    Piece(CaseTexts texts) {
      sheet = new CaseDocument(texts.language());
    }

    /** Its blocks, its sources with their dates, and what belongs elsewhere in the sheet. */
    List<Object> with(List<?> elsewhere) {
      return List.of(
          sheet.blocks().stream().map(CaseShard::block).toList(), sources.dates(), elsewhere);
    }
  }

  private static List<Object> block(Block block) {
    if (block instanceof Heading heading) {
      return List.of("heading", heading.level(), heading.text());
    }
    if (block instanceof Paragraph paragraph) {
      return List.of("paragraph", cell(paragraph.text()));
    }
    if (block instanceof Items items) {
      return List.of(items.open() ? "tasks" : "items", cells(items.items()));
    }
    Table table = (Table) block;
    return List.of("table", table.head(), rows(table.rows()));
  }

  private static List<Object> rows(List<List<Cell>> rows) {
    return rows.stream().<Object>map(CaseShard::cells).toList();
  }

  private static List<Object> cells(List<Cell> cells) {
    return cells.stream().map(CaseShard::cell).toList();
  }

  /** A text, or a list of a text and its address. */
  private static Object cell(Cell cell) {
    return cell.address() == null ? cell.text() : List.of(cell.text(), cell.address());
  }
}
