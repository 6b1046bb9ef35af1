package nl.wolkenkaart.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a run's manifest says of a scenario, as far as it says it.
 *
 * @param id as in the tables
 * @param names by the code of the language
 * @param changes what is supposed
 * @param sources where that comes from
 */
record ScenarioDescription(
    String id,
    ImmutableMap<String, String> names,
    ImmutableList<Change> changes,
    ImmutableList<Source> sources) {

  /** Nothing else becomes a link. */
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");

  /**
   * One thing that is supposed.
   *
   * @param kind {@code owner}, {@code leaves} or {@code moves}
   * @param told what the scenario's file tells of it, by the file's names
   * @param named how many organisations the file names
   */
  record Change(String kind, ImmutableMap<String, String> told, int named) {}

  /** A page and its date. */
  record Source(String address, String date) {
    boolean isLink() {
      return ADDRESS.matcher(address).matches();
    }
  }

  /** One of which nothing is known but that the tables have it. */
  static ScenarioDescription unknown(String id) {
    return new ScenarioDescription(id, ImmutableMap.of(), ImmutableList.of(), ImmutableList.of());
  }

  /** The scenarios of a manifest, in its order. */
  static ImmutableList<ScenarioDescription> in(JsonNode manifest) {
    ImmutableList.Builder<ScenarioDescription> all = ImmutableList.builder();
    for (JsonNode scenario : manifest.path("scenarios")) {
      ImmutableList.Builder<Source> sources = ImmutableList.builder();
      scenario
          .path("sources")
          .forEach(
              s -> sources.add(new Source(s.path("source").asText(), s.path("date").asText())));
      all.add(
          new ScenarioDescription(
              scenario.path("id").asText(),
              texts(scenario.path("name")),
              changes(scenario.path("changes")),
              sources.build()));
    }
    return all.build();
  }

  private static ImmutableList<Change> changes(JsonNode list) {
    List<Change> changes = new ArrayList<>();
    for (JsonNode change : list) {
      for (Map.Entry<String, JsonNode> kind : change.properties()) {
        switch (kind.getKey()) {
          case "owner", "leaves", "moves" ->
              changes.add(
                  new Change(
                      kind.getKey(),
                      texts(kind.getValue()),
                      kind.getValue().path("organisations").size()));
          default -> {
            // Of a later version: its figures are told, and not what it supposes.
          }
        }
      }
    }
    return ImmutableList.copyOf(changes);
  }

  private static ImmutableMap<String, String> texts(JsonNode object) {
    ImmutableMap.Builder<String, String> texts = ImmutableMap.builder();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (field.getValue().isTextual()) {
        texts.put(field.getKey(), field.getValue().asText());
      }
    }
    return texts.buildOrThrow();
  }

  /** Its name in a language; its id where it has none. */
  String name(Language language) {
    return names.getOrDefault(language.code(), id);
  }
}
