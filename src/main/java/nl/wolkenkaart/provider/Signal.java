package nl.wolkenkaart.provider;

/**
 * What kind of record an observation comes from, with its weight when it names a mailbox provider.
 * A weight is 10 times the decimal logarithm of a likelihood ratio, rounded down to a multiple of 5
 * and cut at 25, as measured against commodity mail hosts; an MX record that leads directly to a
 * mailbox provider has 40.
 */
enum Signal {
  MX("mx", Family.MX, 40),
  /** The receiver has it from the network of the mail host's address. */
  MX_NETWORK("mx-network", Family.NOTE, 0),
  /** A less preferred mail host at a mailbox provider, behind somebody else's. */
  MX_BACKUP("mx-backup", Family.MX_BACKUP, 25),
  DKIM("dkim", Family.DKIM, 25),
  /** A key at Google's usual selector. Its name is free for anyone, so it weighs less. */
  DKIM_GOOGLE("dkim-google", Family.DKIM, 20),
  AUTODISCOVER("autodiscover", Family.AUTODISCOVER, 25),
  AUTODISCOVER_SRV("autodiscover-srv", Family.AUTODISCOVER, 25),
  SPF("spf", Family.SPF, 20),
  SPF_NESTED("spf-nested", Family.SPF, 10),
  TXT_TOKEN("txt-token", Family.TOKEN, 10),
  EOP_NAME("eop-name", Family.EOP_NAME, 10),
  NOTE("note", Family.NOTE, 0);

  /** Signals that do not add up: of one family the heaviest counts. */
  enum Family {
    MX,
    MX_BACKUP,
    DKIM,
    AUTODISCOVER,
    SPF,
    TOKEN,
    EOP_NAME,
    NOTE
  }

  final String word;
  final Family family;
  final int points;

  Signal(String word, Family family, int points) {
    this.word = word;
    this.family = family;
    this.points = points;
  }
}
