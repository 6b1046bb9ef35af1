package nl.wolkenkaart.lookup;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import org.xbill.DNS.WireParseException;

/**
 * Reads replies. Only records on the CNAME chain that starts at the question count; whatever else a
 * reply holds is not looked at (RFC 2181, section 5.4.1).
 */
final class AnswerReader {
  /** CNAME links followed, at most. */
  static final int LONGEST_CHAIN = 8;

  /** Records of one answer kept, at most. */
  static final int MOST_RECORDS = 500;

  /** Characters of RDATA of one answer kept, at most. */
  static final int MOST_TEXT = 65_536;

  /** The AD bit in the fourth octet of a message. */
  private static final int AD = 0x20;

  private static final Comparator<ResourceRecord> BY_DATA =
      Comparator.comparing(ResourceRecord::data).thenComparing(ResourceRecord::name);

  /** What is known of the sending that a reply belongs to. */
  record Sending(Question question, String resolver, int attempts, Instant at, int millis) {}

  Answer notAsked(Question question, String reason, Instant at) {
    return new Answer(
        question,
        AnswerStatus.NOT_ASKED,
        reason,
        List.of(),
        List.of(),
        false,
        false,
        null,
        0,
        at,
        0);
  }

  /**
   * Reads a reply, or the failure that came in its place.
   *
   * @param reply repeats the question; null where there is a failure
   */
  Answer readWire(Sending sending, byte[] reply, int endOfQuestion, Throwable failure) {
    if (failure != null) {
      return failed(sending, failure);
    }
    int rcode = EmptyReply.rcode(reply, endOfQuestion);
    if (rcode == Rcode.NXDOMAIN || rcode == Rcode.NOERROR) {
      AnswerStatus status = rcode == Rcode.NXDOMAIN ? AnswerStatus.NXDOMAIN : AnswerStatus.NODATA;
      boolean authenticated = (reply[3] & AD) != 0;
      return answer(sending, status, List.of(), List.of(), authenticated, false);
    }
    try {
      return read(sending, new Message(reply), null);
    } catch (IOException | RuntimeException e) {
      // Whatever a hostile reply makes dnsjava do, the question ends.
      return failed(sending, e);
    }
  }

  /** Reads a reply that dnsjava has read, or the failure that came in its place. */
  Answer read(Sending sending, Message reply, Throwable failure) {
    if (failure != null) {
      return failed(sending, failure);
    }
    try {
      return read(sending, reply);
    } catch (RuntimeException e) {
      // Whatever a hostile reply makes dnsjava do, the question ends.
      return failed(sending, e);
    }
  }

  private Answer read(Sending sending, Message reply) {
    AnswerStatus error = errorOf(reply.getRcode());
    if (error != null) {
      return failed(sending, error, "rcode " + Rcode.string(reply.getRcode()));
    }
    return onChain(sending, reply);
  }

  private Answer onChain(Sending sending, Message reply) {
    List<Record> section = reply.getSection(Section.ANSWER);
    int type = Type.value(sending.question.type());
    List<String> chain = new ArrayList<>();
    Name owner = reply.getQuestion().getName();
    while (type != Type.CNAME) {
      Name target = aliasOf(owner, section);
      if (target == null) {
        break;
      }
      chain.add(Presentation.name(target));
      if (chain.size() > LONGEST_CHAIN || target.equals(reply.getQuestion().getName())) {
        return failed(sending, AnswerStatus.CNAME_LOOP, "more than " + LONGEST_CHAIN + " aliases");
      }
      owner = target;
    }
    List<ResourceRecord> all = new ArrayList<>();
    for (Record record : section) {
      if (record.getType() == type && record.getName().equals(owner)) {
        all.add(
            new ResourceRecord(
                Presentation.name(owner),
                sending.question.type(),
                record.getTTL(),
                Presentation.data(record)));
      }
    }
    // Sorted before it is cut: name servers rotate their records.
    all.sort(BY_DATA);
    List<ResourceRecord> records = bounded(all);
    boolean cut = records.size() < all.size();
    AnswerStatus status = all.isEmpty() ? AnswerStatus.NODATA : AnswerStatus.NOERROR;
    if (reply.getRcode() == Rcode.NXDOMAIN) {
      status = AnswerStatus.NXDOMAIN;
      records = List.of();
    }
    return answer(sending, status, records, chain, reply.getHeader().getFlag(Flags.AD), cut);
  }

  private static Answer answer(
      Sending sending,
      AnswerStatus status,
      List<ResourceRecord> records,
      List<String> chain,
      boolean authenticated,
      boolean cut) {
    return new Answer(
        sending.question,
        status,
        null,
        records,
        chain,
        authenticated,
        cut,
        sending.resolver,
        sending.attempts,
        sending.at,
        sending.millis);
  }

  private static List<ResourceRecord> bounded(List<ResourceRecord> all) {
    int text = 0;
    for (int i = 0; i < all.size(); i++) {
      text += all.get(i).data().length();
      if (i >= MOST_RECORDS || text > MOST_TEXT) {
        return all.subList(0, i);
      }
    }
    return all;
  }

  private static Name aliasOf(Name owner, List<Record> section) {
    for (Record record : section) {
      if (record instanceof CNAMERecord alias && alias.getName().equals(owner)) {
        return alias.getTarget();
      }
    }
    return null;
  }

  private static AnswerStatus errorOf(int rcode) {
    return switch (rcode) {
      case Rcode.NOERROR, Rcode.NXDOMAIN -> null;
      case Rcode.FORMERR -> AnswerStatus.FORMERR;
      case Rcode.NOTIMP -> AnswerStatus.NOTIMP;
      case Rcode.REFUSED -> AnswerStatus.REFUSED;
      default -> AnswerStatus.SERVFAIL;
    };
  }

  private Answer failed(Sending sending, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof Upstream.TcpException) {
      return failed(sending, AnswerStatus.TCP_FAILED, "truncated, and TCP failed");
    }
    if (cause instanceof SocketTimeoutException) {
      return failed(sending, AnswerStatus.TIMEOUT, "no reply in time");
    }
    if (cause instanceof WireParseException) {
      return failed(sending, AnswerStatus.MALFORMED, "not readable as a DNS message");
    }
    if (cause instanceof IOException) {
      return failed(sending, AnswerStatus.NETWORK_ERROR, cause.getClass().getSimpleName());
    }
    return failed(sending, AnswerStatus.MALFORMED, cause.getClass().getSimpleName());
  }

  private Answer failed(Sending sending, AnswerStatus status, String reason) {
    return new Answer(
        sending.question,
        status,
        reason,
        List.of(),
        List.of(),
        false,
        false,
        sending.resolver,
        sending.attempts,
        sending.at,
        sending.millis);
  }
}
