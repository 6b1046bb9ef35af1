package nl.wolkenkaart.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.wolkenkaart.directory.Buckets;
import nl.wolkenkaart.lookup.LookupPlan;
import nl.wolkenkaart.lookup.LookupSettings;
import nl.wolkenkaart.lookup.ResolverAddress;
import nl.wolkenkaart.lookup.SharedEngine;
import nl.wolkenkaart.provider.AddressTable;
import nl.wolkenkaart.provider.CatalogueException;
import nl.wolkenkaart.provider.CatalogueSource;
import nl.wolkenkaart.table.Publication;
import nl.wolkenkaart.table.RunManifest;

/**
 * What a run does, after the command line, the run specification and the defaults were laid over
 * each other. All problems are found before anything begins, and told at once.
 *
 * @param resolvers empty for a run that asks nothing
 * @param addresses table of addresses; null for none
 * @param catalogue what is known of providers, and the corrections, with the owners of {@code asOf}
 * @param asOf the day whose owners of companies count
 * @param scenarios what is supposed beside what is
 * @param publication who answers for the dataset and where it will stand
 * @param minCell organisations that a cell of a table that counts must have; 0 for all cells
 */
record RunSettings(
    BeamRunner runner,
    LocalDate runDate,
    Buckets buckets,
    List<String> resolvers,
    int rate,
    Integer domainsInFlight,
    Integer questionsInFlight,
    Integer deadlineSeconds,
    double maxFailureShare,
    LookupPlan plan,
    Path addresses,
    Publication publication,
    int minCell,
    CatalogueSource catalogue,
    LocalDate asOf,
    List<ScenarioInput> scenarios) {

  private static final int BUCKETS = 64;
  private static final int RATE = 100;
  private static final double MAX_FAILURE_SHARE = 0.05;
  private static final int MOST_BUCKETS = 100_000;
  private static final int LONGEST_DEADLINE_SECONDS = 86_400;
  private static final int MILLIS_PER_SECOND = 1_000;

  /**
   * Lays the options over each other.
   *
   * @param asks whether the run asks questions, and so needs resolvers
   * @throws UsageException with all problems
   */
  static RunSettings of(RunOptions options, RunSpecification run, boolean asks, Clock clock) {
    List<String> problems = new ArrayList<>();
    BeamRunner runner = BeamRunner.of(options.runner, run, problems);
    LocalDate today = LocalDate.now(clock);
    LocalDate date =
        date("the run date", first(options.runDate, run.runDate(), today.toString()), problems);
    LocalDate asOf =
        date("the date of --as-of", first(options.asOf, run.asOf(), date.toString()), problems);
    int buckets = first(options.buckets, run.buckets(), BUCKETS);
    if (buckets < 1 || buckets > MOST_BUCKETS) {
      problems.add("the number of buckets must be 1 to " + MOST_BUCKETS + ", is " + buckets);
      buckets = 1;
    }
    int rate = first(options.rate, run.rate(), RATE);
    if (rate > 0 && rate < runner.workers()) {
      problems.add(
          "a rate of " + rate + " cannot be divided among " + runner.workers() + " workers");
    }
    if (rate < 0) {
      problems.add("the rate must be 0 or more questions per second, is " + rate);
    }
    double share = first(options.maxFailureShare, run.maxFailureShare(), MAX_FAILURE_SHARE);
    if (!(share >= 0 && share <= 1)) {
      problems.add("the share of failures must be 0 to 1, is " + share);
    }
    positive("domains-in-flight", run.domainsInFlight(), problems);
    positive("questions-in-flight", run.questionsInFlight(), problems);
    positive("deadline-seconds", run.deadlineSeconds(), problems);
    if (run.deadlineSeconds() != null && run.deadlineSeconds() > LONGEST_DEADLINE_SECONDS) {
      problems.add("deadline-seconds must be at most " + LONGEST_DEADLINE_SECONDS);
    }
    int minCell = first(options.minCell, run.minCell(), 0);
    if (minCell < 0) {
      problems.add("the smallest cell must be 0 or more organisations, is " + minCell);
    }
    LookupPlan plan = LookupPlan.embedded();
    try {
      plan = plan.without(run.withoutQuestions());
    } catch (IllegalArgumentException e) {
      problems.add(e.getMessage());
    }
    List<String> resolvers = asks ? resolvers(options, run, problems) : List.of();
    Path addresses = addresses(options, run, problems);
    CatalogueSource catalogue = catalogue(options, run, problems).asOf(asOf);
    List<Path> given =
        options.scenarios.isEmpty()
            ? run.scenarios().stream().map(Path::of).toList()
            : options.scenarios;
    List<ScenarioInput> scenarios = ScenarioInput.read(given, catalogue.catalogue(), problems);
    Publication publication = options.publication.over(run.publication(), problems);
    if (!problems.isEmpty()) {
      throw new UsageException(String.join("; ", problems));
    }
    return new RunSettings(
        runner,
        date,
        new Buckets(buckets),
        resolvers,
        rate,
        run.domainsInFlight(),
        run.questionsInFlight(),
        run.deadlineSeconds(),
        share,
        plan,
        addresses,
        publication,
        minCell,
        catalogue,
        asOf,
        scenarios);
  }

  private static LocalDate date(String what, String given, List<String> problems) {
    try {
      return LocalDate.parse(given);
    } catch (DateTimeParseException e) {
      problems.add(what + " is no date YYYY-MM-DD: " + given);
      return LocalDate.EPOCH;
    }
  }

  private static CatalogueSource catalogue(
      RunOptions options, RunSpecification run, List<String> problems) {
    Path given =
        options.catalogue == null && run.catalogue() != null
            ? Path.of(run.catalogue())
            : options.catalogue;
    if (given != null) {
      try {
        return CatalogueSource.of(given);
      } catch (CatalogueException e) {
        problems.add(given + ": " + e.getMessage());
      }
    }
    return CatalogueSource.embedded();
  }

  private static Path addresses(RunOptions options, RunSpecification run, List<String> problems) {
    Path given =
        options.addresses == null && run.addresses() != null
            ? Path.of(run.addresses())
            : options.addresses;
    if (given == null) {
      return null;
    }
    Path table = given.toAbsolutePath().normalize();
    try {
      AddressTable.open(table).close();
    } catch (IOException e) {
      problems.add(e.getMessage());
    }
    return table;
  }

  private static List<String> resolvers(
      RunOptions options, RunSpecification run, List<String> problems) {
    List<String> given = options.resolvers.isEmpty() ? run.resolvers() : options.resolvers;
    List<String> resolvers = new ArrayList<>();
    for (String resolver : given.isEmpty() ? ResolverAddress.ofThisMachine() : given) {
      try {
        resolvers.add(ResolverAddress.format(ResolverAddress.parse(resolver)));
      } catch (IllegalArgumentException e) {
        problems.add(e.getMessage());
      }
    }
    if (resolvers.isEmpty() && problems.isEmpty()) {
      problems.add("this machine has no resolver set up; name one with --resolvers");
    }
    return resolvers;
  }

  private static void positive(String name, Integer value, List<String> problems) {
    if (value != null && value < 1) {
      problems.add(name + " must be 1 or more, is " + value);
    }
  }

  @SafeVarargs
  private static <T> T first(T... values) {
    for (T value : values) {
      if (value != null) {
        return value;
      }
    }
    throw new IllegalArgumentException("the last value is the default");
  }

  /**
   * The table of addresses of this run, to be closed; one that knows nothing where none is told.
   */
  AddressTable addressTable() throws IOException {
    return addresses == null ? AddressTable.none() : AddressTable.open(addresses);
  }

  /** What asks the questions of this run. */
  SharedEngine engine() {
    LookupSettings settings = LookupSettings.of(resolvers, rate);
    settings =
        new LookupSettings(
            settings.resolvers(),
            settings.rate(),
            first(questionsInFlight, settings.questionsInFlight()),
            first(domainsInFlight, settings.domainsInFlight()),
            settings.timeoutsMillis(),
            settings.giveUpMillis());
    if (deadlineSeconds != null) {
      settings = settings.withDeadline(deadlineSeconds * MILLIS_PER_SECOND);
    }
    return new SharedEngine(runDate.toString(), plan, settings);
  }

  /** The options as the manifest shows them. */
  Map<String, String> asText() {
    Map<String, String> text = new TreeMap<>();
    text.put("runner", runner.name());
    text.put("parallelism", Integer.toString(runner.parallelism()));
    text.put("workers", Integer.toString(runner.workers()));
    if (!runner.given().isEmpty()) {
      text.put("beam", String.join(" ", runner.shown()));
    }
    text.put("run-date", runDate.toString());
    text.put("as-of", asOf.toString());
    text.put("buckets", Integer.toString(buckets.count()));
    text.put("max-failure-share", Double.toString(maxFailureShare));
    if (addresses != null) {
      text.put("addresses", addresses.toString());
    }
    if (!scenarios.isEmpty()) {
      text.put(
          "scenario",
          scenarios.stream().map(one -> one.file().toString()).collect(Collectors.joining(",")));
    }
    if (catalogue.folder() != null) {
      text.put("catalogue", catalogue.folder());
    }
    PublicationOptions.describe(publication, text);
    text.put(RunManifest.MIN_CELL, Integer.toString(minCell));
    if (!resolvers.isEmpty()) {
      text.put("resolvers", String.join(",", resolvers));
      text.put("rate", Integer.toString(rate));
      text.put(
          "deadline-seconds",
          Integer.toString(engine().settings().deadlineMillis() / MILLIS_PER_SECOND));
    }
    return text;
  }
}
