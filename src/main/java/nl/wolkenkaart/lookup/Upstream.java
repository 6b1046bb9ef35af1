package nl.wolkenkaart.lookup;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;
import org.xbill.DNS.io.IoClientFactory;

/** One resolver and whether it answers. */
final class Upstream {
  private static final int EDNS_PAYLOAD_BYTES = 1232;
  private static final int FAILURES_TO_BE_DOWN = 100;
  private static final long SILENCE_TO_BE_DOWN_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long PROBE_EVERY_NANOS = Duration.ofMillis(250).toNanos();

  private final String address;

  /** One dnsjava resolver per time-out, since that is the resolver's. */
  private final List<SimpleResolver> byTimeout;

  private final RoundTrip roundTrip;

  private final AtomicInteger failuresInARow = new AtomicInteger();
  private volatile long lastReplyNanos = System.nanoTime();
  private volatile long lastProbeNanos;
  private volatile long lastCheckNanos;
  private volatile boolean rootSilent;

  Upstream(InetSocketAddress address, List<Integer> timeoutsMillis, IoClientFactory sockets) {
    this.address = ResolverAddress.format(address);
    this.roundTrip = new RoundTrip(timeoutsMillis);
    this.byTimeout =
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

  /** Sends; the consumer gets the reply or the failure, on the thread that read it. */
  void send(Message query, int attempt, BiConsumer<Message, Throwable> whenDone) {
    SimpleResolver resolver = byTimeout.get(roundTrip.timeout(attempt));
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
    failuresInARow.set(0);
    rootSilent = false;
    lastReplyNanos = System.nanoTime();
  }

  /** An answer came after so many milliseconds. */
  void answered(int millis) {
    roundTrip.took(millis);
  }

  void silent() {
    failuresInARow.incrementAndGet();
  }

  /** Whether it left many questions in a row unanswered, for some time, and the root too. */
  boolean isDown() {
    return rootSilent && isSuspect();
  }

  private boolean isSuspect() {
    return failuresInARow.get() >= FAILURES_TO_BE_DOWN
        && System.nanoTime() - lastReplyNanos > SILENCE_TO_BE_DOWN_NANOS;
  }

  /**
   * Asks for the root, which every resolver knows, where many questions were left unanswered: names
   * that nobody answers for look like a resolver that does not answer.
   */
  void check() {
    long now = System.nanoTime();
    if (!isSuspect() || now - lastCheckNanos < PROBE_EVERY_NANOS) {
      return;
    }
    lastCheckNanos = now;
    Message root = Message.newQuery(Record.newRecord(Name.root, Type.SOA, DClass.IN));
    send(
        root,
        0,
        (reply, failure) -> {
          if (failure == null) {
            replied();
          } else {
            rootSilent = true;
          }
        });
  }

  long silentForNanos() {
    return System.nanoTime() - lastReplyNanos;
  }

  /** Whether a resolver that is down may get one question now, to see whether it is back. */
  boolean takeProbe() {
    long now = System.nanoTime();
    if (now - lastProbeNanos < PROBE_EVERY_NANOS) {
      return false;
    }
    lastProbeNanos = now;
    return true;
  }
}
