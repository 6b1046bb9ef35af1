package nl.wolkenkaart.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.wolkenkaart.provider.Scenario.Move;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What a scenario makes of an organisation's row. Pure; the row that is given stays as it is.
 *
 * <p>Who left is {@code unknown} as a receiver or a backend, since nobody knows where its customers
 * go, and is no longer among the senders. Whoever moves has its mailboxes at the other provider,
 * and is received there too where it was received by who ran its mailboxes; where those servers
 * stand is not known. Owners come last.
 */
public final class Supposition {
  private final Scenario scenario;
  private final Catalogue before;
  private final Catalogue after;

  /**
   * A scenario over a catalogue.
   *
   * @param catalogue with the owners as they are
   */
  public Supposition(Scenario scenario, Catalogue catalogue) {
    this.scenario = scenario;
    this.before = catalogue;
    this.after = catalogue.supposing(scenario.owners());
  }

  /** The catalogue with the owners that are supposed. */
  public Catalogue catalogue() {
    return after;
  }

  /**
   * The row as it would be.
   *
   * @param tenants Microsoft tenants that the organisation's DKIM names
   */
  public Attribution of(Attribution row, Set<String> tenants) {
    Attribution supposed = Attribution.newBuilder(row).build();
    scenario.moves().stream()
        .filter(move -> holds(move, row, tenants))
        .forEach(move -> move(supposed, move.to()));
    scenario.leaving().forEach(provider -> leave(supposed, provider));
    supposed.setReceiverJurisdiction(
        law(supposed.getReceiver(), supposed.getReceiverJurisdiction()));
    supposed.setBackendJurisdiction(law(supposed.getBackend(), supposed.getBackendJurisdiction()));
    supposed.setReceiverPossible(possible(supposed.getReceiverPossible()));
    supposed.setBackendPossible(possible(supposed.getBackendPossible()));
    return supposed;
  }

  private static boolean holds(Move move, Attribution row, Set<String> tenants) {
    return !isWithoutMail(row)
        && (move.sector() == null || move.sector().equals(row.getSector()))
        && (move.region() == null || move.region().equals(row.getRegion()))
        && (move.tenant() == null || tenants.contains(move.tenant()))
        && (move.backend() == null || move.backend().equals(row.getBackend()))
        && (move.receiver() == null || move.receiver().equals(row.getReceiver()))
        && (move.organisations().isEmpty()
            || move.organisations().contains(row.getOrganisationId()));
  }

  private static boolean isWithoutMail(Attribution row) {
    return Exposures.NO_MAIL.contains(row.getStatus())
        || row.getStatus().equals(MailStatus.LOOKUP_FAILED);
  }

  private void move(Attribution row, String to) {
    Provider provider = before.provider(to).orElse(null);
    boolean filters = provider != null && provider.isGateway();
    String backend = row.getBackend();
    boolean receivedThere =
        row.getReceiver().equals(backend) && row.getReceiverPossible().isEmpty();
    if (filters || receivedThere) {
      row.setReceiver(to);
      row.setReceiverIsGateway(filters);
      row.setReceiverJurisdiction(provider == null ? null : provider.jurisdiction());
      row.setReceiverPossible(new ArrayList<>());
      row.setServerCountry(null);
      row.setHosting(to.equals(Operator.SELF.id()) ? Hosting.OWN_NAME : Hosting.OUTSOURCED);
    }
    if (!filters) {
      withoutServicesOf(row, backend);
      row.setBackend(to);
      row.setBackendJurisdiction(provider == null ? null : provider.jurisdiction());
      row.setBackendPossible(new ArrayList<>());
      row.setStatus(MailStatus.OK);
      row.setBackendConfidence(Confidence.MEDIUM);
    }
  }

  /** Services that only the backend shows are gone with it; others, such as Teams, stay. */
  private void withoutServicesOf(Attribution row, String backend) {
    row.setServices(
        row.getServices().stream()
            .filter(
                seen ->
                    before.services().stream()
                        .filter(service -> service.id().equals(seen.getService()))
                        .flatMap(service -> service.signs().stream())
                        .noneMatch(
                            sign ->
                                sign.sees() == CloudService.Sees.BACKEND
                                    && sign.providers().contains(backend)))
            .toList());
  }

  private void leave(Attribution row, String provider) {
    String unknown = Operator.UNKNOWN.id();
    if (row.getReceiver().equals(provider)) {
      row.setReceiver(unknown);
      row.setReceiverIsGateway(false);
      row.setReceiverJurisdiction(null);
      row.setServerCountry(null);
    }
    if (row.getBackend().equals(provider)) {
      withoutServicesOf(row, provider);
      row.setBackend(unknown);
      row.setBackendJurisdiction(null);
      row.setBackendConfidence(Confidence.UNKNOWN);
      if (row.getStatus().equals(MailStatus.OK)) {
        row.setStatus(MailStatus.UNKNOWN_BACKEND);
      }
    }
    row.setReceiverPossible(without(row.getReceiverPossible(), provider));
    row.setBackendPossible(without(row.getBackendPossible(), provider));
    row.setSenders(row.getSenders().stream().filter(sender -> !sender.equals(provider)).toList());
    row.setEvidence(
        row.getEvidence().stream().filter(line -> !provider.equals(line.getProvider())).toList());
    Posture posture = row.getPosture();
    if (posture != null) {
      posture.setDmarcReportProcessors(
          posture.getDmarcReportProcessors().stream().filter(p -> !p.equals(provider)).toList());
    }
  }

  private static List<PossibleOperator> without(List<PossibleOperator> from, String provider) {
    return from.stream().filter(one -> !one.getOperator().equals(provider)).toList();
  }

  private List<PossibleOperator> possible(List<PossibleOperator> possible) {
    return possible.stream()
        .map(
            one ->
                new PossibleOperator(
                    one.getOperator(), law(one.getOperator(), one.getJurisdiction())))
        .toList();
  }

  /** The law that is supposed, where the row's is the catalogue's and not a correction's. */
  private @Nullable String law(String operator, @Nullable String now) {
    Provider as = before.provider(operator).orElse(null);
    Provider supposed = after.provider(operator).orElse(null);
    if (as == null || supposed == null || !Objects.equals(as.jurisdiction(), now)) {
      return now;
    }
    return supposed.jurisdiction();
  }
}
