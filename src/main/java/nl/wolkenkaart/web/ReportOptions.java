package nl.wolkenkaart.web;

import java.nio.file.Path;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What can be chosen about a report.
 *
 * @param errorAddress mail address to which readers report errors; null for none
 * @param comparison folder of a comparison with an earlier run; null for none
 */
public record ReportOptions(@Nullable String errorAddress, @Nullable Path comparison) {
  /** Nothing chosen. */
  public static final ReportOptions NONE = new ReportOptions(null, null);
}
