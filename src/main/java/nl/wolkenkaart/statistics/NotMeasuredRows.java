package nl.wolkenkaart.statistics;

import java.util.ArrayList;
import java.util.List;

/** What was not measured, as rows. */
final class NotMeasuredRows {
  private NotMeasuredRows() {}

  /** The rows of the table in its order: sector, axis, reason by UTF-8 bytes. */
  static List<NotMeasured> of(Totals totals) {
    List<NotMeasured> rows = new ArrayList<>();
    totals
        .gaps()
        .forEach(
            (key, organisations) -> {
              long all = totals.lists().get(key.sector()).organisations();
              double share = Shares.share(organisations, all);
              rows.add(
                  new NotMeasured(
                      key.sector(), key.measure(), key.value(), organisations, all, share));
            });
    return rows;
  }
}
