package nl.wolkenkaart.table;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.FormatMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.wolkenkaart.directory.rows.PlainText;

/** What one check of a dataset found wrong, bounded: a page is enough to know where to look. */
final class Findings {
  private static final int SHOWN = 5;
  private static final int LONGEST = 400;

  private final String holds;
  private final List<String> shown = new ArrayList<>();
  private long faults;

  /** What holds where nothing is found. */
  Findings(String holds) {
    this.holds = holds;
  }

  /** Adds a fault; the text of files in it may be anything. */
  @FormatMethod
  void add(String format, Object... parts) {
    faults++;
    if (shown.size() < SHOWN) {
      shown.add(PlainText.escape(String.format(Locale.ROOT, format, parts), LONGEST));
    }
  }

  /** Adds that something cannot be read. */
  void unreadable(String file, Throwable why) {
    String words = String.valueOf(why.getMessage()).lines().findFirst().orElse("");
    add("%s cannot be read: %s", file, why instanceof OutOfMemoryError ? "too large" : words);
  }

  /** What came of the check. */
  DatasetReport.Part part() {
    return new DatasetReport.Part(holds, faults, ImmutableList.copyOf(shown));
  }
}
