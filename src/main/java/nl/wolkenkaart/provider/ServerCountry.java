package nl.wolkenkaart.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.wolkenkaart.provider.AddressTable.Place;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The country where the servers stand that receive: all addresses of the most preferred mail hosts.
 * It is only given when all of them have one and the same. It is uncertain, so null, when an
 * address is not in the table, is anycast, or lies in a network that serves the world from
 * addresses whose place its owner chooses (the catalogue's {@code worldwide_networks}); and when
 * the addresses lie in several countries, which the evidence names. The country in which a network
 * is registered is never used.
 *
 * @param country ISO 3166-1 alpha-2; null when uncertain
 * @param findings what the table says, and why it is uncertain; none without a table
 */
record ServerCountry(@Nullable String country, List<Finding> findings) {
  private static final ServerCountry NOT_KNOWN = new ServerCountry(null, List.of());
  private static final String RULE = "server-country";

  static ServerCountry of(
      List<MailHost> hosts, Networks networks, Catalogue catalogue, AddressTable table) {
    TreeMap<String, MailHost> hostOf = new TreeMap<>();
    hosts.forEach(h -> h.addresses().forEach(a -> hostOf.putIfAbsent(a, h)));
    if (!table.isThere() || hostOf.isEmpty()) {
      return NOT_KNOWN;
    }
    Map<String, List<String>> byCountry = new TreeMap<>();
    List<Finding> findings = new ArrayList<>();
    hostOf.forEach(
        (address, host) -> {
          Place place = table.place(address);
          String server = host.name() + " " + address;
          String doubt = doubt(place, numbers(host, address, networks, catalogue), catalogue);
          if (doubt != null) {
            findings.add(Finding.note(server + ": uncertain, " + doubt, RULE));
          } else {
            byCountry.computeIfAbsent(place.country(), c -> new ArrayList<>()).add(server);
          }
        });
    boolean certain = findings.isEmpty() && byCountry.size() == 1;
    byCountry.forEach(
        (country, servers) ->
            findings.add(Finding.note(country + ": " + String.join(", ", servers), RULE)));
    if (byCountry.size() > 1) {
      findings.add(
          Finding.note(
              "servers in several countries: " + String.join(", ", byCountry.keySet()), RULE));
    }
    return new ServerCountry(certain ? byCountry.keySet().iterator().next() : null, findings);
  }

  /** The networks of an address; where they are not known, those of the host's provider. */
  private static Set<Long> numbers(
      MailHost host, String address, Networks networks, Catalogue catalogue) {
    Set<Long> numbers = networks.numbers(address);
    return numbers.isEmpty()
        ? catalogue.match(Role.MX, host.lastName()).map(p -> Set.copyOf(p.asns())).orElse(Set.of())
        : numbers;
  }

  /** Why the table's word on an address does not count; null where it does. */
  private static @Nullable String doubt(Place place, Set<Long> numbers, Catalogue catalogue) {
    String says = place.country() == null ? "" : "; the table says " + place.country();
    if (place.anycast()) {
      return "many places answer at it" + says;
    }
    TreeSet<Long> worldwide = new TreeSet<>(numbers);
    worldwide.retainAll(catalogue.worldwideNetworks());
    if (!worldwide.isEmpty()) {
      return "AS" + worldwide.first() + " serves the world" + says;
    }
    return place.country() == null ? "not in the table of addresses" : null;
  }
}
