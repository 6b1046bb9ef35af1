package nl.wolkenkaart.provider;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.wolkenkaart.provider.CatalogueEntry.Example;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The providers known by name. Loaded once per JVM and never changed; safe for any number of
 * threads.
 */
public final class Catalogue {
  private final Map<String, Provider> byId;
  private final Map<Role, SuffixTable<Provider>> suffixes;
  private final Map<Long, Provider> gatewayNetworks;
  private final List<Provider> providers;
  private final List<Example> examples;
  private final List<CloudService> services;
  private final Set<Long> worldwideNetworks;
  private final String hash;
  private final CatalogueFiles files;
  private final @Nullable LocalDate asOf;
  private final Map<String, Company> companies;
  private final Map<String, Jurisdiction> jurisdictions;
  private final Map<String, ServiceRisks> risks;

  /** The same of other days: a run asks for one or two. */
  private final Map<LocalDate, Catalogue> ofDays = new ConcurrentHashMap<>();

  private Catalogue(
      CatalogueFiles files, String hash, @Nullable LocalDate asOf, CatalogueBuilder builder) {
    this.files = files;
    this.asOf = asOf;
    this.companies = Map.copyOf(builder.companies);
    this.jurisdictions = builder.jurisdictions;
    this.risks = builder.risks;
    this.byId = Map.copyOf(builder.providers);
    this.suffixes = builder.suffixes;
    this.gatewayNetworks = Map.copyOf(builder.gatewayNetworks);
    this.providers = List.copyOf(builder.providers.values());
    this.examples = List.copyOf(builder.examples);
    this.services = builder.services;
    this.worldwideNetworks = builder.worldwideNetworks();
    this.hash = hash;
  }

  /** Loads the embedded catalogue when it is first wanted, once. */
  private static final class Embedded {
    static final Catalogue CATALOGUE = load();

    private static Catalogue load() {
      try {
        return Catalogue.of(CatalogueFiles.of(CatalogueSource::ofClassPath));
      } catch (CatalogueException e) {
        // The build's tests load these very files, so only a damaged jar comes here.
        throw new IllegalStateException(e.getMessage(), e);
      }
    }
  }

  /** The catalogue on the class path, {@code /catalogue/}. */
  public static Catalogue embedded() {
    return Embedded.CATALOGUE;
  }

  /**
   * Loads a catalogue from a folder with {@code companies.yaml}, {@code jurisdictions.yaml}, {@code
   * laws.yaml}, {@code services.yaml}, {@code service-risks.yaml}, {@code providers/index.yaml} and
   * the files that index lists.
   *
   * @throws CatalogueException naming every fault of every file
   */
  public static Catalogue load(Path folder) throws CatalogueException {
    return of(CatalogueFiles.of(folder));
  }

  static Catalogue of(CatalogueFiles files) throws CatalogueException {
    CatalogueBuilder builder = new CatalogueBuilder(files, null);
    List<String> faults = builder.faults();
    if (!faults.isEmpty()) {
      throw new CatalogueException(faults);
    }
    return new Catalogue(files, files.hash(), null, builder);
  }

  /**
   * The same catalogue with the owners of a day.
   *
   * @param day null for the latest that are known
   */
  public Catalogue asOf(@Nullable LocalDate day) {
    if (Objects.equals(day, asOf)) {
      return this;
    }
    LocalDate key = day == null ? LocalDate.MAX : day;
    return ofDays.computeIfAbsent(
        key, any -> new Catalogue(files, hash, day, new CatalogueBuilder(files, day)));
  }

  /** The same catalogue with companies sold that are supposed to be, on whatever day. */
  Catalogue supposing(List<Scenario.Owner> owners) {
    return owners.isEmpty()
        ? this
        : new Catalogue(files, hash, asOf, new CatalogueBuilder(files, asOf, owners));
  }

  /** The day whose owners count; nothing for the latest that are known. */
  public Optional<LocalDate> asOf() {
    return Optional.ofNullable(asOf);
  }

  /** The provider of that identifier. */
  public Optional<Provider> provider(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * The provider whose suffix a name ends in, label by label; the longest suffix wins.
   *
   * @param role where the name was found
   * @param name lower case, without a trailing dot
   */
  public Optional<Provider> match(Role role, String name) {
    return suffixes.get(role).longest(name);
  }

  /** The gateway to which an autonomous system belongs alone, where there is one. */
  public Optional<Provider> byGatewayNetwork(long asn) {
    return Optional.ofNullable(gatewayNetworks.get(asn));
  }

  /** Numbers of the networks whose addresses tell no country, for they serve the world. */
  Set<Long> worldwideNetworks() {
    return worldwideNetworks;
  }

  /** All providers, sorted by identifier. */
  public List<Provider> providers() {
    return providers;
  }

  /** All services, sorted by identifier. */
  public List<CloudService> services() {
    return services;
  }

  /** The company of that identifier, as it stands on the day of this catalogue. */
  public Optional<Company> company(String id) {
    return Optional.ofNullable(companies.get(id));
  }

  /** All companies, sorted by identifier. */
  public List<Company> companies() {
    return companies.values().stream().sorted(Comparator.comparing(Company::id)).toList();
  }

  /** What is known of a country's law. */
  public Optional<Jurisdiction> jurisdiction(String country) {
    return Optional.ofNullable(jurisdictions.get(country));
  }

  /** All jurisdictions, sorted by country. */
  public List<Jurisdiction> jurisdictions() {
    return List.copyOf(jurisdictions.values());
  }

  /** What public assessments say of a service. */
  public Optional<ServiceRisks> risks(String service) {
    return Optional.ofNullable(risks.get(service));
  }

  /** SHA-256 of the catalogue's files, in hexadecimal: the same for the same files. */
  public String hash() {
    return hash;
  }

  /** The examples that the entries give, sorted by provider and role. */
  List<Example> examples() {
    return examples;
  }
}
