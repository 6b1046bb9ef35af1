package nl.wolkenkaart.world;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZoneFileTest {
  @TempDir Path folder;

  @Test
  void readsWhatItWrites() throws IOException {
    ZoneData zones =
        read(
            """
            $ORIGIN example.
            a 300 IN MX 10 mx
            a 300 IN TXT "one" "two \\"quoted\\" \\200"
            a 300 IN MX 10 mx
            *.b IN SRV 1 2 443 .
            c.d IN AAAA 2001:db8::1
            """);
    Path again = folder.resolve("again");
    ZoneFile.write(zones, again);
    assertThat(
        Files.readString(again),
        is(
            """
            a.example.\t\t300\tIN\tMX\t10 mx.example.
            a.example.\t\t300\tIN\tTXT\tone "two \\"quoted\\" \\200"
            *.b.example.\t\t3600\tIN\tSRV\t1 2 443 .
            c.d.example.\t\t3600\tIN\tAAAA\t2001:db8:0:0:0:0:0:1
            """));
    assertThat(ZoneFile.read(again).sizeByType(), is(Map.of(15, 1, 16, 1, 33, 1, 28, 1)));
  }

  @Test
  void saysWhatIsWrongWithAFile() {
    String message =
        assertThrows(IOException.class, () -> read("a. IN A 300.1.2.3\n")).getMessage();
    assertThat(message, containsString("zone"));
    assertThat(message, containsString("300.1.2.3"));
    assertThrows(IOException.class, () -> read("a. CH TXT \"x\"\n"));
    assertThrows(IOException.class, () -> ZoneFile.read(folder.resolve("absent")));
  }

  @Test
  void refusesNamesThatAreNone() {
    ZoneData.Builder zones = new ZoneData.Builder();
    byte[] data = Rdata.address("192.0.2.1");
    assertThrows(IllegalArgumentException.class, () -> zones.add("a..b", 1, data));
    assertThrows(IllegalArgumentException.class, () -> zones.add(".a", 1, data));
    assertThrows(IllegalArgumentException.class, () -> zones.add("x".repeat(64), 1, data));
    String long254 = ("x".repeat(63) + ".").repeat(3) + "x".repeat(62);
    assertThrows(IllegalArgumentException.class, () -> zones.add(long254, 1, data));
    assertThrows(IllegalArgumentException.class, () -> Rdata.address("host.example"));
    assertThat(zones.add(long254.substring(1), 1, data).build().size(), is(1));
  }

  private ZoneData read(String text) throws IOException {
    Path file = folder.resolve("zone");
    Files.writeString(file, text, StandardCharsets.US_ASCII);
    return ZoneFile.read(file);
  }
}
