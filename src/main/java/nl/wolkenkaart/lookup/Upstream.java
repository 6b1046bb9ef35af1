package nl.wolkenkaart.lookup;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Message;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.io.IoClientFactory;

/** One resolver and whether it answers. */
final class Upstream {
  private static final int EDNS_PAYLOAD_BYTES = 1232;
  private static final int FAILURES_TO_BE_DOWN = 100;
  private static final long SILENCE_TO_BE_DOWN_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long PROBE_EVERY_NANOS = Duration.ofMillis(250).toNanos();

  private final String address;

  /** One dnsjava resolver per attempt, since the time-out is the resolver's. */
  private final List<SimpleResolver> byAttempt;

  private final AtomicInteger failuresInARow = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final LongSupplier nanoClock;
  private volatile long silentSinceNanos;
  private volatile long lastProbeNanos;

  Upstream(InetSocketAddress address, List<Integer> timeoutsMillis, IoClientFactory sockets) {
    this(address, timeoutsMillis, sockets, System::nanoTime);
  }

  /** The same with another clock, of nanoseconds as {@link System#nanoTime} has them. */
  Upstream(
      InetSocketAddress address,
      List<Integer> timeoutsMillis,
      IoClientFactory sockets,
      LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
    this.silentSinceNanos = nanoClock.getAsLong();
    this.lastProbeNanos = silentSinceNanos - PROBE_EVERY_NANOS;
    this.address = ResolverAddress.format(address);
    this.byAttempt =
        timeoutsMillis.stream().map(millis -> resolver(address, millis, sockets)).toList();
  }

  private static SimpleResolver resolver(
      InetSocketAddress address, int timeoutMillis, IoClientFactory sockets) {
    SimpleResolver resolver = new SimpleResolver(address);
    resolver.setIoClientFactory(sockets);
    resolver.setTimeout(Duration.ofMillis(timeoutMillis));
    // DO, so that a validating resolver says AD (RFC 4035, section 3.2.1); 1232 bytes pass without
    // fragments.
    resolver.setEDNS(0, EDNS_PAYLOAD_BYTES, ExtendedFlags.DO, List.of());
    return resolver;
  }

  String address() {
    return address;
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

  /** Sends; the consumer gets the reply or the failure, on the thread that read it. */
  void send(Message query, int attempt, BiConsumer<Message, Throwable> whenDone) {
    SimpleResolver resolver = byAttempt.get(Math.min(attempt, byAttempt.size() - 1));
    CompletionStage<Message> reply;
    try {
      reply = resolver.sendAsync(query, Runnable::run);
    } catch (RuntimeException e) {
      reply = CompletableFuture.failedStage(e);
    }
    CompletionStage<Message> unused = reply.whenComplete(whenDone);
  }

  /** Something came back, be it an error code: it is there. */
  void replied() {
    unanswered.decrementAndGet();
    silentSinceNanos = nanoClock.getAsLong();
    failuresInARow.set(0);
  }

  /** Nothing came back, or the host said that nobody is there. */
  void silent() {
    unanswered.decrementAndGet();
    failuresInARow.incrementAndGet();
  }

  /** Whether it left many questions in a row unanswered, for some time. */
  boolean isDown() {
    return failuresInARow.get() >= FAILURES_TO_BE_DOWN
        && silentForNanos() > SILENCE_TO_BE_DOWN_NANOS;
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
}
