package nl.wolkenkaart.web;

import java.nio.file.Path;
import nl.wolkenkaart.provider.Catalogue;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What can be chosen about a report.
 *
 * @param errorAddress mail address to which readers report errors; null for none
 * @param comparison folder of a comparison with an earlier run; null for none
 * @param catalogue that the tables were made with, for the names of what is in them
 */
public record ReportOptions(
    @Nullable String errorAddress, @Nullable Path comparison, Catalogue catalogue) {
  /** Nothing chosen. */
  public static final ReportOptions NONE = new ReportOptions(null, null, Catalogue.embedded());

  /** The same, with the names of another catalogue. */
  public ReportOptions with(Catalogue other) {
    return new ReportOptions(errorAddress, comparison, other);
  }
}
