package nl.wolkenkaart;

import java.util.List;
import nl.wolkenkaart.provider.CatalogueSource;
import nl.wolkenkaart.provider.Corrections;
import nl.wolkenkaart.provider.Scenario;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What decides how observations are classified and counted: the same rules and the same input give
 * the same tables.
 *
 * @param catalogue what is known of providers
 * @param corrections what goes over what was found
 * @param addresses file of a table of addresses, null for none
 * @param minCell organisations that a cell of a table that counts must have; 0 for all cells
 * @param scenarios what is supposed beside what is
 */
public record ClassifyRules(
    CatalogueSource catalogue,
    Corrections corrections,
    @Nullable String addresses,
    int minCell,
    List<Scenario> scenarios) {
  public ClassifyRules {
    scenarios = List.copyOf(scenarios);
  }
}
