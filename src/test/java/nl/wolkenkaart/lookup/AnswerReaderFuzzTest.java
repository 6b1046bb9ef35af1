package nl.wolkenkaart.lookup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;

import com.google.common.primitives.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.WireParseException;

/** Whatever bytes a reply has, its question gets one answer, within bounds. */
class AnswerReaderFuzzTest {
  private static final List<String> TYPES =
      List.of("A", "AAAA", "MX", "TXT", "NS", "CNAME", "SRV", "TLSA");

  private final AnswerReader reader = new AnswerReader();

  /** A record at the asked name. */
  private static final class Planted {
    private final int type;
    private final byte[] content;

    /**
     * @param content any bytes, in the form that the type has: an address, a text, a label, raw
     */
    Planted(int type, byte[] content) {
      this.type = type;
      this.content = content;
    }

    byte[] data() {
      int length = content.length;
      return switch (type) {
        case Type.A -> Arrays.copyOf(content, 4);
        case Type.AAAA -> Arrays.copyOf(content, 16);
        case Type.TXT -> Bytes.concat(new byte[] {(byte) length}, content);
        case Type.NS, Type.CNAME -> label();
        case Type.MX -> Bytes.concat(new byte[2], label());
        case Type.SRV -> Bytes.concat(new byte[6], label());
        default -> content;
      };
    }

    private byte[] label() {
      // An empty one is the root, in two bytes too many.
      return Bytes.concat(new byte[] {(byte) content.length}, content, new byte[1]);
    }
  }

  @Provide
  Arbitrary<List<Planted>> records() {
    Arbitrary<Integer> types =
        Arbitraries.of(
            Type.A,
            Type.NS,
            Type.CNAME,
            Type.SOA,
            Type.PTR,
            Type.MX,
            Type.TXT,
            Type.AAAA,
            Type.SRV,
            Type.OPT,
            Type.RRSIG,
            Type.TLSA,
            Type.CAA,
            999);
    Arbitrary<byte[]> content = Arbitraries.bytes().array(byte[].class).ofMaxSize(63);
    return Combinators.combine(types, content).as(Planted::new).list().ofMaxSize(4);
  }

  @Property(tries = 5_000)
  void recordsOfAnyBytes(
      @ForAll("records") List<Planted> others,
      @ForAll @Size(max = 63) byte[] own,
      @ForAll("types") String type)
      throws IOException {
    List<Planted> records = new ArrayList<>(others);
    records.add(new Planted(Type.value(type), own));
    byte[] header = {0, 7, (byte) 0x80, 0, 0, 1, 0, (byte) records.size(), 0, 0, 0, 0};
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    wire.write(header);
    wire.write(Name.fromString("a.example.").toWire());
    wire.write(new byte[] {0, (byte) Type.value(type), 0, DClass.IN});
    for (Planted record : records) {
      wire.write(new byte[] {(byte) 0xc0, 12});
      wire.write(new byte[] {(byte) (record.type >> 8), (byte) record.type, 0, DClass.IN});
      wire.write(new byte[] {0, 0, 0, 60, 0, (byte) record.data().length});
      wire.write(record.data());
    }
    check(read(type, wire.toByteArray()));
  }

  @Property(tries = 5_000)
  void anyBytes(@ForAll byte[] reply, @ForAll("types") String type) throws Exception {
    check(read(type, reply));
  }

  /** A right reply of which some bytes behind the question are others. */
  @Property(tries = 5_000)
  void rightButForSomeBytes(
      @ForAll("places") List<Integer> places,
      @ForAll("values") List<Byte> values,
      @ForAll("types") String type)
      throws Exception {
    byte[] reply = right(type);
    for (int i = 0; i < Math.min(places.size(), values.size()); i++) {
      reply[3 + places.get(i) % (reply.length - 3)] = values.get(i);
    }
    check(read(type, reply));
  }

  @Provide
  Arbitrary<String> types() {
    return Arbitraries.of(TYPES);
  }

  @Provide
  Arbitrary<List<Integer>> places() {
    return Arbitraries.integers().between(0, 10_000).list().ofMinSize(1).ofMaxSize(3);
  }

  @Provide
  Arbitrary<List<Byte>> values() {
    return Arbitraries.oneOf(
            Arbitraries.bytes(), Arbitraries.of((byte) 0, (byte) 0xc0, (byte) 0x3f, (byte) 12))
        .list()
        .ofSize(3);
  }

  /** An alias and two records of the type, with one of each kind of data that is written out. */
  private static byte[] right(String type) throws IOException {
    Name owner = Name.fromString("a.example.");
    Name target = Name.fromString("b.example.");
    int number = Type.value(type);
    Message message = Message.newQuery(Record.newRecord(owner, number, DClass.IN));
    message.getHeader().setFlag(Flags.QR);
    add(message, owner, Type.CNAME, "b.example.");
    switch (type) {
      case "A" -> add(message, target, number, "192.0.2.1", "192.0.2.2");
      case "AAAA" -> add(message, target, number, "2001:db8::1", "2001:db8::2");
      case "MX" -> add(message, target, number, "10 mx.b.example.", "20 mx2.b.example.");
      case "TXT" -> add(message, target, number, "\"v=spf1 -all\" \"x\"", "\"\\200\\000\"");
      case "NS", "CNAME" -> add(message, target, number, "ns.b.example.");
      case "SRV" -> add(message, target, number, "1 2 443 sip.b.example.");
      default -> add(message, target, number, "3 1 1 0102030405060708");
    }
    return message.toWire();
  }

  private static void add(Message message, Name owner, int type, String... data)
      throws IOException {
    for (String text : data) {
      message.addRecord(
          Record.fromString(owner, type, DClass.IN, 60, text, Name.root), Section.ANSWER);
    }
  }

  /** Reads as the client does; what repeats another question is read too. */
  private Answer read(String type, byte[] reply) throws TextParseException {
    AnswerReader.Sending sending =
        new AnswerReader.Sending(
            new Question("a.example", type), "192.0.2.1:53", 1, Instant.EPOCH, 1);
    QueryWire query = QueryWire.of(sending.question());
    if (QueryWire.isRepeated(query.bytes(), reply)) {
      return reader.readWire(sending, reply, query.endOfQuestion(), null);
    }
    Message message;
    try {
      message = new Message(reply);
    } catch (IOException e) {
      return reader.read(sending, null, e);
    }
    if (message.getQuestion() == null) {
      return reader.read(
          sending, null, new WireParseException("as dnsjava says, without a question"));
    }
    return reader.read(sending, message, null);
  }

  private static void check(Answer answer) {
    Statistics.collect(answer.status());
    assertThat(answer.status(), is(notNullValue()));
    assertThat(answer.records().size(), is(lessThanOrEqualTo(AnswerReader.MOST_RECORDS)));
    assertThat(
        answer.records().stream().mapToInt(record -> record.data().length()).sum(),
        is(lessThanOrEqualTo(AnswerReader.MOST_TEXT)));
    assertThat(answer.chain().size(), is(lessThanOrEqualTo(AnswerReader.LONGEST_CHAIN)));
    if (answer.status() != AnswerStatus.NOERROR) {
      assertThat(answer.records(), is(empty()));
    }
    for (ResourceRecord record : answer.records()) {
      assertThat("printable", record.data().chars().allMatch(c -> c >= ' ' && c < 127));
      assertThat("printable", record.name().chars().allMatch(c -> c > ' ' && c < 127));
    }
    answer
        .chain()
        .forEach(name -> assertThat(name.chars().allMatch(c -> c > ' ' && c < 127), is(true)));
  }
}
