package nl.wolkenkaart.provider;

import java.util.List;
import nl.wolkenkaart.directory.Organisation;

/** Makes the rows of the tables of attributions, services and tenants. */
final class Attributions {
  private Attributions() {}

  /** The row of an organisation. */
  static Attribution of(Organisation organisation, DomainAttribution domain) {
    return Attribution.newBuilder()
        .setOrganisationId(organisation.getOrganisationId())
        .setOrganisationName(organisation.getOrganisationName())
        .setSector(organisation.getSector())
        .setRegion(organisation.getRegion())
        .setCountry(organisation.getCountry())
        .setDomain(organisation.getDomain())
        .setStatus(domain.getStatus())
        .setReceiver(domain.getReceiver())
        .setReceiverIsGateway(domain.getReceiverIsGateway())
        .setReceiverJurisdiction(domain.getReceiverJurisdiction())
        .setBackend(domain.getBackend())
        .setBackendConfidence(domain.getBackendConfidence())
        .setBackendJurisdiction(domain.getBackendJurisdiction())
        .setServerCountry(domain.getServerCountry())
        .setHosting(domain.getHosting())
        .setHybridPossible(domain.getHybridPossible())
        .setRule(domain.getRule())
        .setEvidence(domain.getEvidence())
        .setReceiverNetworks(domain.getReceiverNetworks())
        .setReceiverPossible(domain.getReceiverPossible())
        .setBackendPossible(domain.getBackendPossible())
        .setDnsProvider(domain.getDnsProvider())
        .setWebProvider(domain.getWebProvider())
        .setSenders(domain.getSenders())
        .setPosture(domain.getPosture())
        .setServices(
            domain.getServices().stream()
                .map(service -> new ServiceLevel(service.getService(), service.getLevel()))
                .toList())
        .setPopulation(organisation.getPopulation())
        .build();
  }

  /** The rows of an organisation's services. */
  static List<Service> services(Organisation organisation, DomainAttribution domain) {
    return domain.getServices().stream()
        .map(
            found ->
                new Service(
                    organisation.getOrganisationId(),
                    organisation.getDomain(),
                    found.getService(),
                    found.getCompany(),
                    found.getJurisdiction(),
                    found.getLevel(),
                    found.getEvidence()))
        .toList();
  }

  /** The rows of the tenants that an organisation is in. */
  static List<Tenant> tenants(Organisation organisation, DomainAttribution domain) {
    return domain.getTenants().stream()
        .map(
            tenant ->
                new Tenant(tenant, organisation.getOrganisationId(), organisation.getDomain()))
        .toList();
  }

  /** What can be said of an organisation without a domain: nothing, and nothing failed. */
  static DomainAttribution noDomain() {
    return nothing("", MailStatus.NO_DOMAIN, Operator.NONE.id(), Rules.NO_DOMAIN);
  }

  /**
   * What can be said of a domain that the observations do not hold: nothing, and that is a failure.
   */
  static DomainAttribution notObserved(String domain) {
    return nothing(domain, MailStatus.LOOKUP_FAILED, Operator.UNKNOWN.id(), Rules.NOT_OBSERVED);
  }

  private static DomainAttribution nothing(
      String domain, String status, String operator, String rule) {
    return DomainAttribution.newBuilder()
        .setDomain(domain)
        .setStatus(status)
        .setReceiver(operator)
        .setReceiverIsGateway(false)
        .setBackend(operator)
        .setBackendConfidence(Confidence.UNKNOWN)
        .setHosting(Hosting.NONE)
        .setHybridPossible(false)
        .setRule(rule)
        .setEvidence(List.of())
        .build();
  }
}
