package nl.wolkenkaart.world;

import java.util.Locale;

/** How people write a domain into a list. */
final class ListedDomain {
  private ListedDomain() {}

  /** Mostly the domain; now and then an address of a page or a mailbox, in capitals, with www. */
  static String of(Names.Named named, Dice dice) {
    String domain = dice.chance(70) ? named.domain() : named.ascii();
    int form = dice.below(100);
    if (form < 4) {
      return "https://www." + domain + "/contact";
    } else if (form < 6) {
      return "http://" + domain;
    } else if (form < 9) {
      return "info@" + domain;
    } else if (form < 12) {
      return domain.toUpperCase(Locale.ROOT);
    } else if (form < 18) {
      return "www." + domain;
    } else if (form < 19) {
      return domain + ".";
    }
    return domain;
  }
}
