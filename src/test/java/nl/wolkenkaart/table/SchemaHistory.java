package nl.wolkenkaart.table;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/**
 * What may become of a schema that datasets are published with: columns may follow, with a default.
 * None is removed, renamed, moved or given another type, since others count on it.
 */
final class SchemaHistory {
  private SchemaHistory() {}

  /** What a reader of the old schema would miss in the new one. */
  static List<String> broken(Schema old, Schema now) {
    List<String> broken = new ArrayList<>();
    compare(old.getName(), old, now, broken);
    SchemaCompatibilityType type =
        SchemaCompatibility.checkReaderWriterCompatibility(now, old).getType();
    if (type != SchemaCompatibilityType.COMPATIBLE) {
      broken.add(old.getName() + ": Avro cannot read the old rows with the new schema");
    }
    return broken;
  }

  private static void compare(String where, Schema old, Schema now, List<String> broken) {
    if (old.getType() != now.getType()) {
      broken.add(where + " was " + old.getType() + " and is " + now.getType());
      return;
    }
    switch (old.getType()) {
      case RECORD -> fields(where, old, now, broken);
      case ARRAY -> compare(where + "[]", old.getElementType(), now.getElementType(), broken);
      case UNION -> {
        if (TableShape.isNullable(old) != TableShape.isNullable(now)) {
          broken.add(where + " may be null, or may not, as it was");
        }
        compare(where, TableShape.present(old), TableShape.present(now), broken);
      }
      default -> {
        if (!logicalType(old).equals(logicalType(now))) {
          broken.add(where + " was " + logicalType(old) + " and is " + logicalType(now));
        }
      }
    }
  }

  private static void fields(String where, Schema old, Schema now, List<String> broken) {
    List<Schema.Field> before = old.getFields();
    List<Schema.Field> after = now.getFields();
    for (int i = 0; i < before.size(); i++) {
      String name = where + '.' + before.get(i).name();
      if (i >= after.size() || !after.get(i).name().equals(before.get(i).name())) {
        broken.add(name + " is not where it was");
      } else {
        compare(name, before.get(i).schema(), after.get(i).schema(), broken);
      }
    }
    for (Schema.Field added : after.subList(Math.min(before.size(), after.size()), after.size())) {
      if (!added.hasDefaultValue()) {
        broken.add(where + '.' + added.name() + " is new and has no default");
      }
    }
  }

  private static String logicalType(Schema schema) {
    return schema.getLogicalType() == null ? "plain" : schema.getLogicalType().getName();
  }
}
