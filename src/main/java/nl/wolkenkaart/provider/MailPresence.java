package nl.wolkenkaart.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.wolkenkaart.observation.AnswerIndex;
import nl.wolkenkaart.observation.ObservedAnswer;

/**
 * Whether a domain has mail at all, as far as MX and its own address tell.
 *
 * <ul>
 *   <li>MX not answered, or not asked: {@code lookup_failed}.
 *   <li>MX NXDOMAIN: {@code nxdomain}; after a CNAME, whose target it is that does not exist,
 *       {@code no_mail_found}.
 *   <li>No MX: {@code implicit_mx} with an A or AAAA record; {@code lookup_failed} where one of the
 *       two might exist but was not answered; else {@code no_mail_found}.
 *   <li>The null MX: {@code no_mail_declared}. Only hosts that no mail reaches: {@code
 *       no_mail_found}.
 *   <li>Else {@code ok}, until a later step knows better.
 * </ul>
 *
 * @param status one of {@link MailStatus}
 * @param rule one of {@link Rules}
 * @param hosts what the MX records say
 * @param notes what was seen
 */
record MailPresence(String status, String rule, MailHosts hosts, List<Finding> notes) {

  static MailPresence of(AnswerIndex index) {
    Optional<ObservedAnswer> mx = index.one("mx");
    if (mx.isEmpty() || !Answered.isAnswer(mx.get())) {
      String seen = mx.map(a -> "MX: " + a.getStatus()).orElse("MX was not asked");
      return without(MailStatus.LOOKUP_FAILED, Rules.MX_NOT_ANSWERED, seen);
    }
    ObservedAnswer answer = mx.get();
    if (answer.getStatus().equals(Answered.NXDOMAIN)) {
      return answer.getChain().isEmpty()
          ? without(MailStatus.NXDOMAIN, Rules.NXDOMAIN, "the domain does not exist")
          : without(
              MailStatus.NO_MAIL_FOUND,
              Rules.NO_MX,
              "CNAME to a name that does not exist: " + String.join(" -> ", answer.getChain()));
    }
    if (answer.getRecords().isEmpty()) {
      return withoutMx(index);
    }
    MailHosts hosts = MailHosts.of(answer, index);
    if (hosts.nullMx()) {
      return without(MailStatus.NO_MAIL_DECLARED, Rules.NULL_MX, "null MX (RFC 7505)");
    }
    List<Finding> notes = new ArrayList<>(hosts.dropped());
    return hosts.hosts().isEmpty()
        ? new MailPresence(MailStatus.NO_MAIL_FOUND, Rules.BOGUS_MX, hosts, notes)
        : new MailPresence(MailStatus.OK, "", hosts, notes);
  }

  private static MailPresence withoutMx(AnswerIndex index) {
    Optional<ObservedAnswer> a = index.one("a");
    Optional<ObservedAnswer> aaaa = index.one("aaaa");
    if (!Answered.data(a).isEmpty() || !Answered.data(aaaa).isEmpty()) {
      return without(
          MailStatus.IMPLICIT_MX, Rules.IMPLICIT_MX, "no MX, but an address (RFC 5321, 5.1)");
    }
    if (a.isEmpty() || Answered.failed(a) || Answered.failed(aaaa)) {
      return without(
          MailStatus.LOOKUP_FAILED, Rules.ADDRESS_NOT_ANSWERED, "no MX, address not answered");
    }
    return without(MailStatus.NO_MAIL_FOUND, Rules.NO_MX, "no MX and no address");
  }

  private static MailPresence without(String status, String rule, String seen) {
    return new MailPresence(status, rule, MailHosts.NONE, List.of(Finding.note(seen, rule)));
  }

  /** Whether it is settled that the domain has no mail. */
  boolean hasNoMail() {
    return switch (status) {
      case MailStatus.NO_MAIL_DECLARED, MailStatus.NO_MAIL_FOUND, MailStatus.NXDOMAIN -> true;
      default -> false;
    };
  }
}
