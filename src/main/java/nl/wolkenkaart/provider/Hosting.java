package nl.wolkenkaart.provider;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import java.util.HashSet;
import java.util.Set;

/**
 * Where the receiving server stands. Own is only an own name in an own network: one of the
 * organisation's own entry in the catalogue, or one whose registered name has the organisation's
 * domain in it. An own name on a network that is another's or not known is {@code
 * own-name-on-network}.
 */
public final class Hosting {
  /** An own name in an own network. */
  public static final String SELF = "self";

  /** An own name on another's network, or one that is not known. */
  public static final String OWN_NAME = "own-name-on-network";

  /** A public body that works for others. */
  public static final String SHARED_IT = "shared-public-it";

  /** Another's name. */
  public static final String OUTSOURCED = "outsourced";

  /** There is no mail host, or it is not known. */
  public static final String NONE = "none";

  /** A shorter label, such as {@code ede}, is part of too many names. */
  private static final int SHORTEST_LABEL = 5;

  private static final CharMatcher LETTERS_AND_DIGITS =
      CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('0', '9'));

  private final Set<Long> ofProviders = new HashSet<>();
  private final Catalogue catalogue;

  Hosting(Catalogue catalogue) {
    this.catalogue = catalogue;
    catalogue.providers().stream()
        .filter(provider -> provider.kind() != Kind.PUBLIC_SHARED_IT)
        .forEach(provider -> ofProviders.addAll(provider.asns()));
  }

  /** One of the constants. */
  String of(MailHost host, Operator operator, OwnNames own, Networks networks) {
    if (operator.isSharedIt()) {
      return SHARED_IT;
    }
    if (!operator.isSelf()) {
      return OUTSOURCED;
    }
    boolean ownNetwork =
        host.addresses().stream()
            .flatMap(address -> networks.numbers(address).stream())
            .anyMatch(number -> isOwn(number, host, own, networks.name(number)));
    return ownNetwork ? SELF : OWN_NAME;
  }

  private boolean isOwn(long number, MailHost host, OwnNames own, String name) {
    if (ofProviders.contains(number)) {
      return false;
    }
    return catalogue
            .match(Role.MX, host.name())
            .filter(provider -> provider.asns().contains(number))
            .isPresent()
        || isNamedAfter(own, name);
  }

  /** Whether the registered name of a network has the organisation's domain in it. */
  static boolean isNamedAfter(OwnNames own, String name) {
    String label = letters(own.label());
    return label.length() >= SHORTEST_LABEL && letters(name).contains(label);
  }

  private static String letters(String text) {
    return LETTERS_AND_DIGITS.retainFrom(Ascii.toLowerCase(text));
  }
}
