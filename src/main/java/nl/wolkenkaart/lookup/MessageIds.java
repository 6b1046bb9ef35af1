package nl.wolkenkaart.lookup;

import java.nio.ByteBuffer;
import java.security.SecureRandom;

/**
 * Message ids that nobody can guess (RFC 5452, section 4.3), drawn many at a time since each draw
 * costs as much as a question. One per thread.
 */
final class MessageIds {
  private static final int BYTES = 4_096;
  private static final SecureRandom CHANCE = new SecureRandom();
  private static final ThreadLocal<MessageIds> OF_THREAD = ThreadLocal.withInitial(MessageIds::new);

  private final byte[] drawn = new byte[BYTES];
  private final ByteBuffer left = ByteBuffer.wrap(drawn).limit(0);

  private MessageIds() {}

  /** The next id, 0 to 65535. */
  static int next() {
    return OF_THREAD.get().draw();
  }

  private int draw() {
    if (left.remaining() < Short.BYTES) {
      CHANCE.nextBytes(drawn);
      left.clear();
    }
    return left.getShort() & 0xffff;
  }
}
