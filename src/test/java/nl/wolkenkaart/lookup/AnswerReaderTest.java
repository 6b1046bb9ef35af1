package nl.wolkenkaart.lookup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.WireParseException;

class AnswerReaderTest {
  private final AnswerReader reader = new AnswerReader();

  private Answer read(String name, String type, int rcode, String... records) throws IOException {
    return reader.read(
        Replies.sending(name, type), Replies.reply(name, type, rcode, records), null);
  }

  private static List<String> data(Answer answer) {
    return answer.records().stream().map(ResourceRecord::data).toList();
  }

  @Test
  void recordsSortedWithAllThatIsKnown() throws IOException {
    Answer answer =
        read(
            "example.nl",
            "MX",
            Rcode.NOERROR,
            "example.nl MX 20 B.example",
            "example.nl MX 10 a.b");
    assertThat(answer.question(), is(new Question("example.nl", "MX")));
    assertThat(answer.status(), is(AnswerStatus.NOERROR));
    assertThat(answer.reason(), is(nullValue()));
    assertThat(
        answer.records(),
        contains(
            new ResourceRecord("example.nl", "MX", 300, "10 a.b"),
            new ResourceRecord("example.nl", "MX", 300, "20 b.example")));
    assertThat(answer.resolver(), is("192.0.2.53:53"));
    assertThat(answer.attempts(), is(2));
    assertThat(answer.observedAt(), is(Recorded.AT));
    assertThat(answer.roundTripMillis(), is(17));
    assertThat(answer.authenticated(), is(false));
    assertThat(answer.cut(), is(false));
  }

  @Test
  void followsAliasesInWhateverOrderTheyCome() throws IOException {
    Answer answer =
        read(
            "a.example",
            "A",
            Rcode.NOERROR,
            "c.example A 192.0.2.1",
            "B.example CNAME C.example",
            "a.example CNAME b.example");
    assertThat(answer.status(), is(AnswerStatus.NOERROR));
    assertThat(answer.chain(), contains("b.example", "c.example"));
    assertThat(answer.records(), contains(new ResourceRecord("c.example", "A", 300, "192.0.2.1")));
  }

  /** A reply may hold whatever its sender likes (RFC 2181, section 5.4.1). */
  @Test
  void recordsOffTheChainAreNotLookedAt() throws IOException {
    Answer answer =
        read(
            "a.example",
            "A",
            Rcode.NOERROR,
            "a.example CNAME b.example",
            "a.example A 192.0.2.9",
            "evil.example A 192.0.2.8",
            "b.example TXT hello",
            "x.example CNAME y.example",
            "b.example A 192.0.2.1");
    assertThat(data(answer), contains("192.0.2.1"));
    assertThat(answer.chain(), contains("b.example"));
    Answer none = read("a.example", "A", Rcode.NOERROR, "evil.example A 192.0.2.8");
    assertThat(none.status(), is(AnswerStatus.NODATA));
    assertThat(none.records(), is(empty()));
  }

  @Test
  void aliasThatWasAskedForIsNotFollowed() throws IOException {
    Answer answer =
        read(
            "a.example",
            "CNAME",
            Rcode.NOERROR,
            "a.example CNAME B.example",
            "b.example CNAME c.example");
    assertThat(data(answer), contains("b.example"));
    assertThat(answer.chain(), is(empty()));
    Answer self = read("a.example", "CNAME", Rcode.NOERROR, "a.example CNAME a.example");
    assertThat(data(self), contains("a.example"));
  }

  private static String[] aliases(int links, String last) {
    List<String> records = new ArrayList<>();
    for (int i = 0; i < links; i++) {
      records.add("n" + i + ".example CNAME n" + (i + 1) + ".example");
    }
    records.add("n" + links + ".example " + last);
    Collections.reverse(records);
    return records.toArray(String[]::new);
  }

  @Test
  void eightAliasesAreFollowedNineAreNot() throws IOException {
    Answer eight = read("n0.example", "A", Rcode.NOERROR, aliases(8, "A 192.0.2.1"));
    assertThat(eight.status(), is(AnswerStatus.NOERROR));
    assertThat(eight.chain(), hasSize(8));
    assertThat(data(eight), contains("192.0.2.1"));
    Answer nine = read("n0.example", "A", Rcode.NOERROR, aliases(9, "A 192.0.2.1"));
    assertThat(nine.status(), is(AnswerStatus.CNAME_LOOP));
    assertThat(nine.records(), is(empty()));
    assertThat(nine.reason(), is("more than 8 aliases"));
  }

  @ParameterizedTest
  @CsvSource({
    "a.example CNAME A.example,",
    "a.example CNAME b.example, b.example CNAME a.example",
    "a.example CNAME b.example, b.example CNAME b.example",
  })
  void circlesEnd(String first, String second) throws IOException {
    Answer answer =
        second == null
            ? read("a.example", "A", Rcode.NOERROR, first)
            : read("a.example", "A", Rcode.NOERROR, first, second);
    assertThat(answer.status(), is(AnswerStatus.CNAME_LOOP));
  }

  @Test
  void tellsNoDataFromNoName() throws IOException {
    assertThat(read("a.example", "A", Rcode.NOERROR).status(), is(AnswerStatus.NODATA));
    assertThat(read("a.example", "A", Rcode.NXDOMAIN).status(), is(AnswerStatus.NXDOMAIN));
    Answer dangling = read("a.example", "A", Rcode.NXDOMAIN, "a.example CNAME gone.example");
    assertThat(dangling.status(), is(AnswerStatus.NXDOMAIN));
    assertThat(dangling.chain(), contains("gone.example"));
    Answer noAddress = read("a.example", "A", Rcode.NOERROR, "a.example CNAME b.example");
    assertThat(noAddress.status(), is(AnswerStatus.NODATA));
  }

  @Test
  void noSuchNameHasNoRecords() throws IOException {
    Answer answer = read("a.example", "A", Rcode.NXDOMAIN, "a.example A 192.0.2.1");
    assertThat(answer.status(), is(AnswerStatus.NXDOMAIN));
    assertThat(answer.records(), is(empty()));
  }

  @Test
  void caseIsFoldedInNamesAndKeptInText() throws IOException {
    Answer answer =
        reader.read(
            Replies.sending("example.nl", "TXT"),
            Replies.reply(
                "EXAMPLE.nl", "TXT", Rcode.NOERROR, "Example.NL TXT \"V=SPF1 Include:X\""),
            null);
    assertThat(
        answer.records(),
        contains(new ResourceRecord("example.nl", "TXT", 300, "\"V=SPF1 Include:X\"")));
    Answer tlsa = read("_25._tcp.a.b", "TLSA", Rcode.NOERROR, "_25._tcp.a.b TLSA 3 1 1 0a0b");
    assertThat(data(tlsa), contains("3 1 1 0A0B"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, FORMERR, rcode FORMERR",
    "2, SERVFAIL, rcode SERVFAIL",
    "4, NOTIMP, rcode NOTIMP",
    "5, REFUSED, rcode REFUSED",
    "6, SERVFAIL, rcode YXDOMAIN",
    "9, SERVFAIL, rcode NOTAUTH",
    "15, SERVFAIL, rcode RESERVED15",
  })
  void errorCodes(int rcode, AnswerStatus status, String reason) throws IOException {
    Answer answer = read("a.example", "A", rcode, "a.example A 192.0.2.1");
    assertThat(answer.status(), is(status));
    assertThat(answer.reason(), is(reason));
    assertThat(answer.records(), is(empty()));
    assertThat(answer.resolver(), is("192.0.2.53:53"));
    assertThat(answer.attempts(), is(2));
  }

  @Test
  void keepsWhatTheResolverSaysOfValidation() throws IOException {
    Message reply = Replies.reply("a.example", "A", Rcode.NXDOMAIN);
    reply.getHeader().setFlag(Flags.AD);
    assertThat(
        reader.read(Replies.sending("a.example", "A"), reply, null).authenticated(), is(true));
  }

  @Test
  void failuresByTheirCause() {
    assertThat(failure(new SocketTimeoutException("x")), is(AnswerStatus.TIMEOUT));
    assertThat(failure(new PortUnreachableException()), is(AnswerStatus.NETWORK_ERROR));
    assertThat(failure(new IOException("x")), is(AnswerStatus.NETWORK_ERROR));
    assertThat(failure(new WireParseException("x")), is(AnswerStatus.MALFORMED));
    assertThat(failure(new IllegalStateException("x")), is(AnswerStatus.MALFORMED));
    assertThat(
        failure(new Upstream.TcpException(new SocketTimeoutException())),
        is(AnswerStatus.TCP_FAILED));
    assertThat(
        failure(new CompletionException(new SocketTimeoutException())), is(AnswerStatus.TIMEOUT));
  }

  private AnswerStatus failure(Throwable cause) {
    return reader.read(Replies.sending("a.example", "A"), null, cause).status();
  }

  @Test
  void replyWithoutAQuestionIsMalformed() {
    assertThat(
        reader.read(Replies.sending("a.example", "A"), new Message(), null).status(),
        is(AnswerStatus.MALFORMED));
  }

  @Test
  void notAskedHasNoResolver() {
    Answer answer = reader.notAsked(new Question("a..b", "A"), "not a domain name", Recorded.AT);
    assertThat(answer.status(), is(AnswerStatus.NOT_ASKED));
    assertThat(answer.resolver(), is(nullValue()));
    assertThat(answer.attempts(), is(0));
    assertThat(answer.reason(), is("not a domain name"));
  }
}
