package nl.wolkenkaart.web;

import java.util.List;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.MailStatus;
import nl.wolkenkaart.provider.PossibleOperator;
import nl.wolkenkaart.provider.Posture;
import nl.wolkenkaart.statistics.CodeLists;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What the pictures and the search need of one organisation; its evidence stays on disk.
 *
 * @param hasShare whether it is part of the denominator: it has mail, and the lookup succeeded
 * @param receiverConflict whether several operators share the lowest preference
 * @param receiverMayBeUs whether one of these stands under US jurisdiction
 * @param usLaw how sure it is that US law can reach the company with the mailboxes
 */
record OrganisationRow(
    String id,
    String name,
    String sector,
    @Nullable String region,
    @Nullable String domain,
    String status,
    boolean hasShare,
    String receiver,
    boolean receiverIsGateway,
    @Nullable String receiverLaw,
    boolean receiverConflict,
    boolean receiverMayBeUs,
    String backend,
    String confidence,
    @Nullable String backendLaw,
    @Nullable String serverCountry,
    String hosting,
    UsLaw usLaw,
    @Nullable Posture posture) {

  /** Where an organisation stands in the range of the US share. */
  enum UsLaw {
    /** In none of the three numbers. */
    NO('0'),
    /** In the high one: undecided, and what weighs too little points to such a company. */
    POSSIBLE('1'),
    /** In the share and the high one. */
    YES('2'),
    /** In all three: the first mail server says the same. */
    PLAIN('3');

    private final char code;

    UsLaw(char code) {
      this.code = code;
    }

    /** Its letter for the page's script: the later, the surer. */
    char code() {
      return code;
    }
  }

  static OrganisationRow of(Attribution row) {
    boolean hasShare = !CodeLists.WITHOUT_SHARE.contains(row.getStatus());
    return new OrganisationRow(
        row.getOrganisationId(),
        row.getOrganisationName(),
        row.getSector(),
        row.getRegion(),
        row.getDomain(),
        row.getStatus(),
        hasShare,
        row.getReceiver(),
        row.getReceiverIsGateway(),
        row.getReceiverJurisdiction(),
        !row.getReceiverPossible().isEmpty(),
        names(row.getReceiverPossible()),
        row.getBackend(),
        row.getBackendConfidence(),
        row.getBackendJurisdiction(),
        row.getServerCountry(),
        row.getHosting(),
        hasShare ? usLaw(row) : UsLaw.NO,
        row.getPosture());
  }

  private static UsLaw usLaw(Attribution row) {
    boolean us = Groups.US.equals(row.getBackendJurisdiction());
    boolean conflict = row.getStatus().equals(MailStatus.CONFLICT);
    if (us && !conflict) {
      return Groups.US.equals(row.getReceiverJurisdiction()) ? UsLaw.PLAIN : UsLaw.YES;
    }
    return us || names(row.getBackendPossible()) ? UsLaw.POSSIBLE : UsLaw.NO;
  }

  private static boolean names(List<PossibleOperator> possible) {
    return possible.stream().anyMatch(one -> Groups.US.equals(one.getJurisdiction()));
  }

  /** The group of whoever accepts the mail first. */
  Group receiverGroup(Groups groups) {
    return receiverConflict ? Group.CONFLICT : groups.of(receiver, receiverLaw);
  }

  /** The group of whoever runs the mailboxes. */
  Group backendGroup(Groups groups) {
    return status.equals(MailStatus.CONFLICT) ? Group.CONFLICT : groups.of(backend, backendLaw);
  }
}
