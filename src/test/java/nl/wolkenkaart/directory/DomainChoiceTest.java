package nl.wolkenkaart.directory;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.sameInstance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wolkenkaart.directory.DomainChoice.Choice;
import nl.wolkenkaart.directory.DomainChoice.Mail;
import nl.wolkenkaart.directory.sources.Contact;
import org.junit.jupiter.api.Test;

class DomainChoiceTest {
  private static final LocalDate DATE = LocalDate.of(2026, 11, 22);
  private static final Contact.Kind SITE = Contact.Kind.WEBSITE;
  private static final Contact.Kind MAIL = Contact.Kind.EMAIL;
  private static final Contact.Kind LISTED = Contact.Kind.REGISTER;

  private static Contact contact(Contact.Kind kind, String purpose, String value) {
    return new Contact(kind, purpose, value, null);
  }

  /** The first choice of an organisation; domains in the set are those of others too. */
  private static Choice first(String name, Set<String> shared, Contact... contacts) {
    return DomainChoice.first(
        Candidates.rows(
            Candidates.of(List.of(contacts), DATE), name, d -> shared.contains(d) ? 2 : 1));
  }

  private static Organisation organisation(Choice choice) {
    return Organisation.newBuilder()
        .setOrganisationId("1")
        .setOrganisationName("n")
        .setSector("s")
        .setDomain(choice.domain())
        .setSourceFile("f")
        .setSourceLine(1)
        .setCandidates(choice.candidates())
        .setDomainReason(choice.reason())
        .build();
  }

  private static List<String> reasons(List<Candidate> candidates) {
    return candidates.stream().map(c -> c.getDomain() + ": " + c.getReason()).toList();
  }

  @Test
  void mailboxGoesBeforeWebsiteUntilDnsSaysOtherwise() {
    Choice choice =
        first(
            "x",
            Set.of(),
            contact(SITE, null, "site.example"),
            contact(MAIL, null, "a@post.example"));
    assertThat(choice.domain(), is("post.example"));
    Organisation settled =
        DomainChoice.settle(
            organisation(choice), Map.of("post.example", Mail.NONE, "site.example", Mail.MX)::get);
    assertThat(settled.getDomain(), is("site.example"));
    assertThat(settled.getRegistrableDomain(), is("site.example"));
    assertThat(settled.getDomainReason(), is("website, receives mail, before 1 other"));
    assertThat(
        reasons(settled.getCandidates()),
        contains(
            "site.example: taken: website, receives mail, before 1 other",
            "post.example: receives no mail"));
  }

  @Test
  void whatIsNotKnownStandsBetween() {
    Choice choice =
        first(
            "x",
            Set.of(),
            contact(SITE, null, "site.example"),
            contact(MAIL, null, "a@post.example"));
    Organisation settled =
        DomainChoice.settle(
            organisation(choice),
            Map.of("post.example", Mail.NOT_KNOWN, "site.example", Mail.NONE)::get);
    assertThat(settled.getDomain(), is("post.example"));
    assertThat(settled.getDomainReason(), containsString("not known whether it receives mail"));
  }

  @Test
  void ownDomainGoesBeforeTheBoards() {
    Choice choice =
        first(
            "OBS De Wilg",
            Set.of("bestuur.example", "wilg.example"),
            contact(MAIL, null, "wilg@bestuur.example"),
            contact(SITE, null, "www.wilg.example"));
    assertThat(choice.domain(), is("wilg.example"));
    assertThat(
        choice.candidates().get(1).getReason(),
        is("others have it too, and wilg.example is the organisation's own"));
  }

  @Test
  void websiteAndMailboxTogetherAreItsOwnThoughOthersHaveIt() {
    Choice choice =
        first(
            "Stad",
            Set.of("samen.example"),
            contact(SITE, null, "www.samen.example"),
            contact(MAIL, null, "info@samen.example"),
            contact(SITE, "Werken bij", "https://werkenbij.example"));
    assertThat(choice.domain(), is("samen.example"));
    assertThat(choice.candidates().get(2).getReason(), is("for something special: Werken bij"));
  }

  @Test
  void registeredForMailGoesFirstAndServersAndWhatEndedNeverDo() {
    Choice choice =
        first(
            "x",
            Set.of(),
            contact(SITE, null, "site.example"),
            contact(LISTED, "Website", "other.example"),
            contact(LISTED, "Mailserver", "mx1.mail.example"),
            new Contact(LISTED, "E-mail", "gone.example", DATE),
            contact(LISTED, "E-mail", "post.example"));
    assertThat(choice.domain(), is("post.example"));
    assertThat(
        reasons(choice.candidates()).subList(3, 5),
        contains(
            "mx1.mail.example: the name of a mail server, at which nobody has an address",
            "gone.example: given up on 2026-11-22"));
  }

  @Test
  void whatIsNobodysOwnIsRefusedWithItsReason() {
    Choice choice =
        first(
            "x",
            Set.of(),
            contact(SITE, null, "https://www.facebook.com/x"),
            contact(MAIL, null, "x@gmail.com"),
            contact(SITE, null, "https://www.rijksoverheid.nl/ministeries/x"));
    assertThat(choice.domain(), is(nullValue()));
    assertThat(choice.reason(), is("no address that a register gives can be its domain"));
    assertThat(
        choice.candidates().get(2).getReason(),
        is("nobody's own: rijksoverheid.nl has a page of the site that central government shares"));
    assertThat(
        first("x", Set.of(), contact(SITE, null, "www.rijksoverheid.nl")).domain(),
        is("rijksoverheid.nl"));
  }

  @Test
  void noMoreThanEightAreAsked() {
    List<Contact> many = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      many.add(contact(LISTED, null, "d" + i + ".example"));
    }
    Choice choice = first("x", Set.of(), many.toArray(new Contact[0]));
    Organisation organisation = organisation(choice);
    assertThat(DomainChoice.asked(organisation).size(), is(8));
    assertThat(
        choice.candidates().get(8).getReason(),
        is("not asked: the organisation has more than 8 domains"));
  }

  @Test
  void oneDomainIsNoChoice() {
    Organisation only =
        organisation(
            first(
                "x",
                Set.of(),
                contact(SITE, null, "a.example"),
                contact(MAIL, null, "i@a.example")));
    assertThat(DomainChoice.isOpen(only), is(false));
    assertThat(DomainChoice.settle(only, d -> Mail.NONE), is(sameInstance(only)));
    assertThat(only.getDomainReason(), is("e-mail, no other domain is given"));
  }

  @Test
  void wordsAndInvisibleSignsAroundAnAddressAreSeenThrough() {
    assertThat(
        first("x", Set.of(), contact(MAIL, null, "woo@minfin.example t.a.v. de contactpersoon"))
            .domain(),
        is("minfin.example"));
    assertThat(
        first("x", Set.of(), contact(MAIL, null, "a@\u200brecht.example")).domain(),
        is("recht.example"));
  }
}
