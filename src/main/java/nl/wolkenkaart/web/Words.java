package nl.wolkenkaart.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.wolkenkaart.directory.Sectors;
import nl.wolkenkaart.provider.Catalogue;
import nl.wolkenkaart.statistics.CodeLists;
import nl.wolkenkaart.statistics.Counts;
import nl.wolkenkaart.statistics.Statistic;

/** Numbers, dates, sectors and operators in the words of a language. */
final class Words {
  private static final int PER_CENT = 2;
  private static final int INDEX_DECIMALS = 3;
  private static final String OTHER = "other:";
  private static final Map<String, Sectors.Sector> SECTORS =
      Sectors.embedded().all().stream()
          .collect(Collectors.toMap(Sectors.Sector::id, Function.identity()));

  private final Messages messages;
  private final Language language;
  private final Catalogue catalogue;

  Words(Messages messages, Catalogue catalogue) {
    this.messages = messages;
    this.language = messages.language();
    this.catalogue = catalogue;
  }

  /** A text; see {@link Messages#text}. */
  String text(String key, Object... filling) {
    return messages.text(key, filling);
  }

  Language language() {
    return language;
  }

  /** A number of things, with its thousands parted. */
  String count(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', language.thousands());
  }

  /** A share of 0 to 1 in per cent with one decimal, rounded half up. */
  String percent(double share) {
    String number =
        BigDecimal.valueOf(share)
            .movePointRight(PER_CENT)
            .setScale(1, RoundingMode.HALF_UP)
            .toPlainString();
    return number.replace('.', language.decimal()) + '%';
  }

  /** An index of 0 to 1 with three decimals, rounded half up. */
  String decimal(double number) {
    return BigDecimal.valueOf(number)
        .setScale(INDEX_DECIMALS, RoundingMode.HALF_UP)
        .toPlainString()
        .replace('.', language.decimal());
  }

  /** A range of shares. */
  String range(Statistic row) {
    return range(row.getShareLow(), row.getShareHigh());
  }

  /** A range of shares of 0 to 1. */
  String range(double low, double high) {
    return text("range", "low", percent(low), "high", percent(high));
  }

  String date(LocalDate date) {
    return text(
        "date",
        "day",
        date.getDayOfMonth(),
        "month",
        text("month." + date.getMonthValue()),
        "year",
        date.getYear());
  }

  /** The name of a sector; one that no list has is shown as the list writes it. */
  String sector(String id) {
    if (id.equals(Counts.ALL)) {
      return text("allSectors");
    }
    Sectors.Sector sector = SECTORS.get(id);
    if (sector != null) {
      return language == Language.NL ? sector.nl() : sector.en();
    }
    return messages.find("sector." + id).orElse(id);
  }

  /** What else a sector is called when it is searched for. */
  String sectorSynonyms(String id) {
    return messages.find("sectorSynonyms." + id).orElse("");
  }

  /** The name of an operator. */
  String operator(String id) {
    if (id.equals(CodeLists.SELF) || id.equals(CodeLists.UNKNOWN) || id.equals("none")) {
      return text("operator." + id);
    }
    if (id.startsWith(OTHER)) {
      return id.substring(OTHER.length());
    }
    return catalogue.provider(id).map(provider -> provider.name()).orElse(id);
  }

  /** The name of a group; {@code home} is the country that is called domestic. */
  String group(Group group, String home) {
    return text("group." + group.id(), "country", language.country(home));
  }
}
