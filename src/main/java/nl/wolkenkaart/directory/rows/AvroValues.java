package nl.wolkenkaart.directory.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Reads values of Avro's types as plain objects, within the bounds of a row. */
final class AvroValues {
  private static final int MOST_TYPES = 10_000;
  private static final int MOST_VALUES = 100_000;

  private final BlockInput in;
  private int values;
  private long units;

  AvroValues(BlockInput in) {
    this.in = in;
  }

  /**
   * Looks whether a schema is that of a table, which ends on every path: one of a record that holds
   * itself does not.
   */
  static void check(Schema schema) throws UnreadableException {
    if (schema.getType() != Schema.Type.RECORD) {
      throw new UnreadableException("is an Avro file whose values are no records");
    }
    if (schema.getFields().size() > Bounds.ROW_CELLS) {
      throw new UnreadableException("has more than " + Bounds.ROW_CELLS + " columns");
    }
    count(schema, new HashSet<>(), 0);
  }

  private static int count(Schema schema, Set<String> within, int before)
      throws UnreadableException {
    int types = before + 1;
    if (types > MOST_TYPES) {
      throw new UnreadableException("has more than " + MOST_TYPES + " nested columns");
    }
    switch (schema.getType()) {
      case RECORD -> {
        if (!within.add(schema.getFullName())) {
          throw new UnreadableException("has a record that holds itself");
        }
        for (Schema.Field field : schema.getFields()) {
          types = count(field.schema(), within, types);
        }
        within.remove(schema.getFullName());
      }
      case ARRAY -> types = count(schema.getElementType(), within, types);
      case MAP -> types = count(schema.getValueType(), within, types);
      case UNION -> {
        for (Schema branch : schema.getTypes()) {
          types = count(branch, within, types);
        }
      }
      default -> {}
    }
    return types;
  }

  /** The next record, as cells by field. */
  List<@Nullable String> row(Schema schema) throws IOException {
    values = 0;
    units = 0;
    List<@Nullable String> cells = new ArrayList<>();
    for (Schema.Field field : schema.getFields()) {
      cells.add(PlainValue.cell(value(field.schema())));
    }
    return cells;
  }

  /** Whether the row that was read is longer than a row may be, so that texts in it are cut. */
  boolean isTooLong() {
    return units > Bounds.ROW_TEXT;
  }

  private @Nullable Object value(Schema schema) throws IOException {
    if (++values > MOST_VALUES) {
      throw new UnreadableException("has a row with more than " + MOST_VALUES + " values");
    }
    return switch (schema.getType()) {
      case NULL -> null;
      case BOOLEAN -> in.readByte() != 0;
      case INT, LONG -> logical(schema.getLogicalType(), in.readLong());
      case FLOAT -> PlainValue.ofDouble(Float.intBitsToFloat((int) in.readFixed(4)));
      case DOUBLE -> PlainValue.ofDouble(Double.longBitsToDouble(in.readFixed(8)));
      case STRING -> new String(kept(in.readLong()), UTF_8);
      case BYTES -> PlainValue.ofBytes(kept(in.readLong()));
      case FIXED -> PlainValue.ofBytes(kept(schema.getFixedSize()));
      case ENUM -> branch(schema.getEnumSymbols(), in.readLong());
      case UNION -> value(branch(schema.getTypes(), in.readLong()));
      case ARRAY -> array(schema.getElementType());
      case MAP -> map(schema.getValueType());
      case RECORD -> {
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        for (Schema.Field field : schema.getFields()) {
          record.put(field.name(), value(field.schema()));
        }
        yield record;
      }
    };
  }

  private byte[] kept(long length) throws IOException {
    int most = (int) Math.max(0, Bounds.ROW_TEXT + 1 - units);
    byte[] bytes = in.readBytes(length, most);
    units += bytes.length;
    return bytes;
  }

  private static <T> T branch(List<T> branches, long number) throws UnreadableException {
    if (number < 0 || number >= branches.size()) {
      throw new UnreadableException("is a damaged Avro file: no such type or symbol");
    }
    return branches.get((int) number);
  }

  private List<@Nullable Object> array(Schema items) throws IOException {
    List<@Nullable Object> list = new ArrayList<>();
    for (long count = blockCount(); count > 0; count = blockCount()) {
      for (long i = 0; i < count; i++) {
        list.add(value(items));
      }
    }
    return list;
  }

  private Map<String, @Nullable Object> map(Schema type) throws IOException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (long count = blockCount(); count > 0; count = blockCount()) {
      for (long i = 0; i < count; i++) {
        map.put(new String(kept(in.readLong()), UTF_8), value(type));
      }
    }
    return map;
  }

  /** Number of items in a block, whose size in bytes follows where the number is negative. */
  private long blockCount() throws IOException {
    long count = in.readLong();
    if (count < 0) {
      in.readLong();
      count = count == Long.MIN_VALUE ? Long.MAX_VALUE : -count;
    }
    return count;
  }

  private static Object logical(@Nullable LogicalType type, long number) {
    if (type instanceof LogicalTypes.Date) {
      return PlainValue.ofDay(number);
    }
    if (type instanceof LogicalTypes.TimestampMillis) {
      return PlainValue.ofTime(number, ChronoUnit.MILLIS);
    }
    return type instanceof LogicalTypes.TimestampMicros
        ? PlainValue.ofTime(number, ChronoUnit.MICROS)
        : number;
  }
}
