package nl.wolkenkaart.table;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What the Avro schema of a table says of it: the one source of the data dictionary, the Table
 * Schema and the JSON Schema.
 *
 * @param name the table's name
 * @param schema the schema of its rows, a record
 * @param primaryKey names of the columns; empty where a row has no key
 * @param foreignKeys the columns that hold the key of another table
 */
record TableShape(
    String name,
    Schema schema,
    ImmutableList<String> primaryKey,
    ImmutableList<ForeignKey> foreignKeys) {

  /** Columns, and the columns of another table in which their values are. */
  record ForeignKey(ImmutableList<String> columns, String table, ImmutableList<String> theirs) {}

  /** The shape of a table. */
  static TableShape of(Table<? extends SpecificRecord> table) {
    Schema schema = SpecificData.getForClass(table.type()).getSchema(table.type());
    List<ForeignKey> foreign = new ArrayList<>();
    if (schema.getObjectProp("foreignKeys") instanceof List<?> keys) {
      for (Object key : keys) {
        Map<?, ?> parts = (Map<?, ?>) key;
        Map<?, ?> reference = (Map<?, ?>) parts.get("reference");
        foreign.add(
            new ForeignKey(
                texts(parts.get("fields")),
                reference.get("resource").toString(),
                texts(reference.get("fields"))));
      }
    }
    return new TableShape(
        table.name(),
        schema,
        texts(schema.getObjectProp("primaryKey")),
        ImmutableList.copyOf(foreign));
  }

  /** The codes of a field; empty where it is free. */
  static ImmutableList<String> values(JsonProperties field) {
    return texts(field.getObjectProp("values"));
  }

  private static ImmutableList<String> texts(@Nullable Object list) {
    return list instanceof List<?> items
        ? items.stream().map(Object::toString).collect(ImmutableList.toImmutableList())
        : ImmutableList.of();
  }

  /** Names of the columns in their order. */
  ImmutableList<String> columns() {
    return schema.getFields().stream()
        .map(Schema.Field::name)
        .collect(ImmutableList.toImmutableList());
  }

  /** Whether a value may be null. */
  static boolean isNullable(Schema schema) {
    return schema.isUnion() && schema.isNullable();
  }

  /** The schema of a value that is not null. */
  static Schema present(Schema schema) {
    return schema.isUnion()
        ? schema.getTypes().stream()
            .filter(type -> type.getType() != Schema.Type.NULL)
            .findFirst()
            .orElseThrow()
        : schema;
  }

  /** The records within the rows, by name, in the order in which they appear. */
  ImmutableMap<String, Schema> records() {
    Map<String, Schema> found = new LinkedHashMap<>();
    schema.getFields().forEach(field -> gather(field.schema(), found));
    return ImmutableMap.copyOf(found);
  }

  private static void gather(Schema schema, Map<String, Schema> found) {
    Schema present = present(schema);
    switch (present.getType()) {
      case ARRAY -> gather(present.getElementType(), found);
      case RECORD -> {
        if (found.putIfAbsent(present.getName(), present) == null) {
          present.getFields().forEach(field -> gather(field.schema(), found));
        }
      }
      default -> {
        // A value without parts.
      }
    }
  }
}
