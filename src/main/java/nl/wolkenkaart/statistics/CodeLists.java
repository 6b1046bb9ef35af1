package nl.wolkenkaart.statistics;

import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import nl.wolkenkaart.provider.CloudService;
import nl.wolkenkaart.provider.Confidence;
import nl.wolkenkaart.provider.Hosting;
import nl.wolkenkaart.provider.MailStatus;
import org.checkerframework.checker.nullness.qual.Nullable;

/** The documented values of the code columns of an attribution (see provider.avdl). */
public final class CodeLists {
  /** Values of {@code status}. */
  public static final ImmutableSet<String> STATUS =
      ImmutableSet.of(
          MailStatus.OK,
          MailStatus.UNKNOWN_BACKEND,
          MailStatus.CONFLICT,
          MailStatus.IMPLICIT_MX,
          MailStatus.NO_MAIL_DECLARED,
          MailStatus.NO_MAIL_FOUND,
          MailStatus.NXDOMAIN,
          MailStatus.LOOKUP_FAILED,
          MailStatus.NO_DOMAIN);

  /** Values of {@code hosting}. */
  public static final ImmutableSet<String> HOSTING =
      ImmutableSet.of(
          Hosting.SELF, Hosting.OWN_NAME, Hosting.SHARED_IT, Hosting.OUTSOURCED, Hosting.NONE);

  /** Values of {@code backend_confidence}. */
  public static final ImmutableSet<String> CONFIDENCE =
      ImmutableSet.of(Confidence.CERTAIN, Confidence.HIGH, Confidence.MEDIUM, Confidence.UNKNOWN);

  /** Values of {@code level} in the services. */
  public static final ImmutableSet<String> LEVEL =
      Arrays.stream(CloudService.Level.values())
          .map(CloudService.Level::word)
          .collect(ImmutableSet.toImmutableSet());

  /** The receiver or backend of an organisation for which nothing was proved. */
  public static final String UNKNOWN = "unknown";

  /** The receiver or backend of an organisation that runs its mail itself. */
  public static final String SELF = "self";

  /**
   * Statuses without mail, without an answer or without a domain: such an organisation is no part
   * of the shares of any measure but status, and is counted there under its status.
   */
  public static final ImmutableSet<String> WITHOUT_SHARE =
      ImmutableSet.of(
          MailStatus.NO_MAIL_DECLARED,
          MailStatus.NO_MAIL_FOUND,
          MailStatus.NXDOMAIN,
          MailStatus.LOOKUP_FAILED,
          MailStatus.NO_DOMAIN);

  /** Whether organisations with a value (of another measure than status) are part of the shares. */
  static boolean hasShare(String value) {
    return !WITHOUT_SHARE.contains(value) && !value.equals(Pooling.POOLED_WITHOUT_SHARE);
  }

  /** Whether a value is none of anybody's: not known, in conflict, or pooled. */
  static boolean isUndecided(String value) {
    return value.equals(UNKNOWN)
        || value.equals(MailStatus.CONFLICT)
        || value.equals(Pooling.POOLED);
  }

  /** The value of an operator's jurisdiction: its country, {@code self}, or {@code unknown}. */
  public static String law(String operator, @Nullable String jurisdiction) {
    if (jurisdiction != null) {
      return jurisdiction;
    }
    return operator.equals(SELF) ? SELF : UNKNOWN;
  }

  private CodeLists() {}
}
