package nl.wolkenkaart.lookup;

import com.google.common.base.Ascii;

/** What questions are asked about: a domain of the list, or something that answers named. */
public enum Subject {
  /** A domain of the list. */
  DOMAIN,
  /** A host that an MX record names. */
  MAIL_HOST,
  /** A domain that an SPF record includes or redirects to. */
  SPF_DOMAIN,
  /** A Microsoft tenant, without {@code .onmicrosoft.com}. */
  TENANT,
  /** An IPv4 address, its octets reversed as in a name for reverse look-up. */
  IPV4,
  /** An IPv6 address, its nibbles reversed. */
  IPV6,
  /** The number of an autonomous system. */
  AS_NUMBER;

  /** Its name in the plan's file. */
  String key() {
    return Ascii.toLowerCase(name());
  }
}
