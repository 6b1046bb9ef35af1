package nl.wolkenkaart.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The texts of the page in one language, from {@code web/messages/<language>/*.json}: objects
 * within objects, of which a key is the path, joined by dots. What is filled in stands in braces.
 */
public final class Messages {
  /** What only the page as written needs. */
  static final ImmutableList<String> PAGE = ImmutableList.of("page", "pictures");

  /** What the script in the page needs as well, or alone. */
  static final ImmutableList<String> SCRIPT = ImmutableList.of("words", "rules", "script");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<Language, Messages> ALL = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      ALL.put(language, new Messages(language));
    }
  }

  private final Language language;
  private final ImmutableMap<String, String> texts;
  private final ImmutableMap<String, String> ofScript;

  private Messages(Language language) {
    this.language = language;
    ofScript = read(language, SCRIPT);
    texts =
        ImmutableMap.<String, String>builder()
            .putAll(read(language, PAGE))
            .putAll(ofScript)
            .buildOrThrow();
  }

  private static ImmutableMap<String, String> read(Language language, List<String> files) {
    ImmutableMap.Builder<String, String> texts = ImmutableMap.builder();
    for (String name : files) {
      String file = "/web/messages/" + language.code() + '/' + name + ".json";
      try (InputStream in = Messages.class.getResourceAsStream(file)) {
        flatten("", JSON.readTree(in), texts);
      } catch (IOException e) {
        throw new IllegalStateException(file + " cannot be read", e);
      }
    }
    return texts.buildOrThrow();
  }

  private static void flatten(
      String path, JsonNode node, ImmutableMap.Builder<String, String> texts) {
    if (node.isTextual()) {
      texts.put(path, node.textValue());
    }
    node.fields()
        .forEachRemaining(
            child ->
                flatten(
                    path.isEmpty() ? child.getKey() : path + '.' + child.getKey(),
                    child.getValue(),
                    texts));
  }

  /** The texts of a language. */
  public static Messages in(Language language) {
    return ALL.get(language);
  }

  Language language() {
    return language;
  }

  /**
   * A text.
   *
   * @param filling names and values by turns, for what stands in braces
   * @throws IllegalArgumentException if there is no such text, or a name in it is not filled
   */
  String text(String key, Object... filling) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no text " + key + " in " + language);
    }
    for (int i = 0; i < filling.length; i += 2) {
      text = text.replace("{" + filling[i] + "}", String.valueOf(filling[i + 1]));
    }
    return text;
  }

  /** A text that need not be there. */
  Optional<String> find(String key) {
    return Optional.ofNullable(texts.get(key));
  }

  /** The texts below a path by the last part of their keys, in the order of the file. */
  public Map<String, String> below(String path) {
    Map<String, String> found = new LinkedHashMap<>();
    texts.forEach(
        (key, text) -> {
          if (key.startsWith(path + '.')) {
            found.put(key.substring(path.length() + 1), text);
          }
        });
    return found;
  }

  /** All texts by key, in the order of the files. */
  ImmutableMap<String, String> all() {
    return texts;
  }

  /** The texts that the script in the page needs. */
  ImmutableMap<String, String> ofScript() {
    return ofScript;
  }
}
