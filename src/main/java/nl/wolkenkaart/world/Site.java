package nl.wolkenkaart.world;

import static nl.wolkenkaart.world.Operator.PreferredHost;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One domain while its records are being written. */
final class Site {
  private static final List<String> DNS_SERVERS =
      List.of(
          "ns0.transip.net ns1.transip.nl ns2.transip.eu",
          "ns1.openprovider.nl ns2.openprovider.be ns3.openprovider.eu",
          "anna.ns.cloudflare.com rob.ns.cloudflare.com",
          "ns1-04.azure-dns.com ns2-04.azure-dns.net");
  private static final List<Long> WEB_NETWORKS = List.of(20857L, 20857L, 13335L, 20940L, 60781L);

  final String domain;
  final Dice dice;
  final int number;
  private final ZoneData.Builder zones;
  private final Map<String, Fault> faults;
  private final Networks networks;
  private final List<String> spf = new ArrayList<>();

  Site(
      String domain,
      int number,
      Dice dice,
      ZoneData.Builder zones,
      Map<String, Fault> faults,
      Networks networks) {
    this.domain = domain;
    this.number = number;
    this.dice = dice;
    this.zones = zones;
    this.faults = faults;
    this.networks = networks;
  }

  /** The first label of the domain. */
  String stem() {
    return domain.substring(0, domain.indexOf('.'));
  }

  /** The name below the domain; the domain itself for an empty label. */
  String below(String label) {
    return label.isEmpty() ? domain : label + "." + domain;
  }

  Site record(String owner, int type, byte[] data) {
    zones.add(owner, type, data);
    return this;
  }

  Site mx(int preference, String host) {
    return record(domain, Rdata.MX, Rdata.mx(preference, host));
  }

  Site txt(String text) {
    return record(domain, Rdata.TXT, Rdata.txt(text));
  }

  Site cname(String label, String target) {
    return record(below(label), Rdata.CNAME, Rdata.name(target));
  }

  Site fault(Fault fault) {
    faults.put(domain, fault);
    return this;
  }

  /** A term of the SPF record that {@link #finish} writes. */
  Site spf(String term) {
    spf.add(term);
    return this;
  }

  /** Name servers: what every domain has that exists. */
  Site delegated() {
    for (String server : dice.pick(DNS_SERVERS).split(" ", -1)) {
      record(domain, Rdata.NS, Rdata.name(server));
    }
    return this;
  }

  /** Name servers, a website and, for most, a DMARC policy. */
  Site web() {
    delegated();
    long asn = dice.pick(WEB_NETWORKS);
    record(domain, Rdata.A, Rdata.address(networks.ipv4(asn, domain)));
    if (dice.chance(60)) {
      record(domain, Rdata.AAAA, Rdata.address(networks.ipv6(asn, domain)));
    }
    cname("www", domain);
    if (dice.chance(70)) {
      String policy = dice.pick(List.of("none", "quarantine", "reject", "reject"));
      String text = "v=DMARC1; p=" + policy + "; rua=mailto:dmarc@" + domain;
      record(below("_dmarc"), Rdata.TXT, Rdata.txt(text));
    }
    return this;
  }

  /** A host with an address in a known company's network; returns its name. */
  String host(String name, long asn) {
    record(name, Rdata.A, Rdata.address(networks.ipv4(asn, name)));
    return name;
  }

  /** A host of the organisation's own in a network of its own; returns its name. */
  String ownHost(String label) {
    Networks.Own address = networks.own();
    String name = below(label);
    record(name, Rdata.A, Rdata.address(address.ipv4()));
    if (dice.chance(30)) {
      record(name, Rdata.AAAA, Rdata.address(address.ipv6()));
    }
    return name;
  }

  /** MX records at a company, its hosts and its SPF record; returns the company's identifier. */
  String mxAt(Operator operator) {
    for (PreferredHost host : operator.hosts()) {
      mx(host.preference(), host(host.forCustomer(number), operator.asn()));
    }
    return operator.id();
  }

  /** Includes a company's SPF record, which is written too. */
  Site spfOf(Operator operator) {
    String name = new PreferredHost(0, operator.spf()).forCustomer(number);
    String address = networks.ipv4(operator.asn(), operator.spf());
    String network = address.substring(0, address.lastIndexOf('.')) + ".0/24";
    record(name, Rdata.TXT, Rdata.txt("v=spf1 ip4:" + network + " ~all"));
    return spf("include:" + name);
  }

  /** Writes the SPF record from its terms, where there are any. */
  void finish() {
    if (!spf.isEmpty()) {
      txt("v=spf1 " + String.join(" ", spf) + (dice.chance(60) ? " -all" : " ~all"));
    }
  }
}
