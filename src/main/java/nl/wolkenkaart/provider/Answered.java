package nl.wolkenkaart.provider;

import java.util.List;
import java.util.Optional;
import nl.wolkenkaart.observation.AnswerIndex;
import nl.wolkenkaart.observation.ObservedAnswer;
import nl.wolkenkaart.observation.ObservedRecord;

/** How an observed answer is to be read. */
final class Answered {
  static final String NOERROR = "NOERROR";
  static final String NODATA = "NODATA";
  static final String NXDOMAIN = "NXDOMAIN";

  private Answered() {}

  /** Whether a name server said something that asking again would not change. */
  static boolean isAnswer(ObservedAnswer answer) {
    return switch (answer.getStatus()) {
      case NOERROR, NODATA, NXDOMAIN -> true;
      default -> false;
    };
  }

  /**
   * Whether the question was planned, and no answer came. One that was not planned did not fail.
   */
  static boolean failed(Optional<ObservedAnswer> answer) {
    return answer.isPresent() && !isAnswer(answer.get());
  }

  /** Whether the question of that identifier was planned, and no answer came. */
  static boolean failed(AnswerIndex index, String question) {
    return failed(index.one(question));
  }

  /** The data of an answer's records, sorted; none where the answer holds none. */
  static List<String> data(Optional<ObservedAnswer> answer) {
    return answer.map(Answered::data).orElse(List.of());
  }

  static List<String> data(ObservedAnswer answer) {
    List<ObservedRecord> records = answer.getRecords();
    return records.size() == 1
        ? List.of(records.get(0).getData())
        : records.stream().map(ObservedRecord::getData).distinct().sorted().toList();
  }
}
