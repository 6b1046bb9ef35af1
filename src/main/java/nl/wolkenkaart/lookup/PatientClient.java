package nl.wolkenkaart.lookup;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.io.IoClientFactory;

/**
 * Asks resolvers with dnsjava, within a budget, and asks again after a failure: at another resolver
 * where there is one, with more time. An answer is never asked again.
 */
public final class PatientClient implements DnsClient {
  private static final long TICK_NANOS = Duration.ofMillis(5).toNanos();

  /** Pause before a question is asked again to a resolver that answered with an error code. */
  private static final long PAUSE_AFTER_ERROR_MILLIS = 200;

  private final LookupSettings settings;
  private final LookupCounters counters;
  private final UdpPool udp;
  private final Upstreams upstreams;
  private final Budget budget;
  private final AnswerReader reader = new AnswerReader();
  private final Clock clock = Clock.systemUTC();
  private final Thread timer;

  /** Opens sockets and threads for these settings; they live until {@link #close}. */
  public PatientClient(LookupSettings settings, LookupCounters counters) {
    this.settings = settings;
    this.counters = counters;
    this.udp = new UdpPool(Math.max(1, Runtime.getRuntime().availableProcessors()));
    IoClientFactory sockets = new ClientSockets(udp);
    List<Upstream> all =
        settings.resolvers().stream()
            .map(ResolverAddress::parse)
            .map((InetSocketAddress a) -> new Upstream(a, settings.timeoutsMillis(), sockets))
            .toList();
    this.upstreams = new Upstreams(all, Duration.ofMillis(settings.giveUpMillis()).toNanos());
    this.budget = new Budget(settings.questionsInFlight(), settings.rate(), upstreams::mayAsk);
    this.timer = new Thread(this::tick, "dns-timer");
    timer.setDaemon(true);
    timer.start();
  }

  /** Time passes for the budget and for the patience with resolvers that are silent. */
  private void tick() {
    while (!timer.isInterrupted()) {
      if (upstreams.givesUpNow()) {
        budget.letAllGo();
      }
      budget.letGo();
      LockSupport.parkNanos(TICK_NANOS);
    }
  }

  @Override
  public void ask(Question question, Consumer<Answer> whenDone) {
    ask(question, new AwaitedAnswer(whenDone));
  }

  @Override
  public void ask(Question question, AwaitedAnswer whenDone) {
    Message query;
    try {
      Name name = Name.fromString(question.name(), Name.root);
      query = Message.newQuery(Record.newRecord(name, Type.value(question.type()), DClass.IN));
    } catch (TextParseException e) {
      whenDone.accept(reader.notAsked(question, "not a domain name", clock.instant()));
      return;
    }
    send(new Attempt(question, query, 0, null, whenDone));
  }

  private void send(Attempt attempt) {
    if (upstreams.hasGivenUp()) {
      end(attempt, reader.notAsked(attempt.question, "no resolver answers", clock.instant()));
      return;
    }
    budget.submit(() -> sendNow(attempt));
  }

  private void sendNow(Attempt attempt) {
    if (upstreams.hasGivenUp()) {
      budget.ended();
      end(attempt, reader.notAsked(attempt.question, "no resolver answers", clock.instant()));
      return;
    }
    if (attempt.whenDone.isUnwanted()) {
      budget.ended();
      end(attempt, reader.notAsked(attempt.question, "nobody waits for it", clock.instant()));
      return;
    }
    Upstream upstream = upstreams.pick(attempt.before);
    long started = System.nanoTime();
    counters.sent();
    attempt.whenDone.goesTo(upstream.address());
    upstream.send(
        attempt.query,
        attempt.number,
        (reply, failure) -> {
          budget.ended();
          attempt.whenDone.cameBack();
          int millis = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
          AnswerReader.Sending sending =
              new AnswerReader.Sending(
                  attempt.question,
                  upstream.address(),
                  attempt.number + 1,
                  clock.instant(),
                  millis);
          took(attempt, upstream, reader.read(sending, reply, failure));
        });
  }

  private void took(Attempt attempt, Upstream upstream, Answer answer) {
    boolean replied =
        switch (answer.status()) {
          case TIMEOUT, NETWORK_ERROR -> false;
          default -> true;
        };
    if (replied) {
      upstream.replied();
    } else {
      upstream.silent();
    }
    boolean last = attempt.number + 1 >= settings.timeoutsMillis().size();
    if (answer.status().isAnswer() || answer.status() == AnswerStatus.CNAME_LOOP || last) {
      end(attempt, answer);
      return;
    }
    Attempt again =
        new Attempt(
            attempt.question, attempt.query, attempt.number + 1, upstream, attempt.whenDone);
    if (answer.status() == AnswerStatus.TIMEOUT) {
      send(again);
    } else {
      // Asked at once, an error would come again at once.
      long pause = PAUSE_AFTER_ERROR_MILLIS * (attempt.number + 1);
      CompletableFuture.delayedExecutor(pause, TimeUnit.MILLISECONDS, Runnable::run)
          .execute(() -> send(again));
    }
  }

  private void end(Attempt attempt, Answer answer) {
    counters.ended(answer.status());
    attempt.whenDone.accept(answer);
  }

  @Override
  public void close() {
    timer.interrupt();
    udp.close();
  }

  private record Attempt(
      Question question, Message query, int number, Upstream before, AwaitedAnswer whenDone) {}
}
