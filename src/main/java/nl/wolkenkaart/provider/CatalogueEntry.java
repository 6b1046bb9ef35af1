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
      @Nullable String country,
      @Nullable List<OfPeriod> ownership,
      @Nullable List<OfDeal> announced) {}

  /** Who held a company from one day until another. */
  record OfPeriod(
      @Nullable String from,
      @Nullable String fromIs,
      @Nullable String to,
      @Nullable String control,
      @Nullable String parent,
      @Nullable List<String> holders,
      @Nullable String source,
      @Nullable String date,
      @Nullable String confidence) {}

  /** A sale that was announced and has not, or not yet, made anybody the owner. */
  record OfDeal(
      @Nullable String buyer,
      @Nullable String announced,
      @Nullable String state,
      @Nullable String stateSince,
      @Nullable String source,
      @Nullable String date) {}

  /** An entry of laws.yaml. */
  record OfLaw(
      @Nullable String id,
      @Nullable String name,
      @Nullable String since,
      @Nullable String until,
      @Nullable Text reaches,
      @Nullable String source,
      @Nullable String date) {}

  /** An entry of jurisdictions.yaml. */
  record OfJurisdiction(
      @Nullable String country,
      @Nullable String bloc,
      @Nullable List<String> laws,
      @Nullable String source,
      @Nullable String date) {}

  /** An entry of service-risks.yaml. */
  record OfRisks(
      @Nullable String service,
      @Nullable List<Assessment> assessments,
      @Nullable List<Risk> risks,
      @Nullable List<Change> changes,
      @Nullable Text notVisible,
      @Nullable String source,
      @Nullable String date) {}

  /** A sentence in the two languages of the case sheet. */
  record Text(@Nullable String en, @Nullable String nl) {}

  /** A public assessment of a service. */
  record Assessment(
      @Nullable String title,
      @Nullable String author,
      @Nullable String publisher,
      @Nullable String source,
      @Nullable String date) {}

  /** A risk that an assessment names. */
  record Risk(
      @Nullable String id,
      @Nullable String level,
      @Nullable Text risk,
      @Nullable Text mitigation,
      @Nullable List<String> by,
      @Nullable String source,
      @Nullable String date) {}

  /** What changed in a service since. */
  record Change(
      @Nullable String when,
      @Nullable Text change,
      @Nullable String source,
      @Nullable String date) {}

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
