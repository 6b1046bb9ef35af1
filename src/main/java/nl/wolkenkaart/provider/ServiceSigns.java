package nl.wolkenkaart.provider;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.wolkenkaart.lookup.TextRecord;
import nl.wolkenkaart.observation.ObservedAnswer;
import nl.wolkenkaart.provider.CloudService.Level;
import nl.wolkenkaart.provider.CloudService.Sign;

/** Finds the catalogue's services in what was seen of one domain. */
final class ServiceSigns {
  private static final String CONTROL_ABSENT = "sharepoint-control-absent";
  private static final String CONTROL_PRESENT = "sharepoint-control-present";

  /** Lines of evidence kept for each service. */
  private static final int MOST_LINES = 10;

  private final DomainFacts facts;
  private final List<String> texts;
  private final boolean tenantNamesTell;

  private ServiceSigns(DomainFacts facts) {
    this.facts = facts;
    this.texts =
        Answered.data(facts.index().one("txt")).stream().map(TextRecord::join).sorted().toList();
    this.tenantNamesTell = controlsBehave();
  }

  /** The services seen, by identifier; their evidence strongest first. */
  static List<DetectedService> of(DomainFacts facts, List<CloudService> services) {
    ServiceSigns signs = new ServiceSigns(facts);
    List<DetectedService> detected = new ArrayList<>();
    for (CloudService service : services) {
      signs.detect(service).ifPresent(detected::add);
    }
    return detected;
  }

  private Optional<DetectedService> detect(CloudService service) {
    Map<Level, Set<String>> seen = new EnumMap<>(Level.class);
    for (Sign sign : service.signs()) {
      Optional<Level> level = Optional.ofNullable(sign.level()).or(() -> backendLevel(sign));
      if (level.isPresent()) {
        List<String> lines = lines(sign);
        if (!lines.isEmpty()) {
          seen.computeIfAbsent(level.get(), l -> new TreeSet<>()).addAll(lines);
        }
      }
    }
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    List<String> evidence =
        seen.values().stream()
            .flatMap(Set::stream)
            .map(Finding::printable)
            .distinct()
            .limit(MOST_LINES)
            .toList();
    return Optional.of(
        new DetectedService(
            service.id(),
            service.company().id(),
            service.company().jurisdiction(),
            seen.keySet().iterator().next().word(),
            evidence));
  }

  private List<String> lines(Sign sign) {
    return switch (sign.sees()) {
      case RECORD -> records(sign);
      case TOKENS -> texts.stream().filter(sign::matchesText).map(text -> "TXT " + text).toList();
      case SPF ->
          facts.signals().spf().senders().stream()
              .filter(sign.providers()::contains)
              .map(sender -> "SPF names " + sender)
              .toList();
      case MX ->
          facts.receiver().findings().stream()
              .filter(f -> f.role().equals(Finding.RECEIVER))
              .filter(f -> sign.providers().contains(String.valueOf(f.provider())))
              .map(Finding::seen)
              .toList();
      case BACKEND -> backend(sign);
      case DNS ->
          facts.nameServers().operators().entrySet().stream()
              .filter(entry -> sign.providers().contains(entry.getValue()))
              .map(entry -> "NS " + entry.getKey())
              .toList();
      case WEB -> {
        Provider web = facts.website().provider();
        yield web != null && sign.providers().contains(web.id())
            ? List.of(String.join(" CNAME ", facts.website().names()))
            : List.of();
      }
      case MAIL_NETWORKS -> mailNetworks(sign);
      case WEB_NETWORKS ->
          facts.website().numbers(facts.networks()).stream()
              .filter(sign.networks()::contains)
              .map(number -> facts.website().names().get(0) + inNetwork(number))
              .toList();
      case TENANT ->
          facts.signals().dkim().tenants().stream()
              .map(tenant -> "DKIM names the tenant " + tenant)
              .toList();
      case TENANT_QUESTIONS -> tenantNames(sign);
    };
  }

  private List<String> records(Sign sign) {
    List<String> lines = new ArrayList<>();
    for (String question : sign.questions()) {
      Optional<ObservedAnswer> answer = facts.index().one(question);
      if (answer.isEmpty()) {
        continue;
      }
      List<String> names = new ArrayList<>(Wildcards.targets(answer.get()));
      boolean service = answer.get().getType().equals("SRV");
      if (service) {
        Answered.data(answer).forEach(data -> names.add(data.substring(data.lastIndexOf(' ') + 1)));
      }
      // The controls ask for addresses: they explain a CNAME, and nothing that SRV itself says.
      boolean controlled = !service || !answer.get().getChain().isEmpty();
      if (names.stream().anyMatch(sign::matchesName)
          && (!controlled
              || facts.wildcards().of(answer.get(), Wildcards.BELOW_DOMAIN)
                  == Wildcards.Verdict.OWN)) {
        lines.add(
            answer.get().getName() + (service ? " SRV " : " CNAME ") + String.join(", ", names));
      }
    }
    return lines;
  }

  private Optional<Level> backendLevel(Sign sign) {
    String backend = facts.backend().operator().id();
    if (sign.providers().contains(backend)) {
      return Optional.of(
          facts.backend().confidence().equals(Confidence.MEDIUM) ? Level.LIKELY : Level.PROVEN);
    }
    return facts.backendPossible().stream()
            .anyMatch(p -> sign.providers().contains(p.getOperator()))
        ? Optional.of(Level.HINT)
        : Optional.empty();
  }

  private List<String> backend(Sign sign) {
    return facts.findings().stream()
        .filter(f -> f.points() > 0 && sign.providers().contains(String.valueOf(f.provider())))
        .map(Finding::seen)
        .toList();
  }

  private List<String> mailNetworks(Sign sign) {
    List<String> lines = new ArrayList<>();
    for (MailHost host : facts.hosts()) {
      if (facts.own().owns(host.lastName())) {
        host.addresses().stream()
            .flatMap(address -> facts.networks().numbers(address).stream())
            .filter(sign.networks()::contains)
            .forEach(number -> lines.add("MX " + host + inNetwork(number)));
      }
    }
    return lines;
  }

  private String inNetwork(long number) {
    return " in AS" + number + " " + facts.networks().name(number);
  }

  private List<String> tenantNames(Sign sign) {
    List<String> lines = new ArrayList<>();
    if (!tenantNamesTell) {
      return lines;
    }
    for (String question : sign.questions()) {
      for (ObservedAnswer answer : facts.index().all(question)) {
        int dot = answer.getName().indexOf('.');
        String label = dot < 0 ? "" : answer.getName().substring(0, dot);
        boolean ownTenant =
            facts.signals().dkim().tenants().stream()
                .anyMatch(tenant -> label.equals(tenant) || label.equals(tenant + "-my"));
        if (ownTenant && exists(answer)) {
          lines.add(answer.getName() + " exists, and DKIM names that tenant");
        }
      }
    }
    return lines;
  }

  private boolean controlsBehave() {
    List<ObservedAnswer> absent = facts.index().all(CONTROL_ABSENT);
    List<ObservedAnswer> present = facts.index().all(CONTROL_PRESENT);
    return !absent.isEmpty()
        && !present.isEmpty()
        && absent.stream().allMatch(ServiceSigns::isAbsent)
        && present.stream().allMatch(ServiceSigns::exists);
  }

  private static boolean isAbsent(ObservedAnswer answer) {
    return answer.getStatus().equals(Answered.NXDOMAIN) && answer.getChain().isEmpty();
  }

  private static boolean exists(ObservedAnswer answer) {
    return answer.getStatus().equals(Answered.NOERROR) && !answer.getRecords().isEmpty();
  }
}
