package nl.wolkenkaart.statistics;

import com.google.common.collect.ImmutableSet;

/** The documented values of the code columns of an attribution (see provider.avdl). */
public final class CodeLists {
  /** Values of {@code status}. */
  public static final ImmutableSet<String> STATUS =
      ImmutableSet.of(
          "ok",
          "unknown_backend",
          "conflict",
          "implicit_mx",
          "no_mail_declared",
          "no_mail_found",
          "nxdomain",
          "lookup_failed");

  /** Values of {@code hosting}. */
  public static final ImmutableSet<String> HOSTING =
      ImmutableSet.of("self", "own-name-on-network", "shared-public-it", "outsourced", "none");

  /** Values of {@code backend_confidence}. */
  public static final ImmutableSet<String> CONFIDENCE =
      ImmutableSet.of("certain", "high", "medium", "unknown");

  /** The status of an organisation whose mail could not be looked up. */
  public static final String LOOKUP_FAILED = "lookup_failed";

  /** The status of an organisation with several receivers at the same preference. */
  public static final String CONFLICT = "conflict";

  /** The receiver or backend of an organisation for which nothing was proved. */
  public static final String UNKNOWN = "unknown";

  /**
   * Statuses without mail or without an answer: such an organisation is no part of the shares of
   * receivers and backends, and is counted there under its status.
   */
  public static final ImmutableSet<String> WITHOUT_SHARE =
      ImmutableSet.of("no_mail_declared", "no_mail_found", "nxdomain", LOOKUP_FAILED);

  private CodeLists() {}
}
