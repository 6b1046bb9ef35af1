package nl.wolkenkaart.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nl.wolkenkaart.statistics.Counts;

/**
 * A bar of the pictures that compare: a sector, or a region where the list has but one sector.
 *
 * @param label its name for people
 */
record Slice(String label, Part part) {
  /** Most bars that a picture shows; all are in its table. */
  private static final int SHOWN = 24;

  /** Whether regions are compared in place of sectors. */
  static boolean areRegions(Context context) {
    return context.figures().sectors().size() == 1
        && RegionSection.isComparable(context.tally().regions());
  }

  /** All of them, the whole list first and then the largest. */
  static List<Slice> all(Context context) {
    List<Slice> slices = new ArrayList<>();
    slices.add(new Slice(context.words().sector(Counts.ALL), context.tally().all()));
    if (areRegions(context)) {
      context.tally().regions().entrySet().stream()
          .sorted(
              Comparator.comparingLong(
                  (Map.Entry<String, Part> entry) -> -entry.getValue().withMail()))
          .forEach(entry -> slices.add(new Slice(entry.getKey(), entry.getValue())));
    } else {
      for (String sector : context.figures().sectors()) {
        slices.add(new Slice(context.words().sector(sector), context.tally().sector(sector)));
      }
    }
    return slices;
  }

  /** Those that a picture shows. */
  static List<Slice> shown(Context context) {
    List<Slice> all = all(context);
    return all.subList(0, Math.min(SHOWN, all.size()));
  }
}
