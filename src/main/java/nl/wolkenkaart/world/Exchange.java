package nl.wolkenkaart.world;

import java.util.Arrays;
import java.util.function.Consumer;

/** One question to a faulty name server, and the way to reply to it. */
public final class Exchange {
  private final String name;
  private final int type;
  private final boolean tcp;
  private final int earlier;
  private final byte[] answer;
  private final Consumer<byte[]> sink;

  Exchange(String name, int type, boolean tcp, int earlier, byte[] answer, Consumer<byte[]> sink) {
    this.name = name;
    this.type = type;
    this.tcp = tcp;
    this.earlier = earlier;
    this.answer = answer;
    this.sink = sink;
  }

  /** The name asked, lower case, no trailing dot. */
  public String name() {
    return name;
  }

  /** The type number asked. */
  public int type() {
    return type;
  }

  public boolean tcp() {
    return tcp;
  }

  /** How often this name and type were asked over UDP before. */
  public int earlier() {
    return earlier;
  }

  /** The right answer, a whole message without the length prefix of TCP. */
  public byte[] answer() {
    return answer.clone();
  }

  /** A message with the answer's id and question, the response code and no records. */
  public byte[] withCode(int code) {
    byte[] message = withoutRecords();
    message[3] = (byte) ((message[3] & 0xF0) | code);
    return message;
  }

  /** The answer without its records and with the truncation bit. */
  public byte[] truncated() {
    byte[] message = withoutRecords();
    message[2] |= Answerer.TRUNCATED;
    return message;
  }

  /** Sends a message back to where the question came from. */
  public void send(byte[] message) {
    sink.accept(message);
  }

  private byte[] withoutRecords() {
    byte[] message = Arrays.copyOf(answer, WireName.skip(answer, 12, answer.length) + 4);
    Arrays.fill(message, 6, 12, (byte) 0);
    return message;
  }
}
