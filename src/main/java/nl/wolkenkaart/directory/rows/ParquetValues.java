package nl.wolkenkaart.directory.rows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Values of Parquet's types (Parquet format, "LogicalTypes") as plain objects. */
final class ParquetValues {
  private ParquetValues() {}

  /** What a field of a record holds: null, a value, or a list where it is repeated. */
  static @Nullable Object of(Group group, int field) {
    Type type = group.getType().getType(field);
    int count = group.getFieldRepetitionCount(field);
    if (type.isRepetition(Type.Repetition.REPEATED)) {
      List<@Nullable Object> list = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        list.add(value(group, field, i, type));
      }
      return list;
    }
    return count == 0 ? null : value(group, field, 0, type);
  }

  private static @Nullable Object value(Group group, int field, int index, Type type) {
    if (type.isPrimitive()) {
      return primitive(group, field, index, type.asPrimitiveType());
    }
    Group value = group.getGroup(field, index);
    if (type.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation
        && value.getType().getFieldCount() == 1) {
      return list(value);
    }
    return record(value);
  }

  private static Map<String, @Nullable Object> record(Group group) {
    Map<String, @Nullable Object> record = new LinkedHashMap<>();
    for (int i = 0; i < group.getType().getFieldCount(); i++) {
      record.put(group.getType().getFieldName(i), of(group, i));
    }
    return record;
  }

  /**
   * A list of three levels, or of two as older writers have it ("Backward-compatibility rules").
   */
  private static List<@Nullable Object> list(Group list) {
    Type repeated = list.getType().getType(0);
    List<@Nullable Object> items = new ArrayList<>();
    for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
      items.add(
          isItem(repeated, list.getType())
              ? value(list, 0, i, repeated)
              : of(list.getGroup(0, i), 0));
    }
    return items;
  }

  private static boolean isItem(Type repeated, GroupType list) {
    return repeated.isPrimitive()
        || repeated.asGroupType().getFieldCount() != 1
        || repeated.getName().equals("array")
        || repeated.getName().equals(list.getName() + "_tuple");
  }

  private static Object primitive(Group group, int field, int index, PrimitiveType type) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> group.getBoolean(field, index);
      case INT32 -> number(group.getInteger(field, index), logical);
      case INT64 -> number(group.getLong(field, index), logical);
      case FLOAT -> PlainValue.ofDouble(group.getFloat(field, index));
      case DOUBLE -> PlainValue.ofDouble(group.getDouble(field, index));
      case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> {
        Binary binary =
            type.getPrimitiveTypeName() == PrimitiveType.PrimitiveTypeName.INT96
                ? group.getInt96(field, index)
                : group.getBinary(field, index);
        if (binary.length() < 0 || binary.length() > ParquetCheck.LARGEST_PAGE) {
          throw new IllegalArgumentException("A value that is longer than its page");
        }
        byte[] bytes = binary.getBytes();
        yield logical instanceof DecimalLogicalTypeAnnotation decimal && bytes.length > 0
            ? PlainValue.ofDecimal(new BigDecimal(new BigInteger(bytes), decimal.getScale()))
            : PlainValue.ofBytes(bytes);
      }
    };
  }

  private static Object number(long number, @Nullable LogicalTypeAnnotation logical) {
    if (logical instanceof DateLogicalTypeAnnotation) {
      return PlainValue.ofDay(number);
    }
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return PlainValue.ofDecimal(BigDecimal.valueOf(number, decimal.getScale()));
    }
    if (logical instanceof TimestampLogicalTypeAnnotation time) {
      return switch (time.getUnit()) {
        case MILLIS -> PlainValue.ofTime(number, ChronoUnit.MILLIS);
        case MICROS -> PlainValue.ofTime(number, ChronoUnit.MICROS);
        case NANOS -> PlainValue.ofTime(number, ChronoUnit.NANOS);
      };
    }
    return number;
  }
}
