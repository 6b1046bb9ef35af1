package nl.wolkenkaart.web;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The texts of the case sheet in one language, from {@code web/casesheet/<language>.json}. */
final class CaseTexts {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Language language;
  private final Map<String, String> texts;

  CaseTexts(Language language) {
    this.language = language;
    String file = "/web/casesheet/" + language.code() + ".json";
    try (InputStream in = CaseTexts.class.getResourceAsStream(file)) {
      texts = JSON.readValue(in, new TypeReference<Map<String, String>>() {});
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }

  /** Its tag, such as {@code nl}. */
  String language() {
    return language.code();
  }

  Map<String, String> all() {
    return texts;
  }

  /**
   * A text.
   *
   * @param filling what stands for {@code {0}}, {@code {1}} and so on
   */
  String of(String key, Object... filling) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no text " + key + " in " + language);
    }
    for (int i = 0; i < filling.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(filling[i]));
    }
    return text;
  }

  /** Several texts that are numbered from 1: {@code key.1}, {@code key.2}. */
  List<String> all(String key) {
    ImmutableList.Builder<String> found = ImmutableList.builder();
    for (int i = 1; texts.containsKey(key + '.' + i); i++) {
      found.add(texts.get(key + '.' + i));
    }
    return found.build();
  }

  /** The words of code lists by their keys, such as {@code role.backend}. */
  Map<String, String> lists(String... names) {
    Map<String, String> found = new TreeMap<>();
    texts.forEach(
        (key, text) -> {
          if (Arrays.asList(names).contains(key.replaceFirst("\\..*", ""))) {
            found.put(key, text);
          }
        });
    return found;
  }

  /** A word of a code list; the code itself where it has none. */
  String word(String list, String code) {
    return texts.getOrDefault(list + '.' + code, code);
  }

  /** A country's name and code; other codes as they are called. */
  String jurisdiction(String code) {
    if (texts.containsKey("jurisdiction." + code)) {
      return texts.get("jurisdiction." + code);
    }
    String name = language.country(code);
    return name.equals(code) ? code : name + " (" + code + ')';
  }
}
