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
}
