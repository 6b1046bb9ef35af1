package nl.wolkenkaart.world;

/**
 * An organisation of the made-up country, with the truth about it.
 *
 * @param id identifier, {@code ZZ-} and digits
 * @param name name
 * @param listedDomain domain as the list writes it: perhaps a URL, a mail address, in capitals
 * @param sector sector
 * @param region region
 * @param country {@code ZZ}, which ISO 3166 leaves to its users
 * @param domain the domain that is meant: A-labels, lower case
 * @param scenario which oddity was planted
 * @param plantedReceiver who really accepts the mail first
 * @param plantedBackend who really runs the mailboxes: catalogue identifier, {@code self}, {@code
 *     other:<registrable domain>} or {@code none}
 * @param expected what measuring should find
 * @param decides whether what is public tells the real backend
 */
public record PlantedOrganisation(
    String id,
    String name,
    String listedDomain,
    String sector,
    String region,
    String country,
    String domain,
    String scenario,
    String plantedReceiver,
    String plantedBackend,
    Expectation expected,
    boolean decides) {

  /** The number in its identifier. */
  int number() {
    return Integer.parseInt(id.substring(id.indexOf('-') + 1));
  }

  /** The same organisation with other mail. */
  PlantedOrganisation at(String other, Outcome outcome) {
    return new PlantedOrganisation(
        id,
        name,
        listedDomain,
        sector,
        region,
        country,
        domain,
        other,
        outcome.receiver(),
        outcome.backend(),
        outcome.expected(),
        outcome.decides());
  }
}
