package nl.wolkenkaart.world;

import java.util.List;

/** Names that many domains lead to. */
final class SharedHosts {
  /** Where a wildcard leads that looks like Google and has nothing to do with mail. */
  static final String BLOG = "blogspot.l.googleusercontent.com";

  private static final List<String> MICROSOFT =
      List.of(
          "autodiscover.outlook.com",
          "sipdir.online.lync.com",
          "sipfed.online.lync.com",
          "webdir.online.lync.com",
          "enterpriseregistration.windows.net",
          "enterpriseenrollment-s.manage.microsoft.com",
          // The control: a tenant that must be there.
          "microsoft.sharepoint.com");

  private SharedHosts() {}

  static void plant(ZoneData.Builder zones, Networks networks) {
    zones.add(".", Rdata.SOA, Rdata.soa("ns.world.invalid", "hostmaster.world.invalid", 1, 300));
    zones.add(".", Rdata.NS, Rdata.name("ns.world.invalid"));
    for (String host : MICROSOFT) {
      zones.add(host, Rdata.A, Rdata.address(networks.ipv4(Microsoft.ASN, host)));
    }
    zones.add(BLOG, Rdata.A, Rdata.address(networks.ipv4(15169, BLOG)));
    spf(
        zones,
        "spf.protection.outlook.com",
        "ip4:40.92.0.0/15 ip4:40.107.0.0/16 ip4:52.100.0.0/15 ip4:52.102.0.0/16"
            + " ip4:52.103.0.0/17 ip4:104.47.0.0/17 -all");
    spf(zones, "_spf.google.com", "include:_netblocks.google.com ~all");
    String google = networks.ipv4(15169, "_netblocks.google.com");
    spf(zones, "_netblocks.google.com", "ip4:" + google + "/32 ~all");
  }

  private static void spf(ZoneData.Builder zones, String name, String terms) {
    zones.add(name, Rdata.TXT, Rdata.txt("v=spf1 " + terms));
  }
}
