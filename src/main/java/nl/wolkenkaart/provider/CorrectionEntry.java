package nl.wolkenkaart.provider;

import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What a file of corrections says, before anything of it is believed. Any field may be null.
 *
 * @param organisation identifier of an organisation in its list; or else {@code domain}
 * @param domain domain that was asked about
 * @param claim what holds instead of what was found
 * @param reason why DNS misleads here, for people
 * @param source where the claim is stated
 * @param date the day on which it was stated, ISO 8601
 * @param expires the last day on which it is applied, ISO 8601
 */
record CorrectionEntry(
    @Nullable String organisation,
    @Nullable String domain,
    @Nullable Claim claim,
    @Nullable String reason,
    @Nullable String source,
    @Nullable String date,
    @Nullable String expires) {

  /** Values in place of those found; null leaves what was found. */
  record Claim(@Nullable String status, @Nullable String receiver, @Nullable String backend) {}
}
