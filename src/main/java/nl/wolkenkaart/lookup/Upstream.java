package nl.wolkenkaart.lookup;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.xbill.DNS.Message;
import org.xbill.DNS.io.TcpIoClient;

/** One resolver and whether it answers. */
final class Upstream {
  private static final QueryWire ROOT = QueryWire.ofRoot();
  private static final int FAILURES_TO_BE_DOWN = 100;
  private static final long SILENCE_TO_BE_DOWN_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long PROBE_EVERY_NANOS = Duration.ofMillis(250).toNanos();

  private final InetSocketAddress address;
  private final String name;
  private final List<Duration> timeouts;
  private final Datagrams udp;
  private final TcpIoClient tcp;
  private final RoundTrip roundTrip;

  private final AtomicInteger failuresInARow = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final LongSupplier nanoClock;
  private volatile long silentSinceNanos;
  private volatile long lastProbeNanos;
  private volatile long lastCheckNanos;
  private volatile boolean rootSilent;

  Upstream(
      InetSocketAddress address, List<Integer> timeoutsMillis, Datagrams udp, TcpIoClient tcp) {
    this(address, timeoutsMillis, udp, tcp, System::nanoTime);
  }

  /** The same with another clock, of nanoseconds as {@link System#nanoTime} has them. */
  Upstream(
      InetSocketAddress address,
      List<Integer> timeoutsMillis,
      Datagrams udp,
      TcpIoClient tcp,
      LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
    this.silentSinceNanos = nanoClock.getAsLong();
    this.lastProbeNanos = silentSinceNanos - PROBE_EVERY_NANOS;
    this.lastCheckNanos = lastProbeNanos;
    this.address = address;
    this.name = ResolverAddress.format(address);
    this.timeouts = timeoutsMillis.stream().map(Duration::ofMillis).toList();
    this.roundTrip = new RoundTrip(timeoutsMillis);
    this.udp = udp;
    this.tcp = tcp;
  }

  String address() {
    return name;
  }

  /**
   * A question goes out. Where it is the only one, silence begins now: nobody replies while nothing
   * is asked, and that says nothing.
   */
  void asked() {
    if (isDown()) {
      lastProbeNanos = nanoClock.getAsLong();
    }
    if (unanswered.getAndIncrement() == 0 && failuresInARow.get() < FAILURES_TO_BE_DOWN) {
      silentSinceNanos = nanoClock.getAsLong();
    }
  }

  /**
   * Sends over UDP and, where the reply was cut, over TCP (RFC 7766, section 5). The consumer gets
   * the reply or the failure, on the thread that read it.
   */
  void send(byte[] query, int attempt, BiConsumer<byte[], Throwable> whenDone) {
    Duration timeout = timeouts.get(roundTrip.timeout(attempt));
    udp.send(
        address,
        query,
        timeout,
        (reply, failure) -> {
          if (failure == null && QueryWire.isTruncated(reply)) {
            sendOverTcp(query, timeout, whenDone);
          } else {
            whenDone.accept(reply, failure);
          }
        });
  }

  private void sendOverTcp(byte[] query, Duration timeout, BiConsumer<byte[], Throwable> whenDone) {
    CompletableFuture<byte[]> reply;
    try {
      // dnsjava finds the reply on the shared connection by the message's id.
      Message message = new Message(query);
      message.getHeader().setID(MessageIds.next());
      reply = tcp.sendAndReceiveTcp(null, address, message, message.toWire(), timeout);
    } catch (IOException | RuntimeException e) {
      reply = CompletableFuture.failedFuture(e);
    }
    CompletableFuture<byte[]> unused =
        reply.whenComplete(
            (whole, failure) -> {
              boolean ours = failure == null && QueryWire.isRepeated(query, whole);
              whenDone.accept(ours ? whole : null, ours ? null : new TcpException(failure));
            });
  }

  /** Something came back, be it an error code: it is there. */
  void replied() {
    unanswered.decrementAndGet();
    silentSinceNanos = nanoClock.getAsLong();
    failuresInARow.set(0);
    rootSilent = false;
  }

  /** An answer came after so many milliseconds. */
  void answered(int millis) {
    roundTrip.took(millis);
  }

  /** Nothing came back, or the host said that nobody is there. */
  void silent() {
    unanswered.decrementAndGet();
    failuresInARow.incrementAndGet();
  }

  /** It did not even answer for the root. */
  void rootIsSilent() {
    rootSilent = true;
  }

  /** Whether it left many questions in a row unanswered, for some time, and the root too. */
  boolean isDown() {
    return rootSilent && isSuspect();
  }

  private boolean isSuspect() {
    return failuresInARow.get() >= FAILURES_TO_BE_DOWN
        && silentForNanos() > SILENCE_TO_BE_DOWN_NANOS;
  }

  /**
   * Asks for the root, which every resolver knows, where many questions were left unanswered: names
   * that nobody answers for look like a resolver that does not answer.
   */
  void check() {
    long now = nanoClock.getAsLong();
    if (!isSuspect() || now - lastCheckNanos < PROBE_EVERY_NANOS) {
      return;
    }
    lastCheckNanos = now;
    unanswered.incrementAndGet();
    send(
        ROOT.bytes(),
        0,
        (reply, failure) -> {
          if (failure == null) {
            replied();
          } else {
            unanswered.decrementAndGet();
            rootIsSilent();
          }
        });
  }

  long silentForNanos() {
    return nanoClock.getAsLong() - silentSinceNanos;
  }

  /**
   * Whether a resolver that is down may get one question now, to see whether it is back; {@link
   * #asked} is that question.
   */
  boolean isProbeDue() {
    return nanoClock.getAsLong() - lastProbeNanos >= PROBE_EVERY_NANOS;
  }

  /** A question that was truncated over UDP failed over TCP. */
  static final class TcpException extends IOException {
    private static final long serialVersionUID = 1;

    TcpException(Throwable cause) {
      super(cause);
    }
  }
}
