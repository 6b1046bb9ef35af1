package nl.wolkenkaart.provider;

import java.util.List;

/**
 * What public assessments say of a service. They are of their date, and say nothing about how one
 * organisation uses it.
 *
 * @param service identifier of the service in the catalogue
 * @param assessments the public ones; none where none was found
 * @param risks the risks that they name
 * @param changes what changed in the service since, by date
 * @param notVisible what DNS cannot show of it
 * @param source where the assessments were looked for
 * @param date when
 */
public record ServiceRisks(
    String service,
    List<Assessment> assessments,
    List<Risk> risks,
    List<Change> changes,
    Words notVisible,
    String source,
    String date) {

  /** A sentence in English and in Dutch. */
  public record Words(String en, String nl) {
    /** The sentence in a language, {@code en} or {@code nl}. */
    public String in(String language) {
      return language.equals("nl") ? nl : en;
    }
  }

  /** A public assessment, such as a DPIA (article 35 GDPR). */
  public record Assessment(
      String title, String author, String publisher, String source, String date) {}

  /**
   * A risk that an assessment names.
   *
   * @param level {@code high}, {@code medium}, {@code low}, {@code resolved}, {@code disputed} or
   *     {@code information}
   * @param by who must take the measure: {@code provider}, {@code organisation}
   */
  public record Risk(
      String id,
      String level,
      Words risk,
      Words mitigation,
      List<String> by,
      String source,
      String date) {}

  /** Something that changed since. */
  public record Change(String when, Words change, String source, String date) {}
}
