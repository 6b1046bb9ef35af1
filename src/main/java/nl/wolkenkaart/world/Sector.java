package nl.wolkenkaart.world;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;

/**
 * Sectors of the made-up country. 21,670 public bodies, 3,800 large and 110 vital companies, the
 * totals of a Dutch newsroom's study of 2024; how the public bodies divide into sectors is
 * invented, but for the municipalities, provinces and water boards, which are as many as the Dutch
 * ones.
 *
 * <p>The numbers are organisations by {@link Truth}: Microsoft, Google, Dutch provider, self-run,
 * other provider, no mail. Over the public bodies they add up to 14,302, 2,167, 3,684 and 1,517:
 * 66, 10, 17 and 7 per cent of 21,670. Of the large companies 2,394 (63 %) and of the vital ones 66
 * (60 %) are at Microsoft or Google.
 */
enum Sector {
  MINISTRY("ministry", 3, 0, 1, 11, 0, 0),
  MUNICIPALITY("municipality", 323, 3, 4, 12, 0, 0),
  PROVINCE("province", 11, 0, 0, 1, 0, 0),
  WATER_BOARD("water-board", 19, 0, 0, 2, 0, 0),
  AGENCY("agency", 250, 10, 60, 90, 0, 0),
  JOINT_BODY("joint-body", 780, 20, 130, 70, 0, 0),
  JUDICIARY("judiciary", 8, 0, 2, 24, 0, 0),
  SAFETY_REGION("safety-region", 21, 0, 1, 4, 0, 0),
  PRIMARY_EDUCATION("primary-education", 4100, 1290, 950, 250, 0, 0),
  SECONDARY_EDUCATION("secondary-education", 1010, 290, 90, 60, 0, 0),
  VOCATIONAL_EDUCATION("vocational-education", 58, 2, 0, 4, 0, 0),
  HIGHER_EDUCATION("higher-education", 44, 2, 0, 10, 0, 0),
  CARE("care", 6285, 310, 1986, 819, 0, 0),
  LIBRARY_MUSEUM("library-museum", 700, 170, 280, 100, 0, 0),
  SOCIAL_WORK("social-work", 690, 70, 180, 60, 0, 0),
  LARGE_COMPANY("large-company", 2090, 304, 620, 430, 216, 140),
  VITAL_COMPANY("vital-company", 62, 4, 14, 26, 3, 1);

  private final String id;
  private final ImmutableList<Integer> counts;

  Sector(String id, Integer... counts) {
    this.id = id;
    this.counts = ImmutableList.copyOf(counts);
  }

  String id() {
    return id;
  }

  /** Organisations at scale 1. */
  int size() {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }

  /** Organisations at scale 1 by truth, in the order of {@link Truth}. */
  ImmutableList<Integer> counts() {
    return counts;
  }

  boolean isPublic() {
    return this != LARGE_COMPANY && this != VITAL_COMPANY;
  }

  static List<Sector> all() {
    return Arrays.asList(values());
  }
}
