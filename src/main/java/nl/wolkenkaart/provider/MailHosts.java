package nl.wolkenkaart.provider;

import static java.util.Comparator.comparingInt;

import com.google.common.net.InetAddresses;
import java.util.ArrayList;
import java.util.List;
import nl.wolkenkaart.observation.AnswerIndex;
import nl.wolkenkaart.observation.ObservedAnswer;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What the MX records of a domain say.
 *
 * @param hosts hosts that mail can be delivered to, most preferred first, then by name
 * @param dropped a line for each record that no mail can be delivered to, with the reason
 * @param nullMx whether the only record is the null MX (RFC 7505, section 3)
 */
record MailHosts(List<MailHost> hosts, List<Finding> dropped, boolean nullMx) {
  /**
   * Hosts that stand in MX for a token, as {@code .msv1.invalid} does at Microsoft, and take no
   * mail (https://support.google.com/a/answer/183895).
   */
  private static final String GOOGLE_VERIFICATION = ".mx-verification.google.com";

  private static final MailHosts NULL_MX = new MailHosts(List.of(), List.of(), true);
  static final MailHosts NONE = new MailHosts(List.of(), List.of(), false);

  /** Reads the records of an answer to the question {@code mx}. */
  static MailHosts of(ObservedAnswer mx, AnswerIndex index) {
    List<String> records = Answered.data(mx);
    if (records.size() == 1 && host(records.get(0)).equals(".")) {
      return NULL_MX;
    }
    List<MailHost> hosts = new ArrayList<>();
    List<Finding> dropped = new ArrayList<>();
    for (String record : records) {
      int preference = preference(record);
      String host = host(record);
      String fault = preference < 0 ? "no MX record" : fault(host);
      if (fault == null) {
        hosts.add(MailHost.of(preference, host, index));
      } else {
        dropped.add(Finding.note("MX " + record + " not counted: " + fault, Rules.BOGUS_MX));
      }
    }
    hosts.sort(comparingInt(MailHost::preference).thenComparing(MailHost::name));
    return new MailHosts(List.copyOf(hosts), List.copyOf(dropped), false);
  }

  /** The hosts of the lowest preference; none where there are no hosts. */
  List<MailHost> mostPreferred() {
    return hosts.stream().filter(h -> h.preference() == hosts.get(0).preference()).toList();
  }

  private static String host(String record) {
    int space = record.indexOf(' ');
    String host = space < 0 ? "" : record.substring(space + 1);
    return host.length() > 1 && host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  /** The 16-bit preference in front; -1 where there is none. */
  private static int preference(String record) {
    int space = record.indexOf(' ');
    if (space < 1 || space > 5) {
      return -1;
    }
    int preference = 0;
    for (int i = 0; i < space; i++) {
      char c = record.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      preference = preference * 10 + (c - '0');
    }
    return preference > 65_535 ? -1 : preference;
  }

  /** Why no mail can be delivered to a host of this name; null where it can. */
  private static @Nullable String fault(String host) {
    if (host.equals(".")) {
      return "a null MX beside other records";
    }
    if (host.equals("localhost")
        || host.endsWith(".localhost")
        || host.equals("localhost.localdomain")) {
      return "the local host";
    }
    if (host.endsWith(".invalid")) {
      return "a name that never exists (RFC 6761)";
    }
    if (host.endsWith(GOOGLE_VERIFICATION)) {
      return "a name that only shows who owns the domain";
    }
    if (InetAddresses.isInetAddress(host) || host.startsWith("[")) {
      return "an address where a name must stand";
    }
    if (host.indexOf('.') < 1) {
      return "a single label";
    }
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!letterOrDigit && c != '.' && c != '-' && c != '_') {
        return "no host name";
      }
    }
    return null;
  }
}
