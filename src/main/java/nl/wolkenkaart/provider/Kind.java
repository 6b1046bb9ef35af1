package nl.wolkenkaart.provider;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a provider does with mail, or beside it. */
public enum Kind {
  /** Keeps mailboxes and little else. */
  MAILBOX,
  /** Filters or secures mail and passes it on: never the last stop. */
  GATEWAY,
  /** Hosts mail beside web sites, domains or lines. */
  ISP_HOSTING,
  /** Sends mail on behalf of others. */
  BULK_SENDER,
  /** A business application that sends mail on behalf of its customers. */
  SAAS,
  /** Name servers, or a service that publishes records for others. */
  DNS,
  /** Hosts web sites. */
  WEB,
  /** A public body that runs IT for itself and other public bodies. */
  PUBLIC_SHARED_IT;

  /** The word for this kind in the catalogue's files, such as {@code isp-hosting}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of that word, or nothing when there is none. */
  static Optional<Kind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
