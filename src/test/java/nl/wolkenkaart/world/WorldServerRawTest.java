package nl.wolkenkaart.world;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages byte by byte, the malformed ones too. */
class WorldServerRawTest {
  /** Header with id 1234, RD, one question. */
  private static final String HEADER = "1234" + "0100" + "0001" + "0000" + "0000" + "0000";

  /** {@code Ab.example A IN}, case mixed. */
  private static final String QUESTION = "024162" + "076578616d706c65" + "00" + "0001" + "0001";

  private static final String ANSWER =
      "1234"
          + "8500"
          + "0001"
          + "0001"
          + "0000"
          + "0000"
          + QUESTION
          + "c00c"
          + "0001"
          + "0001"
          + "00000e10"
          + "0004"
          + "c0000207";

  private WorldServer server;

  @BeforeEach
  void start() throws IOException {
    ZoneData zones =
        new ZoneData.Builder().add("ab.example", 1, new byte[] {(byte) 192, 0, 2, 7}).build();
    server = WorldServer.start(zones, Map.of("silent.example", StandardFault.SILENT), 0);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void theAnswerIsByteForByteWhatItShouldBe() throws IOException {
    assertThat(udp(HEADER + QUESTION), is(ANSWER));
  }

  @Test
  void malformedQueriesGetFormerr() throws IOException {
    String formerr = "1234" + "8101" + "0000" + "0000" + "0000" + "0000";
    assertThat("no question", udp(HEADER), is(formerr));
    assertThat("label past the end", udp(HEADER + "3f41"), is(formerr));
    assertThat("no type", udp(HEADER + "024162" + "00"), is(formerr));
    assertThat("compression pointer", udp(HEADER + "c00c" + "0001" + "0001"), is(formerr));
    assertThat("label of 64", udp(HEADER + "40" + "61".repeat(64) + "0000010001"), is(formerr));
    assertThat(
        "name of 256", udp(HEADER + "0161".repeat(127) + "016100" + "00010001"), is(formerr));
    String two = HEADER.replace("0100" + "0001", "0100" + "0002");
    assertThat("two questions", udp(two + QUESTION + QUESTION), is(formerr));
  }

  @Test
  void anUnreadableOptGetsFormerrToo() throws IOException {
    String header = HEADER.substring(0, 20) + "0001";
    String formerr = "1234" + "8101" + "0001" + "0000" + "0000" + "0000" + QUESTION;
    assertThat(udp(header + QUESTION), is(formerr));
    assertThat(udp(header + QUESTION + "00" + "0029" + "04d0" + "00000000" + "0005"), is(formerr));
    String opt = "00" + "0029" + "04d0" + "00000000" + "0000";
    assertThat(udp(HEADER.substring(0, 20) + "0002" + QUESTION + opt + opt), is(formerr));
  }

  @Test
  void otherVersionsOfEdnsAreNotKnown() throws IOException {
    String query = HEADER.substring(0, 20) + "0001" + QUESTION + "00" + "0029" + "04d0";
    String badVersion = "1234" + "8100" + "0001" + "0000" + "0000" + "0001" + QUESTION;
    assertThat(
        udp(query + "00010000" + "0000"),
        is(badVersion + "00" + "0029" + "04d0" + "01000000" + "0000"));
  }

  @Test
  void whatIsNoQueryIsNotAnswered() throws IOException {
    assertThrows(SocketTimeoutException.class, () -> udp("12"));
    assertThrows(SocketTimeoutException.class, () -> udp(ANSWER));
    assertThat("still serving", udp(HEADER + QUESTION), is(ANSWER));
  }

  @Test
  void otherOperationsAndClassesAreRefused() throws IOException {
    String update = HEADER.replace("12340100", "12342900");
    assertThat(udp(update + QUESTION).substring(0, 8), is("1234a904"));
    String chaos = QUESTION.substring(0, QUESTION.length() - 4) + "0003";
    assertThat(udp(HEADER + chaos).substring(0, 8), is("12348105"));
  }

  @Test
  void oneConnectionTakesManyQuestionsInAnyPieces() throws IOException {
    byte[] query = HexFormat.of().parseHex(HEADER + QUESTION);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(2000);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      DataInputStream in = new DataInputStream(socket.getInputStream());
      for (int i = 0; i < 300; i++) {
        out.writeShort(query.length);
        out.write(query);
      }
      out.writeShort(query.length);
      out.write(query, 0, 5);
      out.flush();
      for (int i = 0; i < 300; i++) {
        assertThat(read(in), is(ANSWER));
      }
      out.write(query, 5, query.length - 5);
      assertThat(read(in), is(ANSWER));
    }
  }

  @Test
  void aConnectionThatSendsGarbageIsClosed() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(2000);
      socket.getOutputStream().write(new byte[] {(byte) 0xFF, (byte) 0xFF, 1, 2, 3});
      assertThat(socket.getInputStream().read(), is(-1));
    }
    assertThat("still serving", udp(HEADER + QUESTION), is(ANSWER));
  }

  private String udp(String query) throws IOException {
    byte[] bytes = HexFormat.of().parseHex(query);
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(300);
      InetAddress host = InetAddress.getLoopbackAddress();
      socket.send(new DatagramPacket(bytes, bytes.length, host, server.port()));
      DatagramPacket reply = new DatagramPacket(new byte[2000], 2000);
      socket.receive(reply);
      return HexFormat.of().formatHex(reply.getData(), 0, reply.getLength());
    }
  }

  private static String read(DataInputStream in) throws IOException {
    byte[] message = new byte[in.readUnsignedShort()];
    in.readFully(message);
    return HexFormat.of().formatHex(message);
  }
}
