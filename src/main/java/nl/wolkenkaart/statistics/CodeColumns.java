package nl.wolkenkaart.statistics;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The columns of a record whose values are codes, those of the records in it as well: what the
 * schemas list under {@code values}.
 */
final class CodeColumns {
  private final ImmutableList<Column> columns;

  /**
   * A column with codes or with records that have some.
   *
   * @param codes null where it holds records
   * @param within the code columns of these; null where it holds codes
   */
  private record Column(
      String name, int place, @Nullable ImmutableSet<String> codes, @Nullable CodeColumns within) {}

  private CodeColumns(ImmutableList<Column> columns) {
    this.columns = columns;
  }

  /** The code columns of a record's schema. */
  static CodeColumns of(Schema record) {
    List<Column> found = new ArrayList<>();
    for (Schema.Field field : record.getFields()) {
      if (field.getObjectProp("values") instanceof List<?> values) {
        ImmutableSet<String> codes =
            values.stream().map(Object::toString).collect(ImmutableSet.toImmutableSet());
        found.add(new Column(field.name(), field.pos(), codes, null));
      } else {
        Schema inner = inner(field.schema());
        CodeColumns within = inner == null ? null : of(inner);
        if (within != null && !within.columns.isEmpty()) {
          found.add(new Column(field.name(), field.pos(), null, within));
        }
      }
    }
    return new CodeColumns(ImmutableList.copyOf(found));
  }

  /** The records that a value is or holds; null for other values. */
  private static @Nullable Schema inner(Schema schema) {
    return switch (schema.getType()) {
      case RECORD -> schema;
      case ARRAY -> inner(schema.getElementType());
      case UNION ->
          schema.getTypes().stream()
              .filter(type -> type.getType() != Schema.Type.NULL)
              .findFirst()
              .map(CodeColumns::inner)
              .orElse(null);
      default -> null;
    };
  }

  /** Hands over column and value of each code of a row that its list does not have. */
  void undocumented(IndexedRecord row, BiConsumer<String, String> sink) {
    for (Column column : columns) {
      Object value = row.get(column.place());
      if (value == null) {
        continue;
      }
      if (column.codes() != null) {
        if (!column.codes().contains(value.toString())) {
          sink.accept(column.name(), value.toString());
        }
      } else if (value instanceof List<?> items) {
        for (Object item : items) {
          column.within().undocumented((IndexedRecord) item, sink);
        }
      } else {
        column.within().undocumented((IndexedRecord) value, sink);
      }
    }
  }
}
