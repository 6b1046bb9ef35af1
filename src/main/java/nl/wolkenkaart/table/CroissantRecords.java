package nl.wolkenkaart.table;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * The record set of a table in Croissant: a field for each column with its type and where it is
 * read, and within nested columns a field for each part, found by a path (RFC 9535).
 */
final class CroissantRecords {
  private final Resource resource;
  private final TableShape shape;

  private CroissantRecords(Resource resource) {
    this.resource = resource;
    this.shape = resource.shape();
  }

  static Map<String, Object> of(Resource resource) {
    return new CroissantRecords(resource).records();
  }

  private Map<String, Object> records() {
    Map<String, Object> records = new LinkedHashMap<>();
    records.put("@type", "cr:RecordSet");
    records.put("@id", shape.name());
    records.put("name", shape.name());
    records.put("description", shape.schema().getDoc());
    if (!shape.primaryKey().isEmpty()) {
      records.put("key", shape.primaryKey().stream().map(key -> reference(id(key))).toList());
    }
    records.put(
        "field",
        shape.schema().getFields().stream().map(field -> column(field.name(), field)).toList());
    return records;
  }

  private Map<String, Object> column(String column, Schema.Field field) {
    Map<String, Object> text = field(field, id(column), column, "$");
    for (TableShape.ForeignKey key : shape.foreignKeys()) {
      if (key.columns().equals(List.of(column))) {
        text.put("references", reference(key.table() + '/' + key.theirs().get(0)));
      }
    }
    return text;
  }

  /**
   * A field.
   *
   * @param path of its value within the column's
   */
  private Map<String, Object> field(Schema.Field field, String id, String column, String path) {
    Schema schema = TableShape.present(field.schema());
    boolean list = schema.getType() == Schema.Type.ARRAY;
    Schema item = list ? TableShape.present(schema.getElementType()) : schema;
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("@type", "cr:Field");
    text.put("@id", id);
    text.put("name", field.name());
    text.put("description", field.doc());
    if (list) {
      text.put("isArray", true);
      text.put("arrayShape", "(-1,)");
    }
    Map<String, Object> source = new LinkedHashMap<>();
    boolean parts = resource.isInParts();
    source.put(
        parts ? "fileSet" : "fileObject",
        reference(parts ? resource.name() : resource.paths().get(0)));
    source.put("extract", ImmutableMap.of("column", column));
    if (!path.equals("$")) {
      source.put("transform", ImmutableMap.of("jsonPath", path));
    }
    if (item.getType() == Schema.Type.RECORD) {
      String within = path + (list ? "[*]" : "");
      text.put("source", source);
      text.put(
          "subField",
          item.getFields().stream()
              .map(part -> field(part, id + '/' + part.name(), column, within + '.' + part.name()))
              .toList());
    } else {
      text.put("dataType", dataType(item));
      text.put("source", source);
    }
    return text;
  }

  private static String dataType(Schema schema) {
    return switch (schema.getType()) {
      case STRING -> "sc:Text";
      case INT, LONG -> schema.getLogicalType() == null ? "sc:Integer" : "sc:DateTime";
      case DOUBLE -> "sc:Float";
      case BOOLEAN -> "sc:Boolean";
      default -> throw new IllegalArgumentException("No table has a value of " + schema.getType());
    };
  }

  private String id(String column) {
    return shape.name() + '/' + column;
  }

  private static Map<String, Object> reference(String id) {
    return Map.of("@id", id);
  }
}
