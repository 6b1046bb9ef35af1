package nl.wolkenkaart.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * The Table Schema of a table (Data Package, version 2.0, "Table Schema"). It describes the cells
 * of the CSV form: an empty cell is null, and lists and records are JSON.
 */
final class TableSchema {
  private static final String PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json";

  private TableSchema() {}

  /**
   * The schema as maps and lists.
   *
   * @param suffix what follows the name of a table in the name of the resource that foreign keys
   *     point to
   */
  static Map<String, Object> of(TableShape shape, String suffix) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", PROFILE);
    schema.put("fields", shape.schema().getFields().stream().map(TableSchema::field).toList());
    schema.put("missingValues", List.of(""));
    if (!shape.primaryKey().isEmpty()) {
      schema.put("primaryKey", shape.primaryKey());
    }
    if (!shape.foreignKeys().isEmpty()) {
      List<Object> keys = new ArrayList<>();
      for (TableShape.ForeignKey key : shape.foreignKeys()) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("resource", key.table() + suffix);
        reference.put("fields", key.theirs());
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("fields", key.columns());
        text.put("reference", reference);
        keys.add(text);
      }
      schema.put("foreignKeys", keys);
    }
    return schema;
  }

  private static Map<String, Object> field(Schema.Field field) {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("name", field.name());
    text.put("type", type(TableShape.present(field.schema())));
    text.put("description", field.doc());
    Map<String, Object> constraints = new LinkedHashMap<>();
    if (!TableShape.isNullable(field.schema())) {
      constraints.put("required", true);
    }
    if (!TableShape.values(field).isEmpty()) {
      constraints.put("enum", TableShape.values(field));
    }
    if (!constraints.isEmpty()) {
      text.put("constraints", constraints);
    }
    return text;
  }

  private static String type(Schema schema) {
    return switch (schema.getType()) {
      case STRING -> "string";
      case INT, LONG -> schema.getLogicalType() == null ? "integer" : "datetime";
      case DOUBLE -> "number";
      case BOOLEAN -> "boolean";
      case ARRAY -> "array";
      case RECORD -> "object";
      default -> throw new IllegalArgumentException("No table has a column of " + schema.getType());
    };
  }
}
