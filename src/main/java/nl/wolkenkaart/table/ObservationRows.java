package nl.wolkenkaart.table;

import java.io.IOException;
import java.util.List;
import nl.wolkenkaart.observation.DomainObservation;
import nl.wolkenkaart.observation.ObservationFiles;
import nl.wolkenkaart.observation.ObservedAnswer;
import nl.wolkenkaart.observation.ObservedRecord;
import nl.wolkenkaart.observation.ObservedRow;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;

/**
 * Makes flat rows ({@link ObservedRow}) of what was observed of a domain: one for each record of an
 * answer, and one for an answer without records. A column has the name of what it repeats, that of
 * a record's after {@code record_}; the two numbers keep the order.
 *
 * <p>A domain without answers would have no row and be lost. There is none: what is not asked is an
 * answer that says so.
 */
final class ObservationRows {
  static final Schema SCHEMA = PlainSchema.of(ObservedRow.class);

  private static final String OF_RECORD = "record_";
  private static final Schema DOMAIN = DomainObservation.getClassSchema();
  private static final Schema ANSWER = ObservedAnswer.getClassSchema();
  private static final Schema RECORD = ObservedRecord.getClassSchema();
  private static final int ANSWERS = DOMAIN.getField("answers").pos();
  private static final int RECORDS = ANSWER.getField("records").pos();
  private static final int ANSWER_NUMBER = SCHEMA.getField("answer_number").pos();
  private static final int RECORD_NUMBER = SCHEMA.getField("record_number").pos();

  /** Where a column's value is in the domain, in the answer, in the record; -1 where it is not. */
  private static final int[] IN_DOMAIN = positions(DOMAIN, "");

  private static final int[] IN_ANSWER = positions(ANSWER, "");
  private static final int[] IN_RECORD = positions(RECORD, OF_RECORD);

  private final ObservationFiles.RowTaker taker;
  private final GenericData.Record row = new GenericData.Record(SCHEMA);

  /**
   * Rows for somebody who takes them.
   *
   * @param taker is given each row as the same object
   */
  ObservationRows(ObservationFiles.RowTaker taker) {
    this.taker = taker;
  }

  private static int[] positions(Schema part, String prefix) {
    return SCHEMA.getFields().stream()
        .mapToInt(
            column -> {
              Schema.Field field =
                  column.name().startsWith(prefix)
                      ? part.getField(column.name().substring(prefix.length()))
                      : null;
              return field == null ? -1 : field.pos();
            })
        .toArray();
  }

  /**
   * Makes the rows of a domain.
   *
   * @param domain a {@link DomainObservation}, or a generic record of its schema
   */
  void write(IndexedRecord domain) throws IOException {
    List<?> answers = (List<?>) domain.get(ANSWERS);
    if (answers.isEmpty()) {
      throw new IOException("The domain " + domain.get(0) + " has no answers");
    }
    copy(domain, IN_DOMAIN);
    int answerNumber = 0;
    for (Object one : answers) {
      IndexedRecord answer = (IndexedRecord) one;
      copy(answer, IN_ANSWER);
      row.put(ANSWER_NUMBER, ++answerNumber);
      List<?> records = (List<?>) answer.get(RECORDS);
      int recordNumber = 0;
      for (Object record : records) {
        copy((IndexedRecord) record, IN_RECORD);
        row.put(RECORD_NUMBER, ++recordNumber);
        taker.take(row);
      }
      if (recordNumber == 0) {
        withoutRecord();
        row.put(RECORD_NUMBER, 0);
        taker.take(row);
      }
    }
  }

  private void copy(IndexedRecord from, int[] positions) {
    for (int column = 0; column < positions.length; column++) {
      if (positions[column] >= 0) {
        row.put(column, from.get(positions[column]));
      }
    }
  }

  private void withoutRecord() {
    for (int column = 0; column < IN_RECORD.length; column++) {
      if (IN_RECORD[column] >= 0) {
        row.put(column, null);
      }
    }
  }
}
