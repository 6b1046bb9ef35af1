package nl.wolkenkaart.world;

/** What a bad network does to whatever a server sends over UDP. */
public final class Weather {
  private static final int PERCENT = 100;

  private Weather() {}

  /**
   * Loses packets: a question on its way there and, if it arrived, the reply on its way back, each
   * with the same chance. Which ones follows from the seed and the order of the questions.
   *
   * @param percent packets of a hundred that are lost
   */
  public static Fault loss(int percent, long seed) {
    return exchange -> {
      Dice dice = Dice.of(seed, "loss", exchange.number());
      boolean questionLost = dice.below(PERCENT) < percent;
      boolean replyLost = dice.below(PERCENT) < percent;
      if (exchange.tcp() || !(questionLost || replyLost)) {
        exchange.send(exchange.answer());
      }
    };
  }

  /**
   * Delays every reply, over TCP too.
   *
   * @param millis milliseconds
   */
  public static Fault delay(int millis) {
    return exchange -> exchange.sendLater(millis, exchange.answer());
  }
}
