package nl.wolkenkaart.lookup;

import java.util.List;

/**
 * The room that one domain's answers have in memory and on disk. What does not fit is cut and
 * marked: what is known of a domain is worth having even where somebody has filled it.
 */
final class AnswerRoom {
  /** Bytes that the answers about one domain may take; a usual one takes ten thousand. */
  static final int BYTES = 256 * 1024;

  /** What a record takes beside its text, about. */
  static final int BYTES_PER_RECORD = 128;

  /** What an answer takes beside its records, about. */
  static final int BYTES_PER_ANSWER = 256;

  private int left = BYTES;

  /**
   * The answer, without the records that have no room any more. Depends on the answers before it
   * and on nothing else.
   */
  Answer fit(Answer answer) {
    List<ResourceRecord> records = answer.records();
    for (int i = 0; i < records.size(); i++) {
      int bytes = bytes(records.get(i));
      if (bytes > left) {
        // One that is too large shuts out those after it, or the gaps would depend on their order.
        left = 0;
        return answer.cutTo(records.subList(0, i));
      }
      left -= bytes;
    }
    return answer;
  }

  /** What an answer takes, about. */
  static int bytes(Answer answer) {
    int bytes = BYTES_PER_ANSWER;
    for (ResourceRecord record : answer.records()) {
      bytes += bytes(record);
    }
    return bytes;
  }

  private static int bytes(ResourceRecord record) {
    return BYTES_PER_RECORD + record.name().length() + record.data().length();
  }
}
