package nl.wolkenkaart.world;

import java.util.Arrays;
import java.util.function.Consumer;

/** One question to a faulty name server, and the way to reply to it. */
public final class Exchange {
  private static final int COUNTS = 6;

  private final Asked asked;
  private final byte[] answer;
  private final Line line;

  /**
   * The question.
   *
   * @param name lower case, no trailing dot
   * @param number how many questions the server got before this one, of those that a fault holds
   *     for
   * @param earlier how often this name and type were asked over UDP before; over TCP, before the
   *     question over UDP that led there
   */
  record Asked(String name, int type, boolean tcp, long number, int earlier) {}

  Exchange(Asked asked, byte[] answer, Line line) {
    this.asked = asked;
    this.answer = answer;
    this.line = line;
  }

  /** The name asked, lower case, no trailing dot. */
  public String name() {
    return asked.name;
  }

  /** The type number asked. */
  public int type() {
    return asked.type;
  }

  public boolean tcp() {
    return asked.tcp;
  }

  /** A number that no other question has: 0, 1, 2, ... as a server with faults is asked. */
  public long number() {
    return asked.number;
  }

  /**
   * How often this name and type were asked over UDP before; over TCP, before the question over UDP
   * that led there.
   */
  public int earlier() {
    return asked.earlier;
  }

  /**
   * The right answer, a whole message without the length prefix of TCP; for a fault that comes
   * after another one, what that one sends.
   */
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

  /** Where the answer's question section ends. */
  public int endOfQuestion() {
    return WireName.skip(answer, Answerer.HEADER, answer.length) + 4;
  }

  /** Sends a message back to where the question came from. */
  public void send(byte[] message) {
    line.send(message);
  }

  /** Sends a message so many milliseconds from now; the server goes on meanwhile. */
  public void sendLater(int millis, byte[] message) {
    line.later(millis, () -> line.send(message));
  }

  /** Sends a message from a port that was not asked; over TCP, where there is none, as usual. */
  public void sendFromOtherPort(byte[] message) {
    line.sendFromOtherPort(message);
  }

  /** Sends the first half of a message; over TCP the connection closes with it. */
  public void breakOff(byte[] message) {
    line.breakOff(message);
  }

  /** The same question, where all that is sent goes through another fault first. */
  Exchange through(Fault fault) {
    return new Exchange(
        asked,
        answer,
        new Line() {
          @Override
          public void send(byte[] message) {
            fault.reply(new Exchange(asked, message, line));
          }

          @Override
          public void sendFromOtherPort(byte[] message) {
            fault.reply(new Exchange(asked, message, sending(line::sendFromOtherPort)));
          }

          @Override
          public void breakOff(byte[] message) {
            fault.reply(new Exchange(asked, message, sending(line::breakOff)));
          }

          @Override
          public void later(int millis, Runnable sending) {
            line.later(millis, sending);
          }
        });
  }

  /** The line, with another way to send. */
  private Line sending(Consumer<byte[]> way) {
    return new Line() {
      @Override
      public void send(byte[] message) {
        way.accept(message);
      }

      @Override
      public void sendFromOtherPort(byte[] message) {
        line.sendFromOtherPort(message);
      }

      @Override
      public void breakOff(byte[] message) {
        line.breakOff(message);
      }

      @Override
      public void later(int millis, Runnable sending) {
        line.later(millis, sending);
      }
    };
  }

  private byte[] withoutRecords() {
    byte[] message = Arrays.copyOf(answer, endOfQuestion());
    Arrays.fill(message, COUNTS, Answerer.HEADER, (byte) 0);
    return message;
  }
}
