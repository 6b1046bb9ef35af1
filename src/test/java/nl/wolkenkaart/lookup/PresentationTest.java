package nl.wolkenkaart.lookup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class PresentationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "MX | 10 MX.Example. | 10 mx.example",
        "MX | 0 . | 0 .",
        "CNAME | Target.Example. | target.example",
        "NS | NS1.Example. | ns1.example",
        "SRV | 1 2 443 SipDir.Online.Lync.com. | 1 2 443 sipdir.online.lync.com",
        "SRV | 0 0 0 . | 0 0 0 .",
        "A | 192.0.2.1 | 192.0.2.1",
        "AAAA | 2001:DB8:0:0:0:0:0:1 | 2001:db8::1",
        // An address of IPv6 that maps one of IPv4 stays one of IPv6 (RFC 5952, section 5).
        "AAAA | ::ffff:192.0.2.1 | ::ffff:192.0.2.1",
        // dnsjava quotes where it must; see TextRecordTest for what is read from it.
        "TXT | \"Two\" \"Words here\" | Two \"Words here\"",
        // What a terminal would obey is escaped.
        "TXT | \"\\027[31m\\010\\000\" | \\027[31m\\010\\000",
        "MX | 10 a\\000b\\.c\\032d.Example. | 10 a\\000b\\.c\\032d.example",
      })
  void writes(String type, String text, String data) throws IOException {
    Record record = Record.fromString(Name.root, Type.value(type), DClass.IN, 60, text, Name.root);
    Record received = Record.fromWire(record.toWire(Section.ANSWER), Section.ANSWER);
    assertThat(Presentation.data(received), equalTo(data));
  }
}
