package nl.wolkenkaart.provider;

import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What one file of the catalogue says, before anything of it is believed. Any field may be null.
 */
final class CatalogueEntry {
  private CatalogueEntry() {}

  /** An entry of companies.yaml. */
  record OfCompany(
      @Nullable String id,
      @Nullable String name,
      @Nullable String jurisdiction,
      @Nullable String source,
      @Nullable String seen) {}

  /** An entry of a file of providers. */
  record OfProvider(
      @Nullable String id,
      @Nullable String name,
      @Nullable String company,
      @Nullable String kind,
      @Nullable Map<String, List<String>> suffixes,
      @Nullable List<Long> asns,
      @Nullable Boolean asnDecides,
      @Nullable List<String> ranges,
      @Nullable List<String> tokens,
      @Nullable String source,
      @Nullable String seen,
      @Nullable Map<String, String> examples) {}

  /** An entry of services.yaml. */
  record OfService(
      @Nullable String id,
      @Nullable String name,
      @Nullable String company,
      @Nullable List<OfSign> signs,
      @Nullable String source,
      @Nullable String seen) {}

  /** A sign of a service. */
  record OfSign(
      @Nullable String level,
      @Nullable List<String> questions,
      @Nullable List<String> suffixes,
      @Nullable List<String> tokens,
      @Nullable List<String> spf,
      @Nullable List<String> mx,
      @Nullable List<String> backend,
      @Nullable List<String> dns,
      @Nullable List<String> web,
      @Nullable List<Long> mailNetworks,
      @Nullable List<Long> webNetworks,
      @Nullable Boolean tenant,
      @Nullable List<String> tenantQuestions,
      @Nullable String example) {}

  /** An entry and the file it stands in. */
  record Placed<T>(String file, T entry) {}

  /** An example of a name that must lead to a provider. */
  record Example(String provider, Role role, String name) {}
}
