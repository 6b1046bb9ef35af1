package nl.wolkenkaart.statistics;

import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.MailStatus;
import org.checkerframework.checker.nullness.qual.Nullable;

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
      case Counts.RECEIVER -> receiver(row);
      case Counts.RECEIVER_JURISDICTION ->
          severalReceivers(row) ? MailStatus.CONFLICT : receiverLaw(row);
      case Counts.BACKEND -> isConflict(row) ? MailStatus.CONFLICT : row.getBackend();
      case Counts.BACKEND_JURISDICTION ->
          isConflict(row)
              ? MailStatus.CONFLICT
              : law(row.getBackend(), row.getBackendJurisdiction());
      case Counts.HOSTING -> row.getHosting();
      default -> throw new IllegalArgumentException("No measure of one value: " + measure);
    };
  }

  private static String receiver(Attribution row) {
    return severalReceivers(row) ? MailStatus.CONFLICT : row.getReceiver();
  }

  private static boolean severalReceivers(Attribution row) {
    return !row.getReceiverPossible().isEmpty();
  }

  private static boolean isConflict(Attribution row) {
    return row.getStatus().equals(MailStatus.CONFLICT);
  }

  /** The law of the receiver, whether or not there are several. */
  static String receiverLaw(Attribution row) {
    return law(row.getReceiver(), row.getReceiverJurisdiction());
  }

  /** The value of a jurisdiction: its country, {@code self}, or {@code unknown}. */
  static String law(String operator, @Nullable String jurisdiction) {
    if (jurisdiction != null) {
      return jurisdiction;
    }
    return operator.equals(CodeLists.SELF) ? CodeLists.SELF : CodeLists.UNKNOWN;
  }
}
