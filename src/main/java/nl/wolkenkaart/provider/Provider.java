package nl.wolkenkaart.provider;

import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Somebody who can run an organisation's mail, and the names in DNS that give it away.
 *
 * @param id identifier in the catalogue, as it appears in the tables
 * @param name name for people
 * @param company its owner
 * @param kind what it does with mail
 * @param suffixes by role, the names below which (and at which) a name is this provider's; {@code
 *     *} stands for exactly one label
 * @param asns numbers of the autonomous systems it announces or uses
 * @param asnDecides whether an address in one of them proves this provider: only where the numbers
 *     belong to one mail gateway alone
 * @param ranges address ranges in CIDR form that it sends mail from
 * @param tokens beginnings of TXT records that show an account with it
 * @param source where the names come from
 * @param seen the day they were seen in DNS, ISO 8601; null when they are documented but unseen
 */
public record Provider(
    String id,
    String name,
    Company company,
    Kind kind,
    Map<Role, List<String>> suffixes,
    List<Long> asns,
    boolean asnDecides,
    List<String> ranges,
    List<String> tokens,
    String source,
    @Nullable String seen) {

  /** Whether it filters mail and passes it on. */
  public boolean isGateway() {
    return kind == Kind.GATEWAY;
  }

  /**
   * Whether mail that it receives stays with it. Not said of public shared IT: what stands behind
   * it cannot be told from its name.
   */
  public boolean keepsMailboxes() {
    return kind == Kind.MAILBOX || kind == Kind.ISP_HOSTING;
  }

  /** Country of the ultimate parent company, ISO 3166-1 alpha-2; null when not known. */
  public @Nullable String jurisdiction() {
    return company.jurisdiction();
  }
}
