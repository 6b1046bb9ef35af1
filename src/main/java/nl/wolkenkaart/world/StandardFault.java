package nl.wolkenkaart.world;

/** The usual ways in which name servers fail. */
public enum StandardFault implements Fault {
  /** Never replies. */
  SILENT {
    @Override
    public void reply(Exchange exchange) {
      // Saying nothing is the fault.
    }
  },
  /** Replies SERVFAIL, as a resolver does for a dead delegation. */
  SERVFAIL {
    @Override
    public void reply(Exchange exchange) {
      exchange.send(exchange.withCode(2));
    }
  },
  REFUSED {
    @Override
    public void reply(Exchange exchange) {
      exchange.send(exchange.withCode(5));
    }
  },
  /** Whatever the size, only the truncation bit over UDP; everything over TCP. */
  TRUNCATE_UDP {
    @Override
    public void reply(Exchange exchange) {
      exchange.send(exchange.tcp() ? exchange.answer() : exchange.truncated());
    }
  },
  /** Over UDP every first try is lost and every second answered. */
  FLAKY {
    @Override
    public void reply(Exchange exchange) {
      if (exchange.tcp() || exchange.earlier() % 2 == 1) {
        exchange.send(exchange.answer());
      }
    }
  };

  /** The fault's name in data: {@code silent}, {@code servfail}, {@code truncate-udp}, ... */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
