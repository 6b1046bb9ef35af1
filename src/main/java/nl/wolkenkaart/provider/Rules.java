package nl.wolkenkaart.provider;

/**
 * The identifiers of {@code rule}: what decided. Where a provider was decided on, the rule names
 * the families of evidence for it, joined by {@code +} in this order: {@code mx-direct}, {@code
 * dkim}, {@code autodiscover}, {@code mx-backup}, {@code dkim-google}, {@code spf}; such as {@code
 * mx-direct+dkim} or {@code autodiscover+spf}. All other rules are constants here.
 */
public final class Rules {
  /** MX is {@code 0 .}: no mail. */
  public static final String NULL_MX = "null-mx";

  /** Neither MX nor address: no mail. */
  public static final String NO_MX = "no-mx";

  /** MX records with nothing but localhost, address literals and the like: no mail. */
  public static final String BOGUS_MX = "bogus-mx";

  /** The domain does not exist. */
  public static final String NXDOMAIN = "nxdomain";

  /** The organisation has no domain. */
  public static final String NO_DOMAIN = "no-domain";

  /** The observations do not hold the domain. */
  public static final String NOT_OBSERVED = "not-observed";

  /** MX was not answered, so nothing is said. */
  public static final String MX_NOT_ANSWERED = "mx-not-answered";

  /** No MX, and the address, which would tell, was not answered. */
  public static final String ADDRESS_NOT_ANSWERED = "address-not-answered";

  /** No MX but an address, and nothing that tells the backend. */
  public static final String IMPLICIT_MX = "implicit-mx";

  /** Several operators at the lowest preference, and nothing that tells the backend. */
  public static final String SEVERAL_RECEIVERS = "several-receivers";

  /** DKIM and autodiscover both name a mailbox provider other than the one that receives. */
  public static final String PROVIDERS_DISAGREE = "providers-disagree";

  /** A gateway receives, and nothing behind it shows. */
  public static final String GATEWAY_OPAQUE = "gateway-opaque";

  /** As {@link #GATEWAY_OPAQUE}; the gateway is known by what stands behind its others. */
  public static final String GATEWAY_SHARED = "gateway-shared";

  /** A shared IT organisation receives, and nothing behind it shows. */
  public static final String SHARED_IT_OPAQUE = "shared-it-opaque";

  /** Somebody receives who is known to keep no mailboxes, such as a sender. */
  public static final String RECEIVER_OPAQUE = "receiver-opaque";

  /** The organisation's own host receives: the backend is its own. */
  public static final String MX_OWN = "mx-own";

  /** As {@link #MX_OWN}, and the client set-up points to an own name as well. */
  public static final String MX_OWN_AND_CLIENT = "mx-own+autodiscover-own";

  /**
   * The own host receives, but SPF, a token or the EOP name point to a mailbox provider, or both
   * SPF and its network to the same hosting company.
   */
  public static final String MX_OWN_UNDECIDED = "mx-own-undecided";

  /** A host under somebody else's name receives, who is taken for the backend. */
  public static final String MX_OTHER = "mx-other";

  /** As {@link #MX_OTHER}, but SPF, a token or the EOP name point to a mailbox provider. */
  public static final String MX_OTHER_UNDECIDED = "mx-other-undecided";

  /** As {@link #MX_OTHER}, but the host's name is that of a filter. */
  public static final String MX_OTHER_FILTER = "mx-other-filter";

  /** The receiver is known; a question that would tell the backend was not answered. */
  public static final String BACKEND_NOT_ANSWERED = "backend-not-answered";

  private Rules() {}
}
