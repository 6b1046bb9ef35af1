package nl.wolkenkaart.provider;

import com.google.common.collect.ImmutableList;
import java.io.Serializable;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What if: changes that are supposed all at once, in their order.
 *
 * @param id part of names of steps and a column of tables: lower case, digits, hyphens
 * @param nameEn what is supposed, in English
 * @param nameNl the same in Dutch
 * @param owners companies that are sold
 * @param leaving providers that are no longer there
 * @param moves organisations that go to another provider
 * @param sources where the supposition comes from; may be empty
 */
public record Scenario(
    String id,
    String nameEn,
    String nameNl,
    ImmutableList<Owner> owners,
    ImmutableList<String> leaving,
    ImmutableList<Move> moves,
    ImmutableList<Source> sources)
    implements Serializable {

  /**
   * Where one can read what the supposition comes from.
   *
   * @param address of a page, {@code http} or {@code https}
   * @param date of that page or of its reading: a year, a month or a day of ISO 8601
   */
  public record Source(String address, String date) implements Serializable {}

  /**
   * A company that is sold.
   *
   * @param company identifier of the company
   * @param parent identifier of the company that buys it
   */
  public record Owner(String company, String parent) implements Serializable {}

  /**
   * Organisations that move; those for which everything holds that is not null or empty.
   *
   * @param sector their sector
   * @param region their region
   * @param tenant the Microsoft tenant that their DKIM names
   * @param backend who runs their mailboxes now
   * @param receiver who receives their mail now
   * @param organisations their identifiers
   * @param to where they go: a provider's identifier, or {@code self}
   */
  public record Move(
      @Nullable String sector,
      @Nullable String region,
      @Nullable String tenant,
      @Nullable String backend,
      @Nullable String receiver,
      ImmutableList<String> organisations,
      String to)
      implements Serializable {}
}
