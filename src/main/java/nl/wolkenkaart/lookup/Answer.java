package nl.wolkenkaart.lookup;

import java.time.Instant;
import java.util.List;

/**
 * A question and what became of it.
 *
 * @param question what was asked
 * @param status what became of it
 * @param reason why not asked, or what failed; null for an answer
 * @param records records of the asked type at the end of the chain, sorted by data
 * @param chain targets of the CNAME records followed, in order
 * @param authenticated the AD bit
 * @param cut whether a bound cut records or text
 * @param resolver {@code address:port}, null when none was asked
 * @param attempts how often it was sent
 * @param observedAt when the answer or the last failure was in
 * @param roundTripMillis milliseconds of the last attempt
 */
public record Answer(
    Question question,
    AnswerStatus status,
    String reason,
    List<ResourceRecord> records,
    List<String> chain,
    boolean authenticated,
    boolean cut,
    String resolver,
    int attempts,
    Instant observedAt,
    int roundTripMillis) {

  public Answer {
    records = List.copyOf(records);
    chain = List.copyOf(chain);
  }

  /**
   * This answer as the outcome of a question that failed before: the attempts are added up. Where
   * it was not sent this time, the earlier failure stands.
   *
   * @param earlier the failure, null for none
   */
  Answer after(Answer earlier) {
    if (earlier == null) {
      return this;
    }
    if (status.isFailure() && attempts == 0) {
      return earlier;
    }
    return new Answer(
        question,
        status,
        reason,
        records,
        chain,
        authenticated,
        cut,
        resolver,
        earlier.attempts + attempts,
        observedAt,
        roundTripMillis);
  }

  /** This answer with fewer records, marked as cut. */
  Answer cutTo(List<ResourceRecord> fewer) {
    return new Answer(
        question,
        status,
        reason,
        fewer,
        chain,
        authenticated,
        true,
        resolver,
        attempts,
        observedAt,
        roundTripMillis);
  }
}
