package nl.wolkenkaart.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntFunction;
import nl.wolkenkaart.directory.rows.PlainText;
import nl.wolkenkaart.directory.sources.Addresses;
import nl.wolkenkaart.directory.sources.Contact;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Reads the addresses that registers give for an organisation: which domain is in each, and whether
 * it may be the organisation's at all.
 */
final class Candidates {
  private static final int LONGEST_PURPOSE = 100;

  /** What the Register Internetdomeinen Overheid calls a host that takes in mail for others. */
  private static final String MAIL_SERVER = "mailserver";

  private Candidates() {}

  /**
   * One address.
   *
   * @param domain null where none can be read in it
   * @param refused why it cannot be the organisation's domain; null where it can
   */
  record Address(Contact contact, @Nullable String domain, @Nullable String refused) {
    boolean mayBe() {
      return refused == null;
    }

    String registrable() {
      return RegistrableDomain.of(domain);
    }
  }

  /** The addresses of an organisation, those with the same kind and domain once. */
  static List<Address> of(Iterable<Contact> contacts, LocalDate runDate) {
    List<Address> addresses = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Contact contact : contacts) {
      Address address = address(contact, runDate);
      String what = address.domain() == null ? contact.value() : address.domain();
      if (seen.add(address.contact().kind() + " " + what)) {
        addresses.add(address);
      }
    }
    return addresses;
  }

  private static Address address(Contact given, LocalDate runDate) {
    String text = Addresses.single(given.value());
    Contact contact = given;
    if (given.kind() == Contact.Kind.EMAIL && text.indexOf('@') < 0) {
      contact = new Contact(Contact.Kind.WEBSITE, given.purpose(), given.value(), given.until());
    }
    MailDomain.Result result = MailDomain.of(text);
    if (result instanceof MailDomain.Refused refused) {
      return new Address(contact, null, refused.reason());
    }
    String domain = ((MailDomain.Found) result).domain();
    return new Address(contact, domain, reasonAgainst(contact, text, domain, runDate));
  }

  private static @Nullable String reasonAgainst(
      Contact contact, String text, String domain, LocalDate runDate) {
    if (contact.until() != null && !contact.until().isAfter(runDate)) {
      return "given up on " + contact.until();
    }
    if (contact.kind() == Contact.Kind.REGISTER
        && contact.purpose() != null
        && contact.purpose().toLowerCase(Locale.ROOT).equals(MAIL_SERVER)) {
      return "the name of a mail server, at which nobody has an address";
    }
    boolean isPage = contact.kind() == Contact.Kind.WEBSITE && hasPath(text);
    return SharedHosts.embedded().reasonAgainst(domain, isPage);
  }

  /** Whether a URL names a page: has a path, or a question, and more in it than a slash. */
  private static boolean hasPath(String url) {
    int scheme = url.indexOf("://");
    int from = scheme < 0 ? 0 : scheme + 3;
    int slash = url.indexOf('/', from);
    return (slash >= 0 && url.length() > slash + 1) || url.indexOf('?', from) >= 0;
  }

  /**
   * The rows of a table, in the order of the registers.
   *
   * @param having how many organisations have a registrable domain
   */
  static List<Candidate> rows(List<Address> addresses, String name, ToIntFunction<String> having) {
    Set<String> websites = new HashSet<>();
    Set<String> mailboxes = new HashSet<>();
    for (Address address : addresses) {
      if (address.mayBe()) {
        boolean mail = address.contact().kind() == Contact.Kind.EMAIL;
        (mail ? mailboxes : websites).add(address.registrable());
      }
    }
    List<Candidate> rows = new ArrayList<>();
    for (Address address : addresses) {
      String purpose = address.contact().purpose();
      boolean own = false;
      if (address.mayBe()) {
        String registrable = address.registrable();
        own =
            (websites.contains(registrable) && mailboxes.contains(registrable))
                || Names.isIn(registrable, name)
                || having.applyAsInt(registrable) <= 1;
      }
      rows.add(
          Candidate.newBuilder()
              .setValue(PlainText.escape(address.contact().value()))
              .setKind(address.contact().kind().word())
              .setPurpose(purpose == null ? null : PlainText.clean(purpose, LONGEST_PURPOSE))
              .setDomain(address.domain())
              .setOwn(own)
              .setReason(address.refused() == null ? "" : address.refused())
              .build());
    }
    return rows;
  }
}
