package nl.wolkenkaart.world;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A made-up country: organisations, everything that public DNS says about them, and the truth.
 * Computed from a seed alone; the same seed and scale give the same country on every machine.
 */
public final class Country {
  /** Organisations at scale 1: 21,670 public bodies, 3,800 large and 110 vital companies. */
  public static final int ORGANISATIONS = 25_580;

  private static final int LONGEST_SHARING = 6;

  private final List<PlantedOrganisation> organisations;
  private final Map<String, Fault> faults = new TreeMap<>();
  private final ZoneData zones;

  private Country(long seed, int size, Evolution evolution) {
    ZoneData.Builder builder = new ZoneData.Builder();
    Networks networks = new Networks(builder);
    SharedHosts.plant(builder, networks);
    Names names = new Names();
    Map<String, Sharing> sharing = new HashMap<>();
    List<PlantedOrganisation> all = new ArrayList<>();
    for (Casting.Part part : new Casting(new Population(size), seed).parts()) {
      int number = all.size() + 1;
      Dice dice = Dice.of(seed, "organisation", number);
      Scenario scenario = evolution.turned(number, part.scenario());
      Names.Named named = names.next(part.sector(), part.scenario().form(), dice);
      Sharing shared = sharing.get(key(part));
      Outcome outcome;
      if (scenario.form() == Scenario.Form.SHARED && shared != null && shared.sharers > 0) {
        shared.sharers--;
        named = new Names.Named(named.name(), shared.named.domain(), shared.named.ascii());
        outcome = shared.outcome;
      } else {
        // Whoever changes is planted all the same, elsewhere, so that the others get what they had.
        boolean stays = !evolution.touches(number);
        ZoneData.Builder zone = stays ? builder : new ZoneData.Builder();
        Map<String, Fault> broken = stays ? faults : new HashMap<>();
        Site site = new Site(named.ascii(), number, dice, zone, broken, networks);
        outcome = scenario.plant().plant(site);
        site.finish();
        if (scenario.form() == Scenario.Form.SHARED) {
          sharing.put(key(part), new Sharing(named, outcome, 1 + dice.below(LONGEST_SHARING)));
        }
      }
      all.add(planted(number, part.sector(), scenario, named, outcome, dice));
    }
    evolution
        .moves()
        .forEach(
            (number, scenario) -> {
              PlantedOrganisation old = all.get(number - 1);
              Dice dice = Evolution.dice(seed, number);
              Site site = new Site(old.domain(), number, dice, builder, faults, networks);
              Outcome outcome = scenario.plant().plant(site);
              site.finish();
              all.set(number - 1, old.at(scenario.id(), outcome));
            });
    for (Evolution.Newcomer newcomer : evolution.newcomers()) {
      int number = all.size() + 1;
      Dice dice = Dice.of(seed, "newcomer", number);
      Names.Named named = names.next(newcomer.sector(), Scenario.Form.PLAIN, dice);
      Site site = new Site(named.ascii(), number, dice, builder, faults, networks);
      Outcome outcome = newcomer.scenario().plant().plant(site);
      site.finish();
      all.add(planted(number, newcomer.sector(), newcomer.scenario(), named, outcome, dice));
    }
    all.removeIf(organisation -> evolution.vanished().contains(organisation.number()));
    organisations = List.copyOf(all);
    zones = builder.build();
  }

  /**
   * Makes a country.
   *
   * @param scale 1 for 25,580 organisations; the number is rounded
   * @throws IllegalArgumentException for a scale that gives no organisation or more than 10 million
   */
  public static Country of(long seed, double scale) {
    return of(seed, scale, Evolution.none());
  }

  /** The same country later. */
  static Country of(long seed, double scale, Evolution evolution) {
    double size = Math.rint(ORGANISATIONS * scale);
    if (!(size >= 1 && size <= 10_000_000)) {
      throw new IllegalArgumentException("No country of this scale: " + scale);
    }
    return new Country(seed, (int) size, evolution);
  }

  /** Everyone, in the order of their identifiers. */
  public List<PlantedOrganisation> organisations() {
    return organisations;
  }

  /** Everything that name servers know. */
  public ZoneData zones() {
    return zones;
  }

  /** What goes wrong, by domain. */
  public Map<String, Fault> faults() {
    return Collections.unmodifiableMap(faults);
  }

  /** Writes the list of organisations, without a word of the truth: UTF-8, LF, RFC 4180. */
  public void writeCsv(Path file) throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader("id", "name", "domain", "sector", "region", "country")
            .setRecordSeparator('\n')
            .build();
    try (CSVPrinter out =
        new CSVPrinter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), format)) {
      for (PlantedOrganisation o : organisations) {
        out.printRecord(o.id(), o.name(), o.listedDomain(), o.sector(), o.region(), o.country());
      }
    }
  }

  /**
   * Writes the truth, in the order of the list: UTF-8, LF, RFC 4180.
   *
   * <p>{@code planted_backend} is who really runs the mailboxes; {@code status}, {@code receiver}
   * and {@code backend} are what a survey should find; {@code decides} is whether what is public
   * tells the real backend.
   */
  public void writePlanted(Path file) throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader(
                "organisation_id", "planted_backend", "status", "receiver", "backend", "decides")
            .setRecordSeparator('\n')
            .build();
    try (CSVPrinter out =
        new CSVPrinter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), format)) {
      for (PlantedOrganisation o : organisations) {
        Expectation expected = o.expected();
        out.printRecord(
            o.id(),
            o.plantedBackend(),
            expected.status(),
            expected.receiver(),
            expected.backend(),
            o.decides());
      }
    }
  }

  /** A domain that several organisations have, and how many more may have it. */
  private static final class Sharing {
    private final Names.Named named;
    private final Outcome outcome;
    private int sharers;

    private Sharing(Names.Named named, Outcome outcome, int sharers) {
      this.named = named;
      this.outcome = outcome;
      this.sharers = sharers;
    }
  }

  private static String key(Casting.Part part) {
    return part.sector() + " " + part.truth();
  }

  private static PlantedOrganisation planted(
      int number, Sector sector, Scenario scenario, Names.Named named, Outcome outcome, Dice dice) {
    return new PlantedOrganisation(
        String.format(Locale.ROOT, "ZZ-%07d", number),
        named.name(),
        ListedDomain.of(named, dice),
        sector.id(),
        dice.pick(Names.regions()),
        "ZZ",
        named.ascii(),
        scenario.id(),
        outcome.receiver(),
        outcome.backend(),
        outcome.expected(),
        outcome.decides());
  }
}
