package nl.wolkenkaart.provider;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Who holds or passes an organisation's mail, each in its role, and under whose law. The axes stay
 * apart: the law of an operator, the place of the servers, and who else sees the mail. Pure.
 */
public final class Exposures {
  static final String RECEIVER = "receiver";
  static final String GATEWAY = "gateway";
  static final String BACKUP = "backup";
  static final String BACKEND = "backend";
  static final String POSSIBLE_BACKEND = "possible-backend";
  static final String SERVER = "server";
  static final String SENDER = "sender";
  static final String DMARC_REPORTS = "dmarc-reports";

  /** The value of a jurisdiction that is not known. */
  static final String UNKNOWN = "unknown";

  private static final String LESS_PREFERRED = "mx-less-preferred";
  private static final String SERVER_COUNTRY = "server-country";
  private static final int MOST_LINES = 3;

  /** Those without mail to receive. */
  public static final Set<String> NO_MAIL =
      Set.of(
          MailStatus.NO_MAIL_DECLARED,
          MailStatus.NO_MAIL_FOUND,
          MailStatus.NXDOMAIN,
          MailStatus.NO_DOMAIN);

  private final Attribution row;
  private final Catalogue catalogue;
  private final Map<String, Exposure> found = new LinkedHashMap<>();

  private Exposures(Attribution row, Catalogue catalogue) {
    this.row = row;
    this.catalogue = catalogue;
  }

  /**
   * The rows of one organisation, in the order of the table.
   *
   * @param catalogue with the owners of the day
   */
  public static List<Exposure> of(Attribution row, Catalogue catalogue) {
    Exposures exposures = new Exposures(row, catalogue);
    if (!NO_MAIL.contains(row.getStatus())) {
      exposures.receiving();
      exposures.keeping();
      exposures.place();
    }
    exposures.sending();
    return exposures.found.values().stream()
        .sorted(
            Comparator.comparing(Exposure::getRole)
                .thenComparing(Exposure::getOperator)
                .thenComparing(Exposure::getJurisdiction))
        .toList();
  }

  private void receiving() {
    if (row.getReceiverPossible().isEmpty()) {
      String role = row.getReceiverIsGateway() ? GATEWAY : RECEIVER;
      add(role, row.getReceiver(), row.getReceiverJurisdiction(), received(row.getReceiver()));
    }
    // Several share the lowest preference: each of them accepts mail.
    for (PossibleOperator one : row.getReceiverPossible()) {
      boolean filters =
          catalogue.provider(one.getOperator()).map(Provider::isGateway).orElse(false);
      add(
          filters ? GATEWAY : RECEIVER,
          one.getOperator(),
          one.getJurisdiction(),
          received(one.getOperator()));
    }
    Set<String> backups = new TreeSet<>();
    for (Evidence line : row.getEvidence()) {
      if (line.getRule().equals(LESS_PREFERRED) && line.getProvider() != null) {
        backups.add(line.getProvider());
      }
    }
    backups.remove(row.getReceiver());
    row.getReceiverPossible().forEach(one -> backups.remove(one.getOperator()));
    for (String operator : backups) {
      add(
          BACKUP,
          operator,
          law(operator),
          seen(line -> line.getRule().equals(LESS_PREFERRED) && is(line, operator)));
    }
  }

  private void keeping() {
    String backend = row.getBackend();
    add(
        BACKEND,
        backend,
        row.getBackendJurisdiction(),
        seen(line -> line.getRole().equals(Finding.BACKEND) && is(line, backend)));
    for (PossibleOperator one : row.getBackendPossible()) {
      add(
          POSSIBLE_BACKEND,
          one.getOperator(),
          one.getJurisdiction(),
          seen(line -> line.getPoints() > 0 && is(line, one.getOperator())));
    }
  }

  private void place() {
    List<String> evidence = seen(line -> line.getRule().equals(SERVER_COUNTRY));
    String country = row.getServerCountry();
    Exposure exposure =
        Exposure.newBuilder()
            .setOrganisationId(row.getOrganisationId())
            .setRole(SERVER)
            .setOperator(row.getReceiver())
            .setJurisdiction(country == null ? UNKNOWN : country)
            .setEvidence(evidence)
            .build();
    put(exposure);
  }

  private void sending() {
    for (String sender : row.getSenders()) {
      List<String> lines = seen(line -> line.getSignal().startsWith("spf") && is(line, sender));
      add(SENDER, sender, law(sender), lines.isEmpty() ? List.of("SPF record") : lines);
    }
    if (row.getPosture() != null) {
      for (String processor : row.getPosture().getDmarcReportProcessors()) {
        add(DMARC_REPORTS, processor, law(processor), List.of("rua of the DMARC record"));
      }
    }
  }

  private List<String> received(String operator) {
    return seen(
        line ->
            is(line, operator)
                && (line.getRole().equals(Finding.RECEIVER)
                    || (line.getSignal().equals("mx") && !line.getRule().equals(LESS_PREFERRED))));
  }

  private static boolean is(Evidence line, String operator) {
    return operator.equals(line.getProvider());
  }

  private List<String> seen(Predicate<Evidence> which) {
    return row.getEvidence().stream()
        .filter(which)
        .map(Evidence::getSeen)
        .distinct()
        .limit(MOST_LINES)
        .toList();
  }

  private @Nullable String law(String operator) {
    return catalogue.provider(operator).map(Provider::jurisdiction).orElse(null);
  }

  private void add(String role, String operator, @Nullable String law, List<String> evidence) {
    Company company = catalogue.provider(operator).map(Provider::company).orElse(null);
    String self = Operator.SELF.id();
    put(
        Exposure.newBuilder()
            .setOrganisationId(row.getOrganisationId())
            .setRole(role)
            .setOperator(operator)
            .setJurisdiction(law != null ? law : operator.equals(self) ? self : UNKNOWN)
            .setCompany(company == null ? null : company.id())
            .setParent(company == null ? null : company.ultimate())
            .setConfidence(company == null ? null : company.confidence())
            .setEvidence(new ArrayList<>(evidence))
            .build());
  }

  private void put(Exposure exposure) {
    found.putIfAbsent(
        exposure.getRole() + '\0' + exposure.getOperator() + '\0' + exposure.getJurisdiction(),
        exposure);
  }
}
