package nl.wolkenkaart.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wolkenkaart.provider.Catalogue;

/**
 * What the search needs of all organisations, column by column: names as they are, codes as places
 * in lists of their own. Organisations are in the order of the table, so that the place of one
 * tells which file has its evidence.
 */
final class OrganisationIndex {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<Group> GROUPS = List.of(Group.values());

  private final Map<String, Object> all = new LinkedHashMap<>();

  OrganisationIndex(
      List<OrganisationRow> rows, Groups groups, Catalogue catalogue, List<Words> languages) {
    Codes sectors = new Codes();
    Codes regions = new Codes();
    Codes operators = new Codes();
    Codes statuses = new Codes();
    Codes confidences = new Codes();
    List<String> ids = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<String> domains = new ArrayList<>();
    List<Integer> sector = new ArrayList<>();
    List<Integer> region = new ArrayList<>();
    List<Integer> receiver = new ArrayList<>();
    List<Integer> backend = new ArrayList<>();
    List<Integer> status = new ArrayList<>();
    List<Integer> confidence = new ArrayList<>();
    StringBuilder firstGroups = new StringBuilder();
    StringBuilder lastGroups = new StringBuilder();
    StringBuilder laws = new StringBuilder();
    for (OrganisationRow row : rows) {
      ids.add(row.id());
      names.add(row.name());
      domains.add(row.domain() == null ? "" : row.domain());
      sector.add(sectors.of(row.sector()));
      region.add(regions.of(row.region() == null ? "" : row.region()));
      receiver.add(operators.of(row.receiver()));
      backend.add(operators.of(row.backend()));
      status.add(statuses.of(row.status()));
      confidence.add(confidences.of(row.confidence()));
      firstGroups.append(code(row.hasShare(), row.receiverGroup(groups)));
      lastGroups.append(code(row.hasShare(), row.backendGroup(groups)));
      laws.append(row.hasShare() ? row.usLaw().code() : '-');
    }
    all.put("id", ids);
    all.put("name", names);
    all.put("domain", domains);
    all.put("sector", sector);
    all.put("region", region);
    all.put("receiver", receiver);
    all.put("backend", backend);
    all.put("status", status);
    all.put("confidence", confidence);
    all.put("firstGroup", firstGroups.toString());
    all.put("lastGroup", lastGroups.toString());
    all.put("usLaw", laws.toString());
    all.put("regions", regions.values());
    all.put("operators", operators.values());
    all.put("statuses", statuses.values());
    all.put("confidences", confidences.values());
    all.put("sectors", sectors.values());
    all.put("groups", GROUPS.stream().map(Group::id).toList());
    all.put("home", groups.home());
    all.put("perFile", EvidenceShards.PER_FILE);
    Map<String, Object> sectorNames = new LinkedHashMap<>();
    for (Words words : languages) {
      Map<String, String> labels = new LinkedHashMap<>();
      Map<String, String> synonyms = new LinkedHashMap<>();
      for (String id : sectors.values()) {
        labels.put(id, words.sector(id));
        synonyms.put(id, words.sectorSynonyms(id));
      }
      sectorNames.put(words.language().code(), List.of(labels, synonyms));
    }
    all.put("sectorNames", sectorNames);
    Map<String, Object> providers = new LinkedHashMap<>();
    catalogue
        .providers()
        .forEach(p -> providers.put(p.id(), List.of(p.name(), p.company().name())));
    all.put("providers", providers);
    Map<String, Object> services = new LinkedHashMap<>();
    catalogue.services().forEach(s -> services.put(s.id(), s.name()));
    all.put("services", services);
  }

  /** A letter for a group, or a line for an organisation outside the shares. */
  private static char code(boolean hasShare, Group group) {
    return hasShare ? (char) ('a' + GROUPS.indexOf(group)) : '-';
  }

  String toJson() {
    try {
      return JSON.writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("There are only maps, lists, texts and numbers", e);
    }
  }

  /** Texts by the order in which they first came. */
  private static final class Codes {
    private final Map<String, Integer> places = new LinkedHashMap<>();

    int of(String value) {
      return places.computeIfAbsent(value, v -> places.size());
    }

    List<String> values() {
      return new ArrayList<>(places.keySet());
    }
  }
}
