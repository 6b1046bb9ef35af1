package nl.wolkenkaart.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * The JSON Schema (draft 2020-12) of one row as a JSON object, which is what a reader of Parquet or
 * Avro makes of it.
 */
final class RowJsonSchema {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private RowJsonSchema() {}

  /** The schema as maps and lists. */
  static Map<String, Object> of(TableShape shape) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", DIALECT);
    schema.put("title", "A row of " + shape.name());
    schema.putAll(record(shape.schema()));
    Map<String, Object> parts = new LinkedHashMap<>();
    shape.records().forEach((name, part) -> parts.put(name, record(part)));
    if (!parts.isEmpty()) {
      schema.put("$defs", parts);
    }
    return schema;
  }

  private static Map<String, Object> record(Schema record) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Schema.Field field : record.getFields()) {
      Map<String, Object> property = new LinkedHashMap<>();
      property.put("description", field.doc());
      property.putAll(value(field.schema()));
      if (!TableShape.values(field).isEmpty()) {
        List<Object> codes = new ArrayList<>(TableShape.values(field));
        if (TableShape.isNullable(field.schema())) {
          codes.add(null);
        }
        property.put("enum", codes);
      }
      properties.put(field.name(), property);
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("description", record.getDoc());
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", record.getFields().stream().map(Schema.Field::name).toList());
    schema.put("additionalProperties", false);
    return schema;
  }

  private static Map<String, Object> value(Schema schema) {
    Schema present = TableShape.present(schema);
    Map<String, Object> value = new LinkedHashMap<>();
    switch (present.getType()) {
      case RECORD -> value.put("$ref", "#/$defs/" + present.getName());
      case ARRAY -> {
        value.put("type", "array");
        value.put("items", value(present.getElementType()));
      }
      case STRING -> value.put("type", "string");
      case INT, LONG -> {
        boolean time = present.getLogicalType() != null;
        value.put("type", time ? "string" : "integer");
        if (time) {
          value.put("format", "date-time");
        }
      }
      case DOUBLE -> value.put("type", "number");
      case BOOLEAN -> value.put("type", "boolean");
      default -> throw new IllegalArgumentException("No table has a value of " + present.getType());
    }
    if (!TableShape.isNullable(schema)) {
      return value;
    }
    Object type = value.get("type");
    if (type == null) {
      return Map.of("anyOf", List.of(value, Map.of("type", "null")));
    }
    value.put("type", List.of(type, "null"));
    return value;
  }
}
