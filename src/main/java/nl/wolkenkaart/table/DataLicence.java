package nl.wolkenkaart.table;

import com.google.common.collect.ImmutableMap;

/**
 * The licence of the datasets, which is said here and nowhere else in the program: reuse with a
 * word of where it comes from. The program itself is Apache-2.0.
 */
public final class DataLicence {
  /** The licence's identifier on the SPDX list. */
  static final String SPDX = "CC-BY-4.0";

  /** Where its text is. */
  static final String TEXT = "https://creativecommons.org/licenses/by/4.0/";

  /** The licence in the authority table of the EU's Publications Office, for DCAT-AP. */
  static final String AUTHORITY =
      "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0";

  private static final String TITLE = "Creative Commons Attribution 4.0 International";

  private DataLicence() {}

  /** Its name for people. */
  public static String title() {
    return TITLE;
  }

  /** Where its text is. */
  public static String address() {
    return TEXT;
  }

  /** As an item of {@code licenses} in a Data Package. */
  static ImmutableMap<String, Object> forDataPackage() {
    return ImmutableMap.of("name", SPDX, "title", TITLE, "path", TEXT);
  }
}
