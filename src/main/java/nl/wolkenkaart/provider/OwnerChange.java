package nl.wolkenkaart.provider;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A company whose ultimate parent or jurisdiction differs between two days.
 *
 * @param before as it stood on the first day
 * @param after as it stood on the second
 * @param cause the holding, of the company or of one above it, that began between them; null where
 *     the second day is the earlier one
 */
public record OwnerChange(Company before, Company after, @Nullable Holding cause) {

  /** The changes between two days, by company. */
  public static List<OwnerChange> between(Catalogue catalogue, LocalDate from, LocalDate to) {
    Catalogue after = catalogue.asOf(to);
    List<OwnerChange> changes = new ArrayList<>();
    for (Company before : catalogue.asOf(from).companies()) {
      Company then = after.company(before.id()).orElseThrow();
      if (!before.ultimate().equals(then.ultimate())
          || !Objects.equals(before.jurisdiction(), then.jurisdiction())) {
        changes.add(new OwnerChange(before, then, cause(then, after, from)));
      }
    }
    return changes;
  }

  private static @Nullable Holding cause(Company company, Catalogue after, LocalDate from) {
    Optional<Company> at = Optional.of(company);
    while (at.isPresent() && at.get().holding() != null) {
      Holding holding = at.get().holding();
      if (holding.from() != null && holding.from().isAfter(from)) {
        return holding;
      }
      at = Optional.ofNullable(holding.parent()).flatMap(after::company);
    }
    return null;
  }
}
