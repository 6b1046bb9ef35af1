package nl.wolkenkaart.provider;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A company and who stands above it on a day, stated once however many providers it has.
 *
 * @param id identifier in the catalogue
 * @param name name for people
 * @param country country under whose law it was founded, ISO 3166-1 alpha-2; null when not known
 * @param jurisdiction country of the ultimate parent that day; null when not known
 * @param ultimate identifier of the ultimate parent that day: its own where it has none
 * @param confidence the weakest of those of the chain of parents
 * @param holding who holds it that day; null where the catalogue knows of nobody for that day
 * @param history all that is known of who held it, by date
 * @param announced sales that have not made anybody the owner
 */
public record Company(
    String id,
    String name,
    @Nullable String country,
    @Nullable String jurisdiction,
    String ultimate,
    String confidence,
    @Nullable Holding holding,
    List<Holding> history,
    List<Deal> announced) {

  /** A company of which nothing is known, in place of one that the catalogue lacks. */
  static Company nobody(String id) {
    return new Company(id, "", null, null, id, Owners.UNKNOWN, null, List.of(), List.of());
  }

  /** The address where its ownership that day is stated; empty where none is known. */
  public String source() {
    return holding == null ? "" : holding.source();
  }

  /** Who held it on a day. */
  Optional<Holding> on(LocalDate day) {
    return history.stream().filter(holding -> holding.on(day)).findFirst();
  }
}
