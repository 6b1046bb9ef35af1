package nl.wolkenkaart.provider;

import java.util.Map;
import java.util.TreeMap;
import nl.wolkenkaart.directory.DomainChoice;
import nl.wolkenkaart.directory.DomainChoice.Mail;
import nl.wolkenkaart.directory.Organisation;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Gives organisations that may have several domains the one that {@link DomainChoice} chooses. */
final class ChooseDomainFn
    extends DoFn<
        KV<String, Iterable<KV<Organisation, DomainAttribution>>>,
        KV<Organisation, DomainAttribution>> {
  private static final long serialVersionUID = 1;

  @ProcessElement
  public void choose(
      @Element KV<String, Iterable<KV<Organisation, DomainAttribution>>> bucket,
      OutputReceiver<KV<Organisation, DomainAttribution>> out) {
    Map<String, Organisation> organisations = new TreeMap<>();
    Map<String, Map<String, DomainAttribution>> found = new TreeMap<>();
    for (KV<Organisation, DomainAttribution> pair : bucket.getValue()) {
      String id = pair.getKey().getOrganisationId();
      organisations.put(id, pair.getKey());
      found
          .computeIfAbsent(id, i -> new TreeMap<>())
          .put(pair.getValue().getDomain(), pair.getValue());
    }
    organisations.forEach(
        (id, organisation) -> {
          Map<String, DomainAttribution> domains = found.get(id);
          Organisation settled =
              DomainChoice.settle(organisation, domain -> mail(domains.get(domain).getStatus()));
          out.output(KV.of(settled, domains.get(settled.getDomain())));
        });
  }

  /** Whether a domain with a status receives mail. */
  static Mail mail(String status) {
    return switch (status) {
      case MailStatus.OK, MailStatus.UNKNOWN_BACKEND, MailStatus.CONFLICT -> Mail.MX;
      case MailStatus.IMPLICIT_MX, MailStatus.LOOKUP_FAILED -> Mail.NOT_KNOWN;
      default -> Mail.NONE;
    };
  }
}
