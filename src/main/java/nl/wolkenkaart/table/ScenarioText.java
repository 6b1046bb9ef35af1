package nl.wolkenkaart.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.wolkenkaart.provider.Scenario;
import org.checkerframework.checker.nullness.qual.Nullable;

/** A scenario as the manifest has it: in the words of its file, so that a report can tell it. */
final class ScenarioText {
  private ScenarioText() {}

  static Map<String, Object> of(Scenario scenario) {
    List<Object> changes = new ArrayList<>();
    scenario.moves().forEach(move -> changes.add(Map.of("moves", move(move))));
    scenario
        .leaving()
        .forEach(provider -> changes.add(Map.of("leaves", Map.of("provider", provider))));
    scenario
        .owners()
        .forEach(
            owner ->
                changes.add(
                    Map.of("owner", Map.of("company", owner.company(), "parent", owner.parent()))));
    List<Object> sources = new ArrayList<>();
    scenario
        .sources()
        .forEach(source -> sources.add(Map.of("source", source.address(), "date", source.date())));
    return Map.of(
        "id",
        scenario.id(),
        "name",
        Map.of("en", scenario.nameEn(), "nl", scenario.nameNl()),
        "changes",
        changes,
        "sources",
        sources);
  }

  private static Map<String, Object> move(Scenario.Move move) {
    Map<String, Object> text = new TreeMap<>();
    put(text, "sector", move.sector());
    put(text, "region", move.region());
    put(text, "tenant", move.tenant());
    put(text, "backend", move.backend());
    put(text, "receiver", move.receiver());
    if (!move.organisations().isEmpty()) {
      text.put("organisations", move.organisations());
    }
    text.put("to", move.to());
    return text;
  }

  private static void put(Map<String, Object> text, String key, @Nullable String value) {
    if (value != null) {
      text.put(key, value);
    }
  }
}
