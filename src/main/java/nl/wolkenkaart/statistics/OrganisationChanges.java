package nl.wolkenkaart.statistics;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.MailStatus;
import nl.wolkenkaart.provider.Service;
import org.checkerframework.checker.nullness.qual.Nullable;

/** The rows of the changes that one organisation gives. */
final class OrganisationChanges {
  private final boolean sameAddresses;
  private final Consumer<Change> out;

  /**
   * @param sameAddresses whether both runs had the same table of addresses, or none
   */
  OrganisationChanges(boolean sameAddresses, Consumer<Change> out) {
    this.sameAddresses = sameAddresses;
    this.out = out;
  }

  /** An organisation that only the later run has. */
  void appeared(ComparedOrganisation after) {
    for (ChangeAxis axis : ChangeAxis.values()) {
      String to = axis.of(after.row());
      if (axis.isEachOnce() && to != null) {
        emit(after.row(), axis, ChangeKind.APPEARED, null, after.row());
      }
    }
  }

  /** An organisation that only the earlier run has. */
  void gone(ComparedOrganisation before) {
    for (ChangeAxis axis : ChangeAxis.values()) {
      if (axis.isEachOnce() && axis.of(before.row()) != null) {
        emit(before.row(), axis, ChangeKind.GONE, before.row(), null);
      }
    }
  }

  /**
   * What other rules alone change.
   *
   * @param kind which rules
   * @param again the same observations, classified by them
   */
  void classifiedAgain(String kind, ComparedOrganisation before, ComparedOrganisation again) {
    for (ChangeAxis axis : ChangeAxis.values()) {
      if (!Objects.equals(axis.of(before.row()), axis.of(again.row()))) {
        emit(before.row(), axis, kind, before.row(), again.row());
      }
    }
    Step step = new Step(before, again);
    step.services((from, to) -> kind, false, before.row());
    step.tenants((from, to) -> kind, before.row());
  }

  /** What differs between two runs with one catalogue. */
  void kept(ComparedOrganisation before, ComparedOrganisation after) {
    Attribution was = before.row();
    Attribution is = after.row();
    boolean sameDomain = Objects.equals(was.getDomain(), is.getDomain());
    boolean answered = !isFailed(was) && !isFailed(is);
    for (ChangeAxis axis : ChangeAxis.values()) {
      String from = axis.of(was);
      String to = axis.of(is);
      if (!Objects.equals(from, to)) {
        emit(is, axis, kind(axis, from, to, sameDomain), was, is);
      } else if ((axis == ChangeAxis.RECEIVER || axis == ChangeAxis.BACKEND)
          && sameDomain
          && answered
          && ComparedEvidence.differs(axis, was, is)) {
        emit(is, axis, ChangeKind.EVIDENCE_CHANGED, was, is);
      }
    }
    Kinds kinds =
        (from, to) ->
            sameDomain ? ChangeKind.of(from == null, to == null) : ChangeKind.LIST_CHANGED;
    Step step = new Step(before, after);
    step.services(kinds, sameDomain && answered, is);
    step.tenants(kinds, is);
  }

  private static boolean isFailed(Attribution row) {
    return row.getStatus().equals(MailStatus.LOOKUP_FAILED);
  }

  private String kind(
      ChangeAxis axis, @Nullable String from, @Nullable String to, boolean sameDomain) {
    if (!sameDomain || axis == ChangeAxis.SECTOR) {
      return ChangeKind.LIST_CHANGED;
    }
    return axis == ChangeAxis.SERVER_COUNTRY && !sameAddresses
        ? ChangeKind.TABLE_CHANGED
        : ChangeKind.of(axis, from, to);
  }

  private void emit(
      Attribution of,
      ChangeAxis axis,
      String kind,
      @Nullable Attribution before,
      @Nullable Attribution after) {
    out.accept(
        row(of, axis.word(), "", kind, before, after)
            .setFrom(before == null ? null : axis.of(before))
            .setTo(after == null ? null : axis.of(after))
            .setEvidenceBefore(before == null ? List.of() : ComparedEvidence.text(axis, before))
            .setEvidenceAfter(after == null ? List.of() : ComparedEvidence.text(axis, after))
            .build());
  }

  private static Change.Builder row(
      Attribution of,
      String axis,
      String item,
      String kind,
      @Nullable Attribution before,
      @Nullable Attribution after) {
    return Change.newBuilder()
        .setOrganisationId(of.getOrganisationId())
        .setOrganisationName(of.getOrganisationName())
        .setSector(of.getSector())
        .setRegion(of.getRegion())
        .setAxis(axis)
        .setItem(item)
        .setKind(kind)
        .setRuleBefore(before == null ? null : before.getRule())
        .setRuleAfter(after == null ? null : after.getRule());
  }

  /** The kind of a change from a value, or none, to another, or none. */
  @FunctionalInterface
  private interface Kinds {
    String of(@Nullable String from, @Nullable String to);
  }

  /** From one finding about an organisation to another: what it has several of. */
  private final class Step {
    private final ComparedOrganisation before;
    private final ComparedOrganisation after;

    Step(ComparedOrganisation before, ComparedOrganisation after) {
      this.before = before;
      this.after = after;
    }

    void services(Kinds kinds, boolean withEvidence, Attribution of) {
      Set<String> all = new TreeSet<>(Utf8Order.UTF8_ORDER);
      all.addAll(before.services().keySet());
      all.addAll(after.services().keySet());
      for (String service : all) {
        Service was = before.services().get(service);
        Service is = after.services().get(service);
        String from = was == null ? null : was.getLevel();
        String to = is == null ? null : is.getLevel();
        if (!Objects.equals(from, to)) {
          emit(of, service, kinds.of(from, to), was, is);
        } else if (withEvidence && was != null && is != null && !same(was, is)) {
          emit(of, service, ChangeKind.EVIDENCE_CHANGED, was, is);
        }
      }
    }

    private boolean same(Service was, Service is) {
      return new HashSet<>(was.getEvidence()).equals(new HashSet<>(is.getEvidence()));
    }

    private void emit(
        Attribution of, String service, String kind, @Nullable Service was, @Nullable Service is) {
      out.accept(
          row(of, ChangeAxis.SERVICE, service, kind, before.row(), after.row())
              .setFrom(was == null ? null : was.getLevel())
              .setTo(is == null ? null : is.getLevel())
              .setEvidenceBefore(was == null ? List.of() : was.getEvidence())
              .setEvidenceAfter(is == null ? List.of() : is.getEvidence())
              .build());
    }

    void tenants(Kinds kinds, Attribution of) {
      Set<String> all = new TreeSet<>(Utf8Order.UTF8_ORDER);
      all.addAll(before.tenants());
      all.addAll(after.tenants());
      for (String tenant : all) {
        String from = before.tenants().contains(tenant) ? tenant : null;
        String to = after.tenants().contains(tenant) ? tenant : null;
        if (!Objects.equals(from, to)) {
          out.accept(
              row(of, ChangeAxis.TENANT, tenant, kinds.of(from, to), before.row(), after.row())
                  .setFrom(from)
                  .setTo(to)
                  .setEvidenceBefore(List.of())
                  .setEvidenceAfter(List.of())
                  .build());
        }
      }
    }
  }
}
