package nl.wolkenkaart.provider;

import java.util.List;

/**
 * A country whose law reaches the companies founded in it.
 *
 * @param country ISO 3166-1 alpha-2
 * @param bloc {@code NL}, {@code EU-EEA}, {@code adequate} (a decision under article 45 GDPR is in
 *     force), {@code US} or {@code other}
 * @param laws those looked up by which it can oblige a company to hand over what it holds; none
 *     means that none was looked up, never that there is none
 * @param source address where the bloc is stated
 * @param date date of that statement
 */
public record Jurisdiction(
    String country, String bloc, List<Law> laws, String source, String date) {

  /**
   * A law that can oblige a company.
   *
   * @param since date from which it applies
   * @param until date on which it lapsed; empty while it applies
   * @param reachesEn what it reaches, in English
   * @param reachesNl the same in Dutch
   */
  public record Law(
      String id,
      String name,
      String since,
      String until,
      String reachesEn,
      String reachesNl,
      String source,
      String date) {}
}
