package nl.wolkenkaart.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** JSON (RFC 8259) for people and programs: indented by two spaces, with LF, ending in one. */
public final class PrettyJson {
  private static final ObjectMapper AS_GIVEN = new ObjectMapper();
  private static final ObjectMapper SORTED =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private PrettyJson() {}

  /** Maps, lists, texts and numbers; the keys in the order of the maps. */
  public static String of(Object value) {
    return write(AS_GIVEN, value);
  }

  /** As the other, with the keys sorted at every level. */
  static String sorted(Object value) {
    return write(SORTED, value);
  }

  private static String write(ObjectMapper json, Object value) {
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent);
    try {
      return json.writer(printer).writeValueAsString(value) + '\n';
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("There are only maps, lists, texts and numbers", e);
    }
  }
}
