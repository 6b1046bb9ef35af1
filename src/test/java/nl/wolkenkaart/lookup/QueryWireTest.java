package nl.wolkenkaart.lookup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** What we write and read without dnsjava is what dnsjava writes and reads. */
class QueryWireTest {

  private static Message asked(String name, int type) throws TextParseException {
    Message query =
        Message.newQuery(Record.newRecord(Name.fromString(name, Name.root), type, DClass.IN));
    query.getHeader().setID(0);
    query.addRecord(new OPTRecord(1232, 0, 0, ExtendedFlags.DO, List.of()), Section.ADDITIONAL);
    return query;
  }

  @Test
  void questionIsWrittenAsDnsjavaWritesIt() throws Exception {
    for (String name :
        List.of("example.nl", "_25._tcp.mx.a-b.example", "selector1._domainkey.x.y")) {
      for (String type : List.of("A", "MX", "TLSA")) {
        QueryWire query = QueryWire.of(new Question(name, type));
        assertThat(query.bytes(), is(asked(name, Type.value(type)).toWire()));
        // Header, name, type and class; the OPT record has 11 octets.
        assertThat(query.endOfQuestion(), is(query.bytes().length - 11));
      }
    }
  }

  /** Names of any text, too long ones and odd ones too, are written as dnsjava writes them. */
  @Property
  void nameIsWrittenOrRefusedAsByDnsjava(
      @ForAll("names") String name, @ForAll @IntRange(max = 9) int copies) {
    String text = name + ("." + name).repeat(copies);
    byte[] expected;
    try {
      expected = asked(text, Type.A).toWire();
    } catch (TextParseException e) {
      assertThrows(TextParseException.class, () -> QueryWire.of(new Question(text, "A")));
      return;
    }
    assertThat(
        assertDoesNotThrow(() -> QueryWire.of(new Question(text, "A"))).bytes(), is(expected));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings().withChars("abZ09-_.\\@*\" \u00e9").ofMaxLength(70);
  }

  @Test
  void longestNameAndLabelAreWrittenAndNothingLonger() throws Exception {
    String label = "x".repeat(63);
    String name = label + "." + label + "." + label + "." + "y".repeat(61);
    assertThat(name.length(), is(253));
    assertThat(QueryWire.of(new Question(name, "A")).bytes(), is(asked(name, Type.A).toWire()));
    assertThrows(TextParseException.class, () -> QueryWire.of(new Question(name + "y", "A")));
    assertThrows(TextParseException.class, () -> QueryWire.of(new Question(label + "x", "A")));
  }

  @Test
  void whatIsNoQuestionIsRefused() {
    assertThrows(TextParseException.class, () -> QueryWire.of(new Question("a..b", "A")));
    assertThrows(
        IllegalArgumentException.class, () -> QueryWire.of(new Question("a.example", "NONE")));
  }

  @Test
  void emptyRepliesAreReadAsDnsjavaReadsThem() throws Exception {
    for (int rcode : new int[] {Rcode.NOERROR, Rcode.NXDOMAIN, Rcode.SERVFAIL, Rcode.REFUSED}) {
      QueryWire query = QueryWire.of(new Question("a.example", "MX"));
      Message reply = new Message(query.bytes());
      reply.getHeader().setFlag(Flags.QR);
      reply.getHeader().setRcode(rcode);
      assertThat(EmptyReply.rcode(reply.toWire(), query.endOfQuestion()), is(rcode));
      Record soa =
          Record.fromString(
              Name.fromString("example."),
              Type.SOA,
              DClass.IN,
              60,
              "ns.example. mail.ns.example. 1 2 3 4 5",
              Name.root);
      reply.addRecord(soa, Section.AUTHORITY);
      assertThat(EmptyReply.rcode(reply.toWire(), query.endOfQuestion()), is(rcode));
    }
  }

  @Test
  void upperBitsOfTheCodeCount() throws Exception {
    QueryWire query = QueryWire.of(new Question("a.example", "MX"));
    Message reply = new Message();
    reply.getHeader().setFlag(Flags.QR);
    reply.addRecord(new Message(query.bytes()).getQuestion(), Section.QUESTION);
    reply.addRecord(new OPTRecord(1232, 1, 0, 0, List.of()), Section.ADDITIONAL);
    assertThat(EmptyReply.rcode(reply.toWire(), query.endOfQuestion()), is(Rcode.BADVERS));
  }

  @Test
  void answersAndDamagedRepliesAreLeftToDnsjava() throws Exception {
    QueryWire query = QueryWire.of(new Question("a.example", "A"));
    Message reply = new Message(query.bytes());
    reply.getHeader().setFlag(Flags.QR);
    byte[] whole = reply.toWire();
    for (int length = query.endOfQuestion(); length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThat(EmptyReply.rcode(cut, query.endOfQuestion()), is(EmptyReply.OTHER));
    }
    assertThat(
        EmptyReply.rcode(Arrays.copyOf(whole, whole.length + 1), query.endOfQuestion()),
        is(EmptyReply.OTHER));
    reply.addRecord(
        Record.fromString(reply.getQuestion().getName(), Type.A, DClass.IN, 1, "192.0.2.1", null),
        Section.ANSWER);
    assertThat(EmptyReply.rcode(reply.toWire(), query.endOfQuestion()), is(EmptyReply.OTHER));
  }

  @Property(tries = 2_000)
  void anyBytesAreReadWithoutAFault(
      @ForAll byte[] tail, @ForAll @AlphaChars @StringLength(min = 1, max = 20) String label)
      throws Exception {
    QueryWire query = QueryWire.of(new Question(label + ".example", "A"));
    byte[] reply = Arrays.copyOf(query.bytes(), query.endOfQuestion() + tail.length);
    System.arraycopy(tail, 0, reply, query.endOfQuestion(), tail.length);
    for (int place : new int[] {8, 9, 10, 11}) {
      reply[place] = tail.length > place ? tail[place] : 1;
    }
    int rcode = EmptyReply.rcode(reply, query.endOfQuestion());
    assertThat(rcode >= EmptyReply.OTHER && rcode <= 0xfff, is(true));
  }
}
