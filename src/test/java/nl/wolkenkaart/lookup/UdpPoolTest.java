package nl.wolkenkaart.lookup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

class UdpPoolTest {
  private static final Duration LONG = Duration.ofSeconds(4);
  private static final Duration SHORT = Duration.ofMillis(250);

  private final UdpPool pool = new UdpPool(1);

  @AfterEach
  void close() {
    pool.close();
  }

  private static byte[] query(String name) throws IOException {
    Name asked = Name.fromString(name, Name.root);
    return Message.newQuery(Record.newRecord(asked, Type.A, DClass.IN)).toWire();
  }

  private static CompletableFuture<byte[]> send(
      UdpPool pool, InetSocketAddress remote, byte[] query, Duration timeout) {
    CompletableFuture<byte[]> future = new CompletableFuture<>();
    pool.send(
        remote,
        query,
        timeout,
        (reply, failure) -> {
          boolean first =
              failure == null ? future.complete(reply) : future.completeExceptionally(failure);
          assertThat("called once", first, is(true));
        });
    return future;
  }

  private byte[] ask(FakeServer server, byte[] query) throws Exception {
    return send(pool, server.address(), query, LONG).get(5, TimeUnit.SECONDS);
  }

  private static byte[] with(byte[] message, int place, int value) {
    byte[] changed = message.clone();
    changed[place] = (byte) value;
    return changed;
  }

  @Test
  void replyCarriesTheMessagesOwnId() throws Exception {
    List<Integer> onTheWire = new ArrayList<>();
    try (FakeServer server =
        new FakeServer(
            (s, query, client) -> {
              onTheWire.add((query[0] & 0xff) << 8 | (query[1] & 0xff));
              s.send(FakeServer.reply(query), client);
            })) {
      byte[] query = query("own-id.example");
      for (int i = 0; i < 3; i++) {
        assertThat(ask(server, query), equalTo(FakeServer.reply(query)));
      }
      // Three times the same message under the same id on the wire: one in 2^32.
      assertThat(onTheWire.stream().distinct().count(), greaterThan(1L));
    }
  }

  /** Whoever is not asked, or did not listen, cannot end a question (RFC 5452, section 9). */
  @Test
  void onlyTheRightReplyEndsAQuestion() throws Exception {
    byte[] query = query("right.example");
    try (FakeServer server =
        new FakeServer(
            (s, sent, client) -> {
              byte[] reply = FakeServer.reply(sent);
              s.send(with(reply, 0, reply[0] ^ 1), client); // another id
              s.send(with(reply, 1, reply[1] ^ 0x80), client);
              s.send(with(reply, 13, 'l'), client); // another name
              s.send(with(reply, reply.length - 3, Type.MX), client); // another type
              s.send(with(reply, reply.length - 1, DClass.CH), client); // another class
              s.send(with(reply, 5, 0), client); // no question
              s.send(with(reply, 5, 2), client); // two
              s.send(sent, client); // no reply but our own question
              s.send(new byte[0], client);
              s.send(new byte[] {reply[0], reply[1]}, client);
              s.send(Arrays.copyOf(reply, 12), client);
              s.send(Arrays.copyOf(reply, reply.length - 1), client);
              s.send("no DNS at all".repeat(90).getBytes(StandardCharsets.US_ASCII), client);
              s.send(with(reply, 3, 0x85), client); // the right one: REFUSED
              s.send(with(reply, 3, 0x83), client);
            })) {
      assertThat(ask(server, query)[3] & 0x0f, is(5));
      // The socket still works, and the second reply is nobody's.
      assertThat(ask(server, query)[3] & 0x0f, is(5));
    }
  }

  @Test
  void repliesMayChangeTheCaseOfLetters() throws Exception {
    try (FakeServer server =
        new FakeServer(
            (s, query, client) -> s.send(with(FakeServer.reply(query), 13, 'C'), client))) {
      assertThat((int) ask(server, query("case.example"))[13], is((int) 'C'));
    }
  }

  @Test
  void replyFromAnotherPortIsNobodys() throws Exception {
    try (DatagramSocket forger = new DatagramSocket();
        FakeServer server =
            new FakeServer(
                (s, query, client) -> {
                  byte[] reply = FakeServer.reply(query);
                  forger.send(new DatagramPacket(reply, reply.length, client));
                })) {
      CompletableFuture<byte[]> reply = send(pool, server.address(), query("a.example"), SHORT);
      assertThat(failure(reply), is(instanceOf(SocketTimeoutException.class)));
    }
  }

  private static Throwable failure(CompletableFuture<byte[]> reply) {
    return assertThrows(ExecutionException.class, () -> reply.get(5, TimeUnit.SECONDS)).getCause();
  }

  @Test
  void silenceEndsInTime() throws Exception {
    try (FakeServer server = new FakeServer((s, query, client) -> {})) {
      long began = System.nanoTime();
      assertThat(
          failure(send(pool, server.address(), query("a.example"), SHORT)),
          is(instanceOf(SocketTimeoutException.class)));
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
      assertThat(millis, is(allOf(greaterThanOrEqualTo(249L), lessThan(3_000L))));
    }
  }

  @Test
  void lateReplyEndsNothing() throws Exception {
    List<byte[]> late = new ArrayList<>();
    try (FakeServer server =
        new FakeServer(
            (s, query, client) -> {
              if (late.isEmpty()) {
                late.add(FakeServer.reply(query));
                return;
              }
              s.send(late.get(0), client);
              s.send(with(FakeServer.reply(query), 3, 0x85), client);
            })) {
      CompletableFuture<byte[]> first = send(pool, server.address(), query("a.example"), SHORT);
      assertThat(failure(first), is(instanceOf(SocketTimeoutException.class)));
      assertThat(ask(server, query("b.example"))[3] & 0x0f, is(5));
      assertThat(failure(first), is(instanceOf(SocketTimeoutException.class)));
    }
  }

  @Test
  void shorterTimeOutIsNotHeldUpByALongerOne() throws Exception {
    try (FakeServer server = new FakeServer((s, query, client) -> {})) {
      CompletableFuture<byte[]> longer = send(pool, server.address(), query("a.example"), LONG);
      assertThat(
          failure(send(pool, server.address(), query("b.example"), SHORT)),
          is(instanceOf(SocketTimeoutException.class)));
      assertThat(longer.isDone(), is(false));
    }
  }

  @Test
  void closedPortIsSaidAtOnce() throws Exception {
    FakeServer gone = new FakeServer((s, query, client) -> {});
    gone.close();
    assertThat(
        failure(send(pool, gone.address(), query("a.example"), LONG)),
        is(instanceOf(PortUnreachableException.class)));
  }

  /** Forty questions per port and eight threads: sockets retire while others are about to send. */
  @Test
  void portsRotateAndNothingIsLost() throws Exception {
    int threads = 8;
    int each = 2_500;
    AtomicInteger failed = new AtomicInteger();
    CountDownLatch ended = new CountDownLatch(threads * each);
    ExecutorService askers = Executors.newFixedThreadPool(threads);
    Semaphore inFlight = new Semaphore(100);
    try (UdpPool rotating = new UdpPool(2, 40);
        FakeServer server =
            new FakeServer((s, query, client) -> s.send(FakeServer.reply(query), client))) {
      byte[] query = query("rotate.example");
      for (int t = 0; t < threads; t++) {
        askers.execute(
            () -> {
              for (int i = 0; i < each; i++) {
                inFlight.acquireUninterruptibly();
                CompletableFuture<byte[]> unused =
                    send(rotating, server.address(), query, LONG)
                        .whenComplete(
                            (reply, failure) -> {
                              inFlight.release();
                              if (failure != null) {
                                failed.incrementAndGet();
                              }
                              ended.countDown();
                            });
              }
            });
      }
      assertThat(ended.await(20, TimeUnit.SECONDS), is(true));
      assertThat(failed.get(), is(0));
      assertThat(server.received(), is(threads * each));
      // At least 20,000 / 40 sockets, fewer only where several threads passed the mark together
      // or the kernel gave a port again.
      assertThat(server.clients().size(), is(greaterThan(100)));
    } finally {
      askers.shutdown();
    }
  }

  @Test
  void closingEndsWhatWaits() throws Exception {
    UdpPool closing = new UdpPool(2);
    try (FakeServer server = new FakeServer((s, query, client) -> {})) {
      List<CompletableFuture<byte[]>> waiting = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        waiting.add(send(closing, server.address(), query("a.example"), LONG));
      }
      closing.close();
      for (CompletableFuture<byte[]> reply : waiting) {
        assertThat(failure(reply), is(instanceOf(IOException.class)));
      }
      assertThat(
          failure(send(closing, server.address(), query("a.example"), LONG)),
          is(instanceOf(IOException.class)));
      InetSocketAddress other = new InetSocketAddress(server.address().getAddress(), 9);
      assertThat(
          failure(send(closing, other, query("a.example"), LONG)),
          is(instanceOf(IOException.class)));
    }
  }
}
