package nl.wolkenkaart.provider;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where in DNS a name was found: each role has suffixes of its own. */
public enum Role {
  /** The host of an MX record. */
  MX,
  /** The target of an SPF include, redirect, a, mx or exists. */
  SPF,
  /** The target of a CNAME at a DKIM selector. */
  DKIM,
  /** The target of autodiscover's CNAME or SRV. */
  AUTODISCOVER,
  /** The target of any other CNAME, such as that of www. */
  CNAME,
  /** The host of an NS record. */
  NS;

  /** The word for this role in the catalogue's files, such as {@code mx}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of that word, or nothing when there is none. */
  static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
