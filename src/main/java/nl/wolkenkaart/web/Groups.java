package nl.wolkenkaart.web;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import nl.wolkenkaart.provider.Catalogue;
import nl.wolkenkaart.provider.Provider;
import nl.wolkenkaart.statistics.CodeLists;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Sorts operators and countries into the groups of the pictures. */
final class Groups {
  /** Stands for the list's country where that is made up. */
  static final String MODEL = "NL";

  /** ISO 3166-1 leaves this code to its users; the demo's country has it. */
  static final String MADE_UP = "ZZ";

  static final String US = "US";

  /** Member states of the European Union since 2020-02-01. */
  private static final ImmutableSet<String> EU =
      ImmutableSet.of(
          "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE",
          "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

  private final Catalogue catalogue;
  private final String home;

  /**
   * Groups of a list.
   *
   * @param home the country of the list, ISO 3166-1 alpha-2; null when not known
   */
  Groups(Catalogue catalogue, @Nullable String home) {
    this.catalogue = catalogue;
    this.home = home == null || home.equals(MADE_UP) ? MODEL : home;
  }

  /** The country whose companies are called domestic. */
  String home() {
    return home;
  }

  /**
   * The group of an operator.
   *
   * @param law country of its ultimate parent as the table gives it; null when not known
   */
  Group of(String operator, @Nullable String law) {
    if (operator.equals(CodeLists.UNKNOWN)) {
      return Group.UNKNOWN;
    }
    if (operator.equals(CodeLists.SELF)) {
      return Group.SELF;
    }
    if (law == null) {
      return Group.SEATLESS;
    }
    if (law.equals(US)) {
      Optional<Provider> provider = catalogue.provider(operator);
      String company = provider.map(p -> p.company().id()).orElse("");
      return switch (company) {
        case "microsoft" -> Group.MICROSOFT;
        case "alphabet" -> Group.GOOGLE;
        default -> Group.US;
      };
    }
    return place(law);
  }

  /** The group of a country, for a server that stands there. */
  Group place(@Nullable String country) {
    if (country == null) {
      return Group.UNKNOWN;
    }
    if (country.equals(US)) {
      return Group.US;
    }
    if (country.equals(home)) {
      return Group.HOME;
    }
    return EU.contains(country) ? Group.EU : Group.ABROAD;
  }
}
