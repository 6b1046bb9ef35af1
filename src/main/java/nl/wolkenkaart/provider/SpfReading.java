package nl.wolkenkaart.provider;

import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What a domain's SPF record says (RFC 7208).
 *
 * @param findings one line per provider and depth, and notes on what is wrong
 * @param verdict one of the constants; null where the TXT records were not answered
 * @param lookups terms that cost a look-up in the record and all that it includes, each name once;
 *     null without a record
 * @param voids how many of them, of those that were looked up, find nothing; null without a record
 * @param all qualifier of the {@code all} term; null where there is none
 * @param senders whom the record itself lets send: catalogue identifiers and {@code
 *     other:<registrable domain>}, sorted
 */
record SpfReading(
    List<Finding> findings,
    @Nullable String verdict,
    @Nullable Integer lookups,
    @Nullable Integer voids,
    @Nullable String all,
    List<String> senders) {
  /** There is no record. */
  static final String NONE = "none";

  /** One record, which the grammar knows. */
  static final String OK = "ok";

  /**
   * Two records (section 4.5), one against the grammar (section 4.6), or an include or redirect
   * without a good record behind it (sections 5.2 and 6.1).
   */
  static final String PERMERROR = "permerror";

  /** Terms with macros, which only a mail expands (section 7). */
  static final String OPAQUE = "opaque";

  /** Look-ups that a receiver does at most (section 4.6.4). */
  static final int MOST_LOOKUPS = 10;

  static SpfReading without(@Nullable String verdict) {
    return new SpfReading(List.of(), verdict, null, null, null, List.of());
  }

  /** Whether a receiver that counts gives up; null without a record. */
  @Nullable Boolean overLimit() {
    return lookups == null ? null : lookups > MOST_LOOKUPS;
  }

  /** Whether a receiver that counts void look-ups gives up; null without a record. */
  @Nullable Boolean overVoidLimit() {
    return voids == null ? null : voids > SpfVoids.MOST;
  }
}
