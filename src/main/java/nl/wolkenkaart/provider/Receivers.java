package nl.wolkenkaart.provider;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.wolkenkaart.directory.RegistrableDomain;

/**
 * Names the operator of each mail host. A host's name decides before its network:
 *
 * <ol>
 *   <li>The longest suffix of the catalogue that the name ends in, or a name that a CNAME leads to.
 *   <li>A name under the organisation's own registrable domain: {@code self}. The same for a name
 *       of a shared IT organisation that is this very organisation.
 *   <li>For own names and those of shared IT: the gateway to which the network of all known
 *       addresses belongs alone. A host whose network is not known goes with the others under the
 *       same registrable domain.
 *   <li>Else {@code other:} with the registrable domain of the last name.
 * </ol>
 */
final class Receivers {
  private static final int OWN_POINTS = 15;

  private final Catalogue catalogue;
  private final Hosting hosting;

  Receivers(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.hosting = new Hosting(catalogue);
  }

  /** The receiver of a domain with these mail hosts, of which there is at least one. */
  Receiver of(MailHosts hosts, OwnNames own, Networks networks) {
    Map<MailHost, Operator> byName = new LinkedHashMap<>();
    hosts.hosts().forEach(host -> byName.put(host, byName(host, own)));
    Map<MailHost, Operator> byNetwork = byNetwork(byName, networks);
    List<MailHost> first = hosts.mostPreferred();
    Map<String, Operator> operators = new TreeMap<>();
    Set<String> places = new TreeSet<>();
    Set<Long> numbers = new TreeSet<>();
    boolean failed = false;
    for (MailHost host : first) {
      Operator operator = byNetwork.getOrDefault(host, byName.get(host));
      operators.put(operator.id(), operator);
      numbers.addAll(numbers(host, networks));
      places.add(hosting.of(host, operator, own, networks));
      failed |= !byNetwork.containsKey(host) && isHidden(operator) && failed(host, networks);
    }
    boolean several = operators.size() > 1;
    Operator operator = several ? Operator.UNKNOWN : operators.values().iterator().next();
    List<Finding> findings = new ArrayList<>();
    Map<String, Provider> backups = new TreeMap<>();
    byName.forEach(
        (host, named) -> {
          Operator runs = byNetwork.getOrDefault(host, named);
          boolean preferred = first.contains(host);
          findings.add(preferred ? first(host, named) : later(host, named, operators));
          if (byNetwork.containsKey(host)) {
            findings.add(network(host, runs, networks));
          } else if (isHidden(named) && preferred) {
            findings.addAll(networkNotes(host, networks));
          }
          if (!preferred && isBackup(named, operators)) {
            backups.put(named.id(), named.provider());
          }
        });
    return new Receiver(
        operator,
        List.copyOf(operators.values()),
        first.get(0).name(),
        List.copyOf(backups.values()),
        numbers,
        failed,
        places.size() == 1 ? places.iterator().next() : Hosting.OUTSOURCED,
        List.copyOf(findings));
  }

  private Operator byName(MailHost host, OwnNames own) {
    Optional<Provider> provider = catalogue.match(Role.MX, host.name());
    for (int i = host.chain().size() - 1; i >= 0 && provider.isEmpty(); i--) {
      provider = catalogue.match(Role.MX, host.chain().get(i));
    }
    boolean ownName = own.owns(host.lastName());
    if (provider.isPresent() && !(ownName && provider.get().kind() == Kind.PUBLIC_SHARED_IT)) {
      return Operator.of(provider.get());
    }
    return ownName ? Operator.SELF : Operator.other(host.lastName());
  }

  /** Whether an operator's name may be in front of a gateway of somebody else's. */
  private static boolean isHidden(Operator named) {
    return named.isSelf() || named.isSharedIt();
  }

  /** The hosts whose network belongs to a gateway, and that gateway. */
  private Map<MailHost, Operator> byNetwork(Map<MailHost, Operator> byName, Networks networks) {
    Map<MailHost, Operator> found = new HashMap<>();
    Map<String, Operator> byDomain = new TreeMap<>();
    List<MailHost> withoutNetwork = new ArrayList<>();
    byName.forEach(
        (host, named) -> {
          if (!isHidden(named)) {
            return;
          }
          Set<Long> numbers = numbers(host, networks);
          if (numbers.isEmpty()) {
            withoutNetwork.add(host);
          }
          gateway(numbers)
              .ifPresent(
                  gateway -> {
                    found.put(host, gateway);
                    byDomain.putIfAbsent(RegistrableDomain.of(host.name()), gateway);
                  });
        });
    for (MailHost host : withoutNetwork) {
      Operator gateway = byDomain.get(RegistrableDomain.of(host.name()));
      if (gateway != null) {
        found.put(host, gateway);
      }
    }
    return found;
  }

  private static Set<Long> numbers(MailHost host, Networks networks) {
    Set<Long> numbers = new TreeSet<>();
    host.addresses().forEach(address -> numbers.addAll(networks.numbers(address)));
    return numbers;
  }

  /** The one gateway that all these networks belong to. */
  private Optional<Operator> gateway(Set<Long> numbers) {
    Operator found = null;
    for (Long number : numbers) {
      Optional<Provider> gateway = catalogue.byGatewayNetwork(number);
      if (gateway.isEmpty() || (found != null && !found.id().equals(gateway.get().id()))) {
        return Optional.empty();
      }
      found = Operator.of(gateway.get());
    }
    return Optional.ofNullable(found);
  }

  private static boolean failed(MailHost host, Networks networks) {
    return host.addressFailed()
        || (numbers(host, networks).isEmpty()
            && host.addresses().stream().anyMatch(networks::failed));
  }

  private static boolean isBackup(Operator named, Map<String, Operator> first) {
    return named.provider() != null
        && named.provider().kind() == Kind.MAILBOX
        && !first.containsKey(named.id());
  }

  private static Finding first(MailHost host, Operator named) {
    int points = named.keepsMailboxes() ? Signal.MX.points : 0;
    if (named.isSelf() || named.isOther()) {
      points = OWN_POINTS;
    }
    String rule = named.isSelf() ? "mx-own-name" : named.isOther() ? "mx-other-name" : "mx-suffix";
    return new Finding(Signal.MX, "MX " + host, named.id(), Finding.RECEIVER, points, rule);
  }

  private static Finding later(MailHost host, Operator named, Map<String, Operator> first) {
    return isBackup(named, first)
        ? new Finding(
            Signal.MX_BACKUP,
            "MX " + host,
            named.id(),
            Finding.BACKEND,
            Signal.MX_BACKUP.points,
            "mx-less-preferred")
        : new Finding(Signal.MX, "MX " + host, named.id(), Finding.AS_NOTE, 0, "mx-less-preferred");
  }

  private static Finding network(MailHost host, Operator gateway, Networks networks) {
    StringBuilder seen = new StringBuilder("MX ").append(host);
    for (Long number : numbers(host, networks)) {
      seen.append(" in AS").append(number).append(' ').append(networks.name(number));
    }
    return new Finding(
        Signal.MX_NETWORK, seen.toString(), gateway.id(), Finding.RECEIVER, 0, "gateway-network");
  }

  /** On whose network an own host stands, or that this is not known. */
  private static List<Finding> networkNotes(MailHost host, Networks networks) {
    List<Finding> notes = new ArrayList<>();
    for (Long number : numbers(host, networks)) {
      String seen = host.name() + " in AS" + number + " " + networks.name(number);
      notes.add(new Finding(Signal.MX_NETWORK, seen, null, Finding.NETWORK, 0, "network-of-host"));
    }
    if (failed(host, networks)) {
      notes.add(Finding.note("network of " + host.name() + ": not answered", "network-of-host"));
    }
    return notes;
  }
}
