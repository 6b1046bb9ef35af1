package nl.wolkenkaart.table;

import com.google.common.collect.ImmutableList;

/** What came of the check of a dataset. */
public record DatasetReport(ImmutableList<Part> parts) {
  /**
   * One thing that must be true.
   *
   * @param what the thing, in words
   * @param faults how often it is not
   * @param shown the first of them
   */
  public record Part(String what, long faults, ImmutableList<String> shown) {}

  /** Whether everything is as it must be. */
  public boolean holds() {
    return parts.stream().allMatch(part -> part.faults() == 0);
  }

  /** The report as a page of text, a line for each thing that holds. */
  public String toText() {
    StringBuilder page = new StringBuilder();
    for (Part part : parts) {
      page.append(part.faults() == 0 ? "holds          " : "DOES NOT HOLD  ");
      page.append(part.what()).append('\n');
      part.shown().forEach(fault -> page.append("               - ").append(fault).append('\n'));
      long others = part.faults() - part.shown().size();
      if (others > 0) {
        page.append("               - and ").append(others).append(" more\n");
      }
    }
    long faults = parts.stream().mapToLong(Part::faults).sum();
    return page.append(
            faults == 0
                ? "The dataset holds.\n"
                : "The dataset does not hold: "
                    + faults
                    + (faults == 1 ? " fault.\n" : " faults.\n"))
        .toString();
  }
}
