package nl.wolkenkaart.table;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/**
 * Rows whose values follow from the schema alone: one with everything, one with no value that may
 * be missing, one with every other. Texts are made of the column's name, with letters of several
 * scripts, quotes and a line break.
 */
final class MadeUpRows {
  private static final ImmutableList<String> KINDS = ImmutableList.of("all", "none", "some");

  private MadeUpRows() {}

  /** Rows of a schema, ordered by the text of their first column. */
  static List<GenericRecord> of(Schema schema) {
    List<GenericRecord> rows = new ArrayList<>();
    for (int kind = 0; kind < KINDS.size(); kind++) {
      rows.add(record(schema, kind));
    }
    return rows;
  }

  private static GenericRecord record(Schema schema, int kind) {
    GenericRecord row = new GenericData.Record(schema);
    for (Schema.Field field : schema.getFields()) {
      row.put(field.pos(), value(field, field.schema(), kind));
    }
    return row;
  }

  private static Object value(Schema.Field field, Schema schema, int kind) {
    boolean missing = kind == 1 || (kind == 2 && field.pos() % 2 == 1);
    if (missing && TableShape.isNullable(schema)) {
      return null;
    }
    Schema present = TableShape.present(schema);
    return switch (present.getType()) {
      case STRING -> text(field, kind);
      case INT -> 10 * field.pos() + kind;
      case LONG -> 1_777_334_400_000L + 1_000L * field.pos() + kind;
      case DOUBLE -> (field.pos() + 1) / 8.0;
      case BOOLEAN -> kind % 2 == 0;
      case RECORD -> record(present, kind);
      case ARRAY -> missing ? List.of() : list(field, present.getElementType());
      default -> throw new IllegalArgumentException("No table has a value of " + present.getType());
    };
  }

  private static Object text(Schema.Field field, int kind) {
    ImmutableList<String> codes = TableShape.values(field);
    return codes.isEmpty()
        ? kind + " " + field.name() + " Ünïqué \"λ\",\nстрока 村 😀"
        : codes.get(kind % codes.size());
  }

  private static List<Object> list(Schema.Field field, Schema element) {
    List<Object> items = new ArrayList<>();
    for (int kind = 0; kind < KINDS.size(); kind++) {
      Schema present = TableShape.present(element);
      items.add(
          present.getType() == Schema.Type.RECORD
              ? record(present, kind)
              : value(field, present, kind));
    }
    return items;
  }

  /** A row as an object of its generated class, as Avro reads it. */
  static <T extends SpecificRecord> T as(Class<T> type, GenericRecord row) throws IOException {
    Schema schema = SpecificData.getForClass(type).getSchema(type);
    return new SpecificDatumReader<T>(row.getSchema(), schema, SpecificData.getForClass(type))
        .read(null, DecoderFactory.get().binaryDecoder(bytes(row), null));
  }

  /** A row of a generated class as a generic one of another schema. */
  static GenericRecord as(Schema schema, SpecificRecord row) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    SpecificData model = SpecificData.getForClass(row.getClass());
    new org.apache.avro.specific.SpecificDatumWriter<SpecificRecord>(row.getSchema(), model)
        .write(row, encoder);
    encoder.flush();
    return new GenericDatumReader<GenericRecord>(row.getSchema(), schema)
        .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
  }

  private static byte[] bytes(GenericRecord row) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<GenericRecord>(row.getSchema()).write(row, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }
}
