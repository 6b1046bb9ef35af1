package nl.wolkenkaart.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A row after its correction. What a claim implies changes with it: jurisdictions and hosting go
 * with the operator; a backend that is claimed is known, so the row is no longer undecided, and its
 * confidence is {@code high}, for certain is only what DNS shows twice.
 */
final class CorrectionResult {
  private static final String NONE = Operator.NONE.id();
  private static final String UNKNOWN = Operator.UNKNOWN.id();
  private static final String SELF = Operator.SELF.id();

  private final Correction correction;
  private final DomainAttribution found;
  private final Catalogue catalogue;

  CorrectionResult(Correction correction, DomainAttribution found, Catalogue catalogue) {
    this.correction = correction;
    this.found = found;
    this.catalogue = catalogue;
  }

  DomainAttribution get() {
    String status = correction.status();
    boolean noMail = status != null && CorrectionCheck.WITHOUT_MAIL.contains(status);
    String receiver = noMail ? NONE : orElse(correction.receiver(), found.getReceiver());
    String backend = noMail ? NONE : orElse(correction.backend(), found.getBackend());
    if (!noMail) {
      // A row without mail of which somebody says who runs it has mail, and the rest is not known.
      receiver = receiver.equals(NONE) ? UNKNOWN : receiver;
      backend = backend.equals(NONE) ? UNKNOWN : backend;
    }
    List<Evidence> evidence = new ArrayList<>(correction.evidence(found));
    evidence.addAll(found.getEvidence());
    return DomainAttribution.newBuilder(found)
        .setStatus(status != null ? status : impliedStatus(backend))
        .setReceiver(receiver)
        .setReceiverIsGateway(provider(receiver).filter(Provider::isGateway).isPresent())
        .setReceiverJurisdiction(provider(receiver).map(Provider::jurisdiction).orElse(null))
        .setBackend(backend)
        .setBackendConfidence(confidence(backend))
        .setBackendJurisdiction(provider(backend).map(Provider::jurisdiction).orElse(null))
        .setServerCountry(receiver.equals(found.getReceiver()) ? found.getServerCountry() : null)
        .setHosting(hosting(receiver))
        .setHybridPossible(!noMail && found.getHybridPossible())
        .setRule(rule())
        .setEvidence(evidence)
        .build();
  }

  private static String orElse(String claimed, String foundValue) {
    return claimed != null ? claimed : foundValue;
  }

  private String rule() {
    return found.getRule().startsWith(Corrections.CORRECTED)
        ? found.getRule()
        : Corrections.CORRECTED + found.getRule();
  }

  private String impliedStatus(String backend) {
    String before = found.getStatus();
    boolean hadMail =
        before.equals(MailStatus.IMPLICIT_MX)
            || (before.equals(MailStatus.CONFLICT) && correction.backend() == null);
    if (hadMail) {
      return before;
    }
    if (!backend.equals(UNKNOWN)) {
      return MailStatus.OK;
    }
    return before.equals(MailStatus.LOOKUP_FAILED) && correction.backend() == null
        ? before
        : MailStatus.UNKNOWN_BACKEND;
  }

  private String confidence(String backend) {
    if (backend.equals(UNKNOWN) || backend.equals(NONE)) {
      return Confidence.UNKNOWN;
    }
    return correction.backend() == null ? found.getBackendConfidence() : Confidence.HIGH;
  }

  private String hosting(String receiver) {
    if (receiver.equals(found.getReceiver())) {
      return found.getHosting();
    }
    if (receiver.equals(NONE) || receiver.equals(UNKNOWN)) {
      return Hosting.NONE;
    }
    if (receiver.equals(SELF)) {
      return Hosting.OWN_NAME;
    }
    boolean shared = provider(receiver).filter(p -> p.kind() == Kind.PUBLIC_SHARED_IT).isPresent();
    return shared ? Hosting.SHARED_IT : Hosting.OUTSOURCED;
  }

  private Optional<Provider> provider(String id) {
    return catalogue.provider(id);
  }
}
