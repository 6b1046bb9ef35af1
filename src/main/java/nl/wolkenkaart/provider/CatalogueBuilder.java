package nl.wolkenkaart.provider;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.wolkenkaart.provider.CatalogueEntry.Example;
import nl.wolkenkaart.provider.CatalogueEntry.OfProvider;
import nl.wolkenkaart.provider.CatalogueEntry.Placed;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Puts the entries of the files together and notes everything that does not fit. */
final class CatalogueBuilder {
  private final CatalogueFiles files;
  private final List<String> faults;
  final Map<String, Company> companies;
  final Map<String, Jurisdiction> jurisdictions;
  final Map<String, ServiceRisks> risks;
  final Map<String, Provider> providers = new TreeMap<>();
  final Map<Role, SuffixTable<Provider>> suffixes = new EnumMap<>(Role.class);
  final Map<Long, Provider> gatewayNetworks = new HashMap<>();
  final List<Example> examples = new ArrayList<>();
  final List<CloudService> services;

  /**
   * Puts them together.
   *
   * @param asOf the day whose owners count; null for the latest that are known
   */
  CatalogueBuilder(CatalogueFiles files, @Nullable LocalDate asOf) {
    this(files, asOf, List.of());
  }

  /**
   * Puts them together.
   *
   * @param supposed companies that are taken to be sold
   */
  CatalogueBuilder(CatalogueFiles files, @Nullable LocalDate asOf, List<Scenario.Owner> supposed) {
    this.files = files;
    this.faults = new ArrayList<>(files.faults);
    for (Role role : Role.values()) {
      suffixes.put(role, new SuffixTable<>());
    }
    LawReader laws = new LawReader(faults);
    jurisdictions = laws.jurisdictions(files.jurisdictions, files.laws);
    companies =
        new Owners(CompanyReader.of(files.companies, jurisdictions.keySet(), faults))
            .supposing(supposed)
            .on(asOf);
    files.providers.forEach(this::provider);
    examples.sort(comparing(Example::provider).thenComparing(Example::role));
    checkExamples();
    services = CloudServices.of(files.services, companies, providers.keySet(), faults);
    risks =
        laws.risks(
            files.risks, services.stream().map(CloudService::id).collect(Collectors.toSet()));
  }

  /** The faults found, in the order of the files, and what only the schemas find. */
  List<String> faults() {
    return files.withSchemas(faults);
  }

  Set<Long> worldwideNetworks() {
    return Set.copyOf(files.worldwideNetworks);
  }

  private void provider(Placed<OfProvider> placed) {
    OfProvider p = placed.entry();
    String place = placed.file() + ": " + p.id();
    note(place, CatalogueCheck.id(p.id()));
    note(place, CatalogueCheck.text("name", p.name()));
    note(place, CatalogueCheck.text("source", p.source()));
    note(place, CatalogueCheck.seen(p.seen()));
    Optional<Kind> kind = Kind.of(String.valueOf(p.kind()));
    if (kind.isEmpty()) {
      note(place, "unknown kind " + p.kind());
    }
    Company company = companies.get(String.valueOf(p.company()));
    if (company == null) {
      note(place, "unknown company " + p.company());
      company = Company.nobody(String.valueOf(p.company()));
    }
    List<Long> asns = values(place, "asns", p.asns());
    asns.forEach(asn -> note(place, CatalogueCheck.asn(asn)));
    List<String> ranges = values(place, "ranges", p.ranges());
    ranges.forEach(range -> note(place, CatalogueCheck.range(range)));
    List<String> tokens = values(place, "tokens", p.tokens());
    tokens.forEach(token -> note(place, CatalogueCheck.text("token", token)));
    Provider provider =
        new Provider(
            String.valueOf(p.id()),
            p.name(),
            company,
            kind.orElse(Kind.SAAS),
            suffixesByRole(place, p.suffixes()),
            asns,
            Boolean.TRUE.equals(p.asnDecides()),
            ranges,
            tokens,
            p.source(),
            p.seen());
    if (providers.putIfAbsent(provider.id(), provider) != null) {
      note(place, "this provider is there twice");
      return;
    }
    fileSuffixes(place, provider);
    fileNetworks(place, provider);
    fileExamples(place, provider, p.examples());
  }

  private Map<Role, List<String>> suffixesByRole(
      String place, @Nullable Map<String, List<String>> byWord) {
    Map<Role, List<String>> byRole = new EnumMap<>(Role.class);
    Objects.requireNonNullElse(byWord, Map.<String, List<String>>of())
        .forEach(
            (word, list) -> {
              Optional<Role> role = Role.of(word);
              if (role.isEmpty()) {
                note(place, "suffixes: unknown role " + word);
              } else {
                List<String> found = values(place, "suffixes: " + word, list);
                if (list == null) {
                  note(place, "suffixes: " + word + ": an empty list");
                }
                byRole.put(role.get(), found);
              }
            });
    if (byRole.isEmpty()) {
      note(place, "suffixes: without any, nothing ever leads to this entry");
    }
    return Collections.unmodifiableMap(byRole);
  }

  private void fileSuffixes(String place, Provider provider) {
    provider
        .suffixes()
        .forEach(
            (role, list) -> {
              for (String suffix : list) {
                String fault = CatalogueCheck.suffix(role.word(), suffix);
                note(place, fault);
                Provider before = fault == null ? suffixes.get(role).put(suffix, provider) : null;
                if (before != null) {
                  note(
                      place,
                      "suffixes: " + role.word() + ": " + suffix + " stands at " + before.id());
                }
              }
            });
  }

  private void fileNetworks(String place, Provider provider) {
    if (!provider.asnDecides()) {
      return;
    }
    if (provider.asns().isEmpty()) {
      note(place, "asn_decides: needs asns");
    }
    if (!provider.isGateway()) {
      note(place, "asn_decides: only a gateway's network decides");
    }
    for (Long asn : provider.asns()) {
      if (files.sharedNetworks.contains(asn)) {
        note(place, "asn_decides: many share AS" + asn);
      }
      Provider before = gatewayNetworks.putIfAbsent(asn, provider);
      if (before != null) {
        note(place, "asn_decides: AS" + asn + " decides for " + before.id());
      }
    }
  }

  private void fileExamples(String place, Provider provider, @Nullable Map<String, String> byWord) {
    if (byWord == null || byWord.isEmpty()) {
      note(place, "missing examples");
      return;
    }
    byWord.forEach(
        (word, name) -> {
          Optional<Role> role = Role.of(word);
          if (role.isEmpty()) {
            note(place, "examples: unknown role " + word);
          } else if (CatalogueCheck.text(word, name) != null) {
            note(place, "examples: " + word + ": is empty");
          } else {
            examples.add(new Example(provider.id(), role.get(), name));
          }
        });
  }

  private void checkExamples() {
    for (Example e : examples) {
      Provider found = suffixes.get(e.role()).longest(e.name()).orElse(null);
      if (found == null || !found.id().equals(e.provider())) {
        String instead = found == null ? "nothing" : found.id();
        note(e.provider(), "examples: " + e.role().word() + ": " + e.name() + " is " + instead);
      }
    }
  }

  /** The values of a list without nulls; a list that is there but empty is a fault. */
  private <T> List<T> values(String place, String field, @Nullable List<T> list) {
    if (list == null) {
      return List.of();
    }
    List<T> values = list.stream().filter(Objects::nonNull).toList();
    if (list.isEmpty()) {
      note(place, field + ": an empty list");
    } else if (values.size() < list.size()) {
      note(place, field + ": an empty entry");
    }
    if (values.stream().distinct().count() < values.size()) {
      note(place, field + ": the same value twice");
    }
    return values;
  }

  private void note(String place, @Nullable String fault) {
    if (fault != null) {
      faults.add(place + ": " + fault);
    }
  }
}
