package nl.wolkenkaart.web;

import java.util.Locale;

/**
 * What an operator of mail is, as the pictures show it: always in this order and always in the same
 * colour. Those under US jurisdiction come first, so that where they end is the share of the
 * statistics.
 */
enum Group {
  /** A provider of Microsoft's. */
  MICROSOFT,
  /** A provider of Google's. */
  GOOGLE,
  /** Another company whose ultimate parent is in the United States. */
  US,
  /** A company with its parent in the country of the list. */
  HOME,
  /** A company with its parent in another member state of the European Union. */
  EU,
  /** A company with its parent elsewhere. */
  ABROAD,
  /** The organisation itself. */
  SELF,
  /** A company is known, but not where its parent is. */
  SEATLESS,
  /** Evidence for several. */
  CONFLICT,
  /** The answers do not tell. */
  UNKNOWN;

  /** The last part of its keys, and of its class in the style sheet. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether US law can reach the company, by its parent. */
  boolean isUnderUsLaw() {
    return compareTo(US) <= 0;
  }
}
