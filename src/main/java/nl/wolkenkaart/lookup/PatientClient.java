package nl.wolkenkaart.lookup;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
  private static final long TICK_MILLIS = 5;

  /** Pause before a question is asked again to a resolver that answered with an error code. */
  private static final long PAUSE_AFTER_ERROR_MILLIS = 200;

  private final LookupSettings settings;
  private final LookupCounters counters;
  private final UdpPool udp;
  private final Upstreams upstreams;
  private final Budget budget;
  private final AnswerReader reader = new AnswerReader();
  private final Clock clock = Clock.systemUTC();
  private final ScheduledExecutorService timer;

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
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "dns-timer");
              thread.setDaemon(true);
              return thread;
            });
    timer.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void tick() {
    if (upstreams.givesUpNow()) {
      budget.letAllGo();
    }
    budget.letGo();
  }

  @Override
  public CompletableFuture<Answer> ask(Question question) {
    CompletableFuture<Answer> future = new CompletableFuture<>();
    Message query;
    try {
      Name name = Name.fromString(question.name(), Name.root);
      query = Message.newQuery(Record.newRecord(name, Type.value(question.type()), DClass.IN));
    } catch (TextParseException e) {
      future.complete(reader.notAsked(question, "not a domain name", clock.instant()));
      return future;
    }
    send(new Attempt(question, query, 0, null, future));
    return future;
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
    Upstream upstream = upstreams.pick(attempt.before);
    long started = System.nanoTime();
    counters.sent();
    upstream
        .send(attempt.query, attempt.number)
        .whenComplete(
            (reply, failure) -> {
              budget.ended();
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
        new Attempt(attempt.question, attempt.query, attempt.number + 1, upstream, attempt.future);
    if (answer.status() == AnswerStatus.TIMEOUT) {
      send(again);
    } else {
      // Asked at once, an error would come again at once.
      timer.schedule(
          () -> send(again),
          PAUSE_AFTER_ERROR_MILLIS * (attempt.number + 1),
          TimeUnit.MILLISECONDS);
    }
  }

  private void end(Attempt attempt, Answer answer) {
    counters.ended(answer.status());
    attempt.future.complete(answer);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    udp.close();
  }

  private record Attempt(
      Question question,
      Message query,
      int number,
      Upstream before,
      CompletableFuture<Answer> future) {}
}
