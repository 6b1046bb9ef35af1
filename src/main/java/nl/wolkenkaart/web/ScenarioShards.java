package nl.wolkenkaart.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wolkenkaart.web.AffectedList.Change;
import nl.wolkenkaart.web.AffectedList.Touched;

/**
 * Writes who is affected by each scenario, one file for each, after the files of evidence: numbered
 * on from them, so that the page loads them by the same way. Organisations are places in the page's
 * list, and what changes of them places in lists of their own.
 */
final class ScenarioShards {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ScenarioShards() {}

  static void write(Path folder, List<ScenarioResult> scenarios, List<OrganisationRow> rows)
      throws IOException {
    Map<String, Integer> places = AffectedList.places(rows);
    for (int i = 0; i < scenarios.size(); i++) {
      EvidenceScript.write(folder, number(rows.size(), i), text(scenarios.get(i), places));
    }
  }

  /**
   * The number of a scenario's file.
   *
   * @param organisations of the whole list
   * @param scenario its place among the scenarios
   */
  static int number(int organisations, int scenario) {
    return (organisations + EvidenceShards.PER_FILE - 1) / EvidenceShards.PER_FILE + scenario;
  }

  private static String text(ScenarioResult scenario, Map<String, Integer> places) {
    List<List<String>> changes = new ArrayList<>();
    for (Change change : scenario.affected().changes()) {
      changes.add(
          List.of(
              change.role(),
              change.operatorBefore(),
              change.lawBefore(),
              change.operatorAfter(),
              change.lawAfter()));
    }
    Map<List<Integer>, Integer> sets = new LinkedHashMap<>();
    List<Integer> who = new ArrayList<>();
    List<Integer> what = new ArrayList<>();
    for (Touched touched : scenario.affected().all()) {
      who.add(places.get(touched.id()));
      what.add(sets.computeIfAbsent(touched.changes(), set -> sets.size()));
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("changes", changes);
    all.put("sets", List.copyOf(sets.keySet()));
    all.put("who", who);
    all.put("what", what);
    try {
      return JSON.writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("There are only maps, lists, texts and numbers", e);
    }
  }
}
