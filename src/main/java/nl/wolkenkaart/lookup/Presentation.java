package nl.wolkenkaart.lookup;

import com.google.common.base.Ascii;
import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;

/** Records as text: presentation form with names in lower case and without the last dot. */
final class Presentation {
  private static final String MAPPED = "::ffff:";

  private Presentation() {}

  /** A name in lower case without its last dot; the root is {@code .}. */
  static String name(Name name) {
    return name.labels() == 1 && name.isAbsolute() ? "." : Ascii.toLowerCase(name.toString(true));
  }

  /** RDATA in presentation form (RFC 1035, section 5.1; addresses as in RFC 5952). */
  static String data(Record record) {
    if (record instanceof MXRecord mx) {
      return mx.getPriority() + " " + name(mx.getTarget());
    }
    if (record instanceof CNAMERecord alias) {
      return name(alias.getTarget());
    }
    if (record instanceof NSRecord ns) {
      return name(ns.getTarget());
    }
    if (record instanceof SRVRecord srv) {
      return srv.getPriority()
          + " "
          + srv.getWeight()
          + " "
          + srv.getPort()
          + " "
          + name(srv.getTarget());
    }
    if (record instanceof ARecord a) {
      return address(a.getAddress());
    }
    if (record instanceof AAAARecord aaaa) {
      String text = address(aaaa.getAddress());
      // Java reads an address that maps one of IPv4 as that one.
      return text.indexOf(':') < 0 ? MAPPED + text : text;
    }
    return record.rdataToString();
  }

  private static String address(InetAddress address) {
    return InetAddresses.toAddrString(address);
  }
}
