package nl.wolkenkaart.world;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** RDATA in wire form (RFC 1035, section 3.3; SRV: RFC 2782; AAAA: RFC 3596). */
final class Rdata {
  static final int A = 1;
  static final int NS = 2;
  static final int CNAME = 5;
  static final int SOA = 6;
  static final int MX = 15;
  static final int TXT = 16;
  static final int AAAA = 28;
  static final int SRV = 33;

  private Rdata() {}

  /** RDATA of NS and CNAME. */
  static byte[] name(String target) {
    return WireName.encode(target);
  }

  /** RDATA of A and AAAA, from the literal address. */
  static byte[] address(String literal) {
    if (!literal.matches("[0-9a-f:.]+")) {
      throw new IllegalArgumentException("Not an address: " + literal);
    }
    try {
      return InetAddress.getByName(literal).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("Not an address: " + literal, e);
    }
  }

  static byte[] mx(int preference, String host) {
    byte[] name = WireName.encode(host);
    return ByteBuffer.allocate(2 + name.length).putShort((short) preference).put(name).array();
  }

  static byte[] srv(int priority, int weight, int port, String target) {
    byte[] name = WireName.encode(target);
    return ByteBuffer.allocate(6 + name.length)
        .putShort((short) priority)
        .putShort((short) weight)
        .putShort((short) port)
        .put(name)
        .array();
  }

  /** One text, in character strings of at most 255 bytes. */
  static byte[] txt(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream data = new ByteArrayOutputStream(bytes.length + 2);
    int at = 0;
    do {
      int length = Math.min(255, bytes.length - at);
      data.write(length);
      data.write(bytes, at, length);
      at += length;
    } while (at < bytes.length);
    return data.toByteArray();
  }

  static byte[] soa(String server, String mailbox, int serial, int minimum) {
    byte[] mname = WireName.encode(server);
    byte[] rname = WireName.encode(mailbox);
    return ByteBuffer.allocate(mname.length + rname.length + 20)
        .put(mname)
        .put(rname)
        .putInt(serial)
        .putInt(3600)
        .putInt(600)
        .putInt(86400)
        .putInt(minimum)
        .array();
  }
}
