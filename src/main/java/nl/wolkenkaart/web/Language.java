package nl.wolkenkaart.web;

import com.ibm.icu.util.ULocale;

/** A language of the page, with its way of writing numbers. */
public enum Language {
  NL("nl", ',', '.'),
  EN("en", '.', ',');

  private final String code;
  private final char decimal;
  private final char thousands;

  Language(String code, char decimal, char thousands) {
    this.code = code;
    this.decimal = decimal;
    this.thousands = thousands;
  }

  /** The tag of BCP 47, such as {@code nl}. */
  public String code() {
    return code;
  }

  /** What stands before the decimals. */
  char decimal() {
    return decimal;
  }

  /** What parts the thousands. */
  char thousands() {
    return thousands;
  }

  /** The name of a country in this language, by Unicode's CLDR; the code where it has none. */
  String country(String code) {
    return new ULocale("", code).getDisplayCountry(ULocale.forLanguageTag(this.code));
  }
}
