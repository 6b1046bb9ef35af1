package nl.wolkenkaart.statistics;

import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.MailStatus;

/** Under which value of a measure an organisation is counted. */
final class CountedValues {
  private CountedValues() {}

  /**
   * The one value of a measure of {@link Counts#EACH_ONCE}: the status of an organisation without
   * mail or answer, {@code conflict} for several operators, else what was found.
   */
  static String of(String measure, Attribution row) {
    String status = row.getStatus();
    if (measure.equals(Counts.STATUS) || CodeLists.WITHOUT_SHARE.contains(status)) {
      return status;
    }
    return switch (measure) {
      case Counts.RECEIVER -> Counts.receiver(row);
      case Counts.RECEIVER_JURISDICTION -> Counts.receiverJurisdiction(row);
      case Counts.BACKEND -> isConflict(row) ? MailStatus.CONFLICT : row.getBackend();
      case Counts.BACKEND_JURISDICTION ->
          isConflict(row)
              ? MailStatus.CONFLICT
              : CodeLists.law(row.getBackend(), row.getBackendJurisdiction());
      case Counts.HOSTING -> row.getHosting();
      default -> throw new IllegalArgumentException("No measure of one value: " + measure);
    };
  }

  private static boolean isConflict(Attribution row) {
    return row.getStatus().equals(MailStatus.CONFLICT);
  }
}
