package nl.wolkenkaart.world;

import java.util.Arrays;

/** The usual ways in which name servers and networks fail. */
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
  },
  /** Sends everything twice. */
  DUPLICATE {
    @Override
    public void reply(Exchange exchange) {
      exchange.send(exchange.answer());
      exchange.send(exchange.answer());
    }
  },
  /** Over UDP every other answer comes later than the next ones. */
  REORDER {
    @Override
    public void reply(Exchange exchange) {
      if (exchange.tcp() || exchange.number() % 2 == 1) {
        exchange.send(exchange.answer());
      } else {
        exchange.sendLater(OVERTAKEN_MILLIS, exchange.answer());
      }
    }
  },
  /** Only the first half of each message, without a word that it is cut. */
  HALVE {
    @Override
    public void reply(Exchange exchange) {
      byte[] answer = exchange.answer();
      int least = Math.min(exchange.endOfQuestion(), answer.length);
      exchange.send(Arrays.copyOf(answer, Math.max(answer.length / 2, least)));
    }
  },
  /** Answers from a port that was not asked. */
  OTHER_PORT {
    @Override
    public void reply(Exchange exchange) {
      exchange.sendFromOtherPort(exchange.answer());
    }
  },
  /** The right answer with another message id. */
  WRONG_ID {
    @Override
    public void reply(Exchange exchange) {
      byte[] message = exchange.answer();
      message[1] ^= 1;
      exchange.send(message);
    }
  },
  /** The right answer to a question that was not asked: the name's first letter is another. */
  WRONG_QUESTION {
    @Override
    public void reply(Exchange exchange) {
      byte[] message = exchange.answer();
      int firstLetter = 13;
      message[firstLetter] = (byte) (message[firstLetter] == 'x' ? 'y' : 'x');
      exchange.send(message);
    }
  },
  /** Bytes that mean nothing, from the first to the last. */
  GARBAGE {
    @Override
    public void reply(Exchange exchange) {
      exchange.send(scrambled(exchange, 0));
    }
  },
  /** A right id and question, and behind them bytes that mean nothing. */
  GARBAGE_RECORDS {
    @Override
    public void reply(Exchange exchange) {
      byte[] message = scrambled(exchange, exchange.endOfQuestion());
      message[7] = 1; // One answer, at least
      exchange.send(message);
    }
  },
  /** The right records, and a code that says that there is no such name. */
  NXDOMAIN_WITH_ANSWERS {
    @Override
    public void reply(Exchange exchange) {
      byte[] message = exchange.answer();
      message[3] = (byte) ((message[3] & 0xF0) | 3);
      exchange.send(message);
    }
  },
  /** Truncates over UDP; over TCP sends half and closes the connection. */
  BREAK_TCP {
    @Override
    public void reply(Exchange exchange) {
      if (exchange.tcp()) {
        exchange.breakOff(exchange.answer());
      } else {
        exchange.send(exchange.truncated());
      }
    }
  };

  private static final int OVERTAKEN_MILLIS = 30;
  private static final int GARBAGE_BYTES = 64;

  /** The message up to somewhere, and then bytes that are the same at every run. */
  private static byte[] scrambled(Exchange exchange, int from) {
    byte[] message = Arrays.copyOf(exchange.answer(), from + GARBAGE_BYTES);
    Dice dice = Dice.of(0, "garbage", exchange.number());
    for (int i = from; i < message.length; i++) {
      message[i] = (byte) dice.next();
    }
    return message;
  }

  /** The fault's name in data: {@code silent}, {@code servfail}, {@code truncate-udp}, ... */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
