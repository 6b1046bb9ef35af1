package nl.wolkenkaart.world;

import com.google.common.base.CharMatcher;

/** A Microsoft 365 customer's records at one domain. */
final class Microsoft {
  static final String ID = "microsoft-365";
  static final String SPF = "include:spf.protection.outlook.com";
  static final long ASN = 8075;

  private final Site site;
  private final String label;
  private final char partition;
  private final String tenant;

  /**
   * @param tenant the tenant's name, which others may share
   */
  Microsoft(Site site, String tenant) {
    this.site = site;
    this.label = label(site);
    this.partition = (char) ('a' + site.dice.below(25));
    this.tenant = tenant;
  }

  /** A customer with a tenant of its own. */
  Microsoft(Site site) {
    this(site, CharMatcher.is('-').removeFrom(site.stem()));
  }

  /**
   * Exchange Online's name for a domain: dots become hyphens; a domain that has a hyphen loses it
   * and gets two digits and a letter behind it.
   */
  private static String label(Site site) {
    if (site.domain.indexOf('-') < 0) {
      return site.domain.replace('.', '-');
    }
    String joined = CharMatcher.is('-').removeFrom(site.domain).replace('.', '-');
    int digits = 1 + site.dice.below(20);
    return joined + (digits < 10 ? "0" : "") + digits + (char) ('a' + site.dice.below(6));
  }

  /** {@code <label>.mail.protection.outlook.com}, the name until 2025. */
  String oldHost() {
    return site.host(label + ".mail.protection.outlook.com", ASN);
  }

  /** {@code <label>.<letter>-v1.mx.microsoft}, the name since. */
  String newHost() {
    return site.host(label + "." + partition + "-v1.mx.microsoft", ASN);
  }

  Microsoft oldMx() {
    site.mx(site.dice.chance(70) ? 0 : 10, oldHost());
    return spf();
  }

  Microsoft newMx() {
    site.mx(site.dice.chance(70) ? 0 : 10, newHost());
    return spf();
  }

  Microsoft spf() {
    site.spf(SPF);
    return this;
  }

  /** Both selectors, to {@code onmicrosoft.com}, and what the tenant's name gives. */
  Microsoft oldDkim() {
    return dkim(tenant + ".onmicrosoft.com");
  }

  /** Both selectors, to {@code dkim.mail.microsoft}, the form since May 2025. */
  Microsoft newDkim() {
    return dkim(tenant + "." + partition + "-v1.dkim.mail.microsoft");
  }

  Microsoft autodiscover() {
    site.cname("autodiscover", "autodiscover.outlook.com");
    return this;
  }

  Microsoft token() {
    site.txt("MS=ms" + (10_000_000 + site.dice.below(89_999_999)));
    return this;
  }

  /** Federation names of Teams and Skype, for which presence says "was configured". */
  Microsoft teams() {
    site.cname("sip", "sipdir.online.lync.com");
    site.cname("lyncdiscover", "webdir.online.lync.com");
    site.record(
        site.below("_sip._tls"), Rdata.SRV, Rdata.srv(100, 1, 443, "sipdir.online.lync.com"));
    site.record(
        site.below("_sipfederationtls._tcp"),
        Rdata.SRV,
        Rdata.srv(100, 1, 5061, "sipfed.online.lync.com"));
    return this;
  }

  /** Device registration and management. */
  Microsoft devices() {
    site.cname("enterpriseregistration", "enterpriseregistration.windows.net");
    site.cname("enterpriseenrollment", "enterpriseenrollment-s.manage.microsoft.com");
    return this;
  }

  /** What customers set up beside mail, some of it at some. */
  Microsoft extras() {
    if (site.dice.chance(75)) {
      token();
    }
    if (site.dice.chance(45)) {
      teams();
    }
    if (site.dice.chance(40)) {
      devices();
    }
    return this;
  }

  private Microsoft dkim(String zone) {
    for (int selector = 1; selector <= 2; selector++) {
      String target = "selector" + selector + "-" + label + "._domainkey." + zone;
      site.cname("selector" + selector + "._domainkey", target);
      site.record(target, Rdata.TXT, Rdata.txt("v=DKIM1; k=rsa; p=bWFkZSB1cCBrZXk="));
    }
    site.host(tenant + ".sharepoint.com", ASN);
    site.host(tenant + "-my.sharepoint.com", ASN);
    return this;
  }
}
