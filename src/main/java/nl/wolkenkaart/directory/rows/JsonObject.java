package nl.wolkenkaart.directory.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A JSON object as fields with dotted paths, such as {@code contact.email}, in its order. Several
 * values of one path, as those of an array, stand on a line each. A null is no value.
 *
 * @param line on which the object begins
 * @param fields texts by path
 * @param fault why it is no row, null where it is one
 */
record JsonObject(long line, Map<String, String> fields, @Nullable String fault) {
  private static final int DEEPEST = 50;

  /** A longer text ends the file; one above the bound of a row is a reject. */
  private static final int LONGEST = 32 << 20;

  /** The names of fields are not kept: the next object may have a million others. */
  static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LONGEST)
                  .maxNameLength(1_000)
                  .maxNumberLength(1_000)
                  .build())
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  /** Reads the object at whose start a parser is, up to its end. */
  static JsonObject read(JsonParser json, long line) throws IOException {
    return new Reading(json).read(line);
  }

  private static final class Reading {
    private final JsonParser json;
    private final Map<String, StringBuilder> texts = new LinkedHashMap<>();
    private long units;
    private @Nullable String fault;

    Reading(JsonParser json) {
      this.json = json;
    }

    JsonObject read(long line) throws IOException {
      object("");
      Map<String, String> fields = new LinkedHashMap<>();
      texts.forEach((path, text) -> fields.put(path, text.toString()));
      return new JsonObject(line, fields, fault);
    }

    private void object(String path) throws IOException {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        value(path.isEmpty() ? name : path + '.' + name);
      }
    }

    private void value(String path) throws IOException {
      if (fault != null) {
        json.skipChildren();
      } else if (json.currentToken() == JsonToken.START_OBJECT) {
        object(path);
      } else if (json.currentToken() == JsonToken.START_ARRAY) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
          value(path);
        }
      } else if (json.currentToken() != JsonToken.VALUE_NULL) {
        add(path, json.getText());
      }
    }

    private void add(String path, String text) {
      StringBuilder before = texts.get(path);
      units += text.length() + 1L + (before == null ? path.length() : 0);
      if (units > Bounds.ROW_TEXT) {
        fault = "longer than 64 KiB";
        texts.putIfAbsent(path, new StringBuilder(Bounds.shown(text)));
      } else if (before != null) {
        before.append('\n').append(text);
      } else if (texts.size() == Bounds.ROW_CELLS) {
        fault = "more than " + Bounds.ROW_CELLS + " cells";
      } else {
        texts.put(path, new StringBuilder(text));
      }
    }
  }
}
