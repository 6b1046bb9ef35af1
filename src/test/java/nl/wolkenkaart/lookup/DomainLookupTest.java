package nl.wolkenkaart.lookup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DomainLookupTest {
  private static final LookupPlan PLAN = LookupPlan.embedded();
  private final Recorded dns = new Recorded();

  private DomainAnswers look(LookupPlan plan, String domain) {
    return look(plan, domain, dns, dns);
  }

  private static DomainAnswers look(
      LookupPlan plan, String domain, DnsClient own, DnsClient shared) {
    List<DomainAnswers> done = new ArrayList<>();
    new DomainLookup(domain, new QuestionNames("run"), plan, own, shared, done::add).start();
    assertThat(done, hasSize(1));
    return done.get(0);
  }

  /** The plan with these questions alone. */
  private static LookupPlan only(String... ids) {
    List<String> rest = new ArrayList<>();
    PLAN.questions().values().forEach(list -> list.forEach(q -> rest.add(q.id())));
    rest.removeAll(List.of(ids));
    return PLAN.without(rest);
  }

  @Test
  void asksOwnNamesThenWhatTheyNameThenTheirAddresses() {
    dns.answer("example.nl", "MX", "20 mx2.example.nl", "10 mx1.example.nl")
        .answer("example.nl", "TXT", "\"v=spf1 include:_spf.example.com -all\"")
        .answer("_spf.example.com", "TXT", "\"v=spf1 include:_spf2.example.com -all\"")
        .answer("mx1.example.nl", "A", "192.0.2.1")
        .answer("mx2.example.nl", "AAAA", "2001:db8::1")
        .answer("1.2.0.192.origin.asn.cymru.com", "TXT", "\"64496 | 192.0.2.0/24 | NL\"");
    DomainAnswers answers =
        look(
            only(
                "mx",
                "txt",
                "spf",
                "mail-host-a",
                "mail-host-aaaa",
                "origin",
                "origin6",
                "as-name"),
            "example.nl");
    assertThat(answers.fault(), is(nullValue()));
    assertThat(
        dns.asked(),
        contains(
            "example.nl MX",
            "example.nl TXT",
            "mx1.example.nl A",
            "mx1.example.nl AAAA",
            "mx2.example.nl A",
            "mx2.example.nl AAAA",
            "_spf.example.com TXT",
            "1.2.0.192.origin.asn.cymru.com TXT",
            "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2"
                + ".origin6.asn.cymru.com TXT",
            "_spf2.example.com TXT",
            "as64496.asn.cymru.com TXT"));
    assertThat(
        answers.answers().stream().map(PlannedAnswer::id).toList(),
        contains(
            "mx",
            "txt",
            "mail-host-a",
            "mail-host-aaaa",
            "mail-host-a",
            "mail-host-aaaa",
            "spf",
            "origin",
            "origin6",
            "spf",
            "as-name"));
  }

  @Test
  void domainWithoutAnythingCostsOneRound() {
    DomainAnswers answers = look(PLAN, "nothing.example");
    assertThat(answers.answers(), hasSize(28));
    assertThat(dns.asked(), hasSize(28));
  }

  @Test
  void failuresAreAmongTheAnswers() {
    dns.fails("example.nl", "MX", AnswerStatus.TIMEOUT)
        .answer("example.nl", "A", "192.0.2.1")
        .fails("1.2.0.192.origin.asn.cymru.com", "TXT", AnswerStatus.SERVFAIL);
    DomainAnswers answers = look(only("mx", "a", "origin"), "example.nl");
    assertThat(
        answers.answers().stream().map(planned -> planned.answer().status()).toList(),
        contains(AnswerStatus.TIMEOUT, AnswerStatus.NOERROR, AnswerStatus.SERVFAIL));
  }

  @Test
  void neverAsksTheSameTwice() {
    // The domain is its own mail host, includes itself, and everything has one address.
    dns.answer("example.nl", "MX", "10 example.nl", "20 www.example.nl", "30 example.nl")
        .answer("example.nl", "TXT", "\"v=spf1 include:example.nl include:b.example\"")
        .answer("b.example", "TXT", "\"v=spf1 include:example.nl include:b.example\"")
        .answer("example.nl", "A", "192.0.2.1")
        .answer("www.example.nl", "A", "192.0.2.1")
        .answer("autodiscover.example.nl", "A", "192.0.2.1");
    look(PLAN, "example.nl");
    assertThat(new HashSet<>(dns.asked()), hasSize(dns.asked().size()));
    assertThat(dns.asked(), hasItems("_25._tcp.example.nl TLSA", "b.example TXT"));
  }

  /** A Microsoft mail host is asked about as the name that every tenant has, before MX is known. */
  @Test
  void whatWasAskedForAnotherReasonIsFollowedForThisOne() {
    String host = "example-nl.mail.protection.outlook.com";
    dns.answer("example.nl", "MX", "0 " + host)
        .answer(host, "A", "192.0.2.1")
        .answer("1.2.0.192.origin.asn.cymru.com", "TXT", "\"8075 | 192.0.2.0/24 | US\"");
    look(PLAN, "example.nl");
    assertThat(dns.asked(), hasItem(host + " AAAA"));
    assertThat(
        dns.asked(), hasItems("1.2.0.192.origin.asn.cymru.com TXT", "as8075.asn.cymru.com TXT"));
    assertThat(dns.asked().stream().filter((host + " A")::equals).toList(), hasSize(1));
  }

  @Test
  void addressOfAnEopNameThatIsNoMailHostIsNotFollowed() {
    dns.answer("example-nl.mail.protection.outlook.com", "A", "192.0.2.1");
    look(PLAN, "example.nl");
    assertThat(dns.asked(), not(hasItem("1.2.0.192.origin.asn.cymru.com TXT")));
  }

  @Test
  void boundsHold() {
    String includes =
        String.join(
            " ", IntStream.range(0, 50).mapToObj(i -> "include:s" + i + ".example").toList());
    String[] hosts =
        IntStream.range(0, 30)
            .mapToObj(i -> "10 m%02d.example".formatted(i))
            .toArray(String[]::new);
    dns.answer("example.nl", "TXT", "\"v=spf1 " + includes + "\"")
        .answer("example.nl", "MX", hosts);
    for (int i = 0; i < 30; i++) {
      dns.answer("m%02d.example".formatted(i), "A", "192.0.2." + i, "198.51.100." + i);
    }
    look(PLAN, "example.nl");
    assertThat(count("s\\d+\\.example TXT"), is(40L));
    assertThat(dns.asked(), hasItem("s39.example TXT"));
    assertThat(count("m\\d+\\.example A"), is(20L));
    assertThat(dns.asked(), hasItem("m19.example A"));
    assertThat(count(".*\\.origin\\.asn\\.cymru\\.com TXT"), is(24L));
  }

  private long count(String pattern) {
    return dns.asked().stream().filter(question -> question.matches(pattern)).count();
  }

  @Test
  void endlessIncludesEnd() {
    for (int i = 0; i < 100; i++) {
      dns.answer("s" + i + ".example", "TXT", "\"v=spf1 include:s" + (i + 1) + ".example\"");
    }
    dns.answer("example.nl", "TXT", "\"v=spf1 redirect=s0.example\"");
    look(PLAN, "example.nl");
    assertThat(count("s\\d+\\.example TXT"), is(40L));
  }

  @Test
  void sharedNamesGoToTheSharedClient() {
    Recorded shared = new Recorded();
    dns.answer("example.nl", "MX", "10 mx.example");
    look(only("mx", "mail-host-a"), "example.nl", dns, shared);
    assertThat(dns.asked(), contains("example.nl MX"));
    assertThat(shared.asked(), contains("mx.example A"));
  }

  @Test
  void planThatAsksNothingEnds() {
    assertThat(look(only(), "example.nl").answers(), hasSize(0));
  }

  @Test
  void answerThatBreaksUsEndsWithTheFault() {
    // No server can send it: dnsjava writes preferences of 16 bits.
    dns.answer("example.nl", "MX", "99999999999 mx.example", "10 mx.example");
    DomainAnswers answers = look(only("mx"), "example.nl");
    assertThat(answers.fault(), is(instanceOf(NumberFormatException.class)));
    assertThat(answers.domain(), is("example.nl"));
  }

  /** A client that must not throw and does, in the first round or later. */
  @Test
  void clientThatThrowsEndsWithTheFault() {
    RuntimeException fault = new IllegalStateException("made up");
    DomainAnswers first = look(only("mx"), "example.nl", new Throwing(fault), dns);
    assertThat(first.fault(), is(fault));
    dns.answer("example.nl", "MX", "10 mx.example");
    DomainAnswers later = look(only("mx", "mail-host-a"), "example.nl", dns, new Throwing(fault));
    assertThat(later.fault(), is(fault));
  }

  @Test
  void errorEndsWithAFaultToo() {
    Error error = new StackOverflowError("made up");
    DomainAnswers first = look(only("mx"), "example.nl", new Throwing(error), dns);
    assertThat(first.fault().getCause(), equalTo(error));
  }

  private record Throwing(Throwable fault) implements DnsClient {
    @Override
    public void ask(Question question, Consumer<Answer> whenDone) {
      if (fault instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) fault;
    }

    @Override
    public void close() {
      // Holds nothing.
    }
  }

  @Test
  void consumerThatThrowsIsNotCalledAgain() {
    List<DomainAnswers> done = new ArrayList<>();
    Consumer<DomainAnswers> throwing =
        answers -> {
          done.add(answers);
          throw new IllegalStateException("made up");
        };
    DomainLookup lookup =
        new DomainLookup("example.nl", new QuestionNames("run"), only("mx"), dns, dns, throwing);
    try {
      lookup.start();
    } catch (IllegalStateException e) {
      assertThat(e.getMessage(), is("made up"));
    }
    assertThat(done, hasSize(1));
  }

  @Test
  void repliesInAnyOrderGiveTheSameAnswers() {
    List<Runnable> replies = new ArrayList<>();
    Recorded slow = new Recorded(replies::add);
    for (Recorded each : List.of(dns, slow)) {
      each.answer("example.nl", "MX", "10 b.example", "10 a.example")
          .answer("example.nl", "TXT", "\"v=spf1 include:s.example\"")
          .answer("a.example", "A", "192.0.2.1")
          .answer("b.example", "A", "192.0.2.2");
    }
    List<DomainAnswers> done = new ArrayList<>();
    new DomainLookup("example.nl", new QuestionNames("run"), PLAN, slow, slow, done::add).start();
    while (!replies.isEmpty()) {
      replies.remove(replies.size() - 1).run();
    }
    assertThat(done, hasSize(1));
    assertThat(done.get(0), equalTo(look(PLAN, "example.nl")));
    assertThat(slow.asked(), containsInAnyOrder(dns.asked().toArray(String[]::new)));
  }
}
