package nl.wolkenkaart.lookup;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.io.DefaultIoClientFactory;
import org.xbill.DNS.io.TcpIoClient;

/**
 * Asks resolvers with dnsjava, within a budget, and asks again after a failure: at another resolver
 * where there is one, with more time. An answer is never asked again.
 */
public final class PatientClient implements DnsClient {
  private static final Logger LOG = LoggerFactory.getLogger(PatientClient.class);
  private static final long TICK_NANOS = Duration.ofMillis(5).toNanos();

  /** A lane reads some 200,000 replies per second; more lanes than work wake up for less. */
  private static final int CORES_PER_LANE = 2;

  /** Error codes from resolvers until a question ends: they are sure, and asking is a burden. */
  private static final int MOST_ERRORS = 4;

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
  private volatile boolean closed;

  /** Opens sockets and threads for these settings; they live until {@link #close}. */
  public PatientClient(LookupSettings settings, LookupCounters counters) {
    this.settings = settings;
    this.counters = counters;
    this.udp =
        new UdpPool(Math.max(1, Runtime.getRuntime().availableProcessors() / CORES_PER_LANE));
    TcpIoClient tcp = new DefaultIoClientFactory().createOrGetTcpClient();
    List<Upstream> all =
        settings.resolvers().stream()
            .map(ResolverAddress::parse)
            .map((InetSocketAddress a) -> new Upstream(a, settings.timeoutsMillis(), udp, tcp))
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
      upstreams.check();
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
    QueryWire query;
    try {
      query = QueryWire.of(question);
    } catch (TextParseException e) {
      end(whenDone, reader.notAsked(question, "not a domain name", clock.instant()));
      return;
    } catch (IllegalArgumentException e) {
      end(whenDone, reader.notAsked(question, "not a type", clock.instant()));
      return;
    }
    send(new Attempt(question, query, 0, 0, 0, null, null, whenDone));
  }

  private void send(Attempt attempt) {
    if (upstreams.hasGivenUp()) {
      endUnasked(attempt);
      return;
    }
    budget.submit(() -> sendNow(attempt));
  }

  private void sendNow(Attempt attempt) {
    if (upstreams.hasGivenUp() || attempt.whenDone.isUnwanted()) {
      budget.ended();
      endUnasked(attempt);
      return;
    }
    Upstream upstream = upstreams.pick(attempt.before);
    long started = System.nanoTime();
    counters.sent();
    attempt.whenDone.goesTo(upstream.address());
    boolean again = attempt.sent > 0;
    if (again) {
      // Most that were silent once are silent for ever; what waits for the others needs their room.
      budget.ended();
    }
    upstream.send(
        attempt.query.bytes(),
        attempt.number,
        (reply, failure) -> {
          if (!again) {
            budget.ended();
          }
          attempt.whenDone.cameBack();
          int millis = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
          AnswerReader.Sending sending =
              new AnswerReader.Sending(
                  attempt.question, upstream.address(), attempt.sent + 1, clock.instant(), millis);
          took(
              attempt,
              upstream,
              reader.readWire(sending, reply, attempt.query.endOfQuestion(), failure));
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
    if (answer.status().isAnswer()) {
      upstream.answered(answer.roundTripMillis());
    }
    int errors = attempt.errors + (replied ? 1 : 0);
    // While nobody answers, trying whether somebody is back costs a question no attempt.
    boolean counts = replied || !upstreams.areAllDown();
    int number = counts ? attempt.number + 1 : attempt.number;
    boolean last = number >= settings.timeoutsMillis().size() || errors >= MOST_ERRORS;
    if (answer.status().isAnswer() || answer.status() == AnswerStatus.CNAME_LOOP || last) {
      end(attempt.whenDone, answer);
      return;
    }
    Attempt again =
        new Attempt(
            attempt.question,
            attempt.query,
            number,
            errors,
            attempt.sent + 1,
            upstream,
            answer,
            attempt.whenDone);
    if (answer.status() == AnswerStatus.TIMEOUT) {
      send(again);
    } else {
      // Asked at once, an error would come again at once. A closed port gets the time that a silent
      // one would have taken.
      long pause =
          replied
              ? PAUSE_AFTER_ERROR_MILLIS * errors
              : settings.timeoutsMillis().get(attempt.number);
      CompletableFuture.delayedExecutor(pause, TimeUnit.MILLISECONDS, Runnable::run)
          .execute(() -> send(again));
    }
  }

  /** Ends a question that is not sent any more: with its last failure, where it was sent before. */
  private void endUnasked(Attempt attempt) {
    Answer answer = attempt.failure;
    if (answer == null) {
      answer = reader.notAsked(attempt.question, whyUnasked(attempt), clock.instant());
    }
    end(attempt.whenDone, answer);
  }

  private String whyUnasked(Attempt attempt) {
    if (attempt.whenDone.isUnwanted()) {
      return "nobody waits for it";
    }
    return closed ? "the client was closed" : "no resolver answers";
  }

  private void end(Consumer<Answer> whenDone, Answer answer) {
    counters.ended(answer.status());
    try {
      whenDone.accept(answer);
    } catch (RuntimeException e) {
      // Whoever called us, a timer, a lane or a sender, has others to serve.
      LOG.error("the answer to {} could not be handled", answer.question(), e);
    }
  }

  /** Ends what waits and what is under way; every question asked has its consumer called. */
  @Override
  public void close() {
    closed = true;
    upstreams.giveUp();
    timer.interrupt();
    budget.letAllGo();
    udp.close();
  }

  /**
   * A question on its way.
   *
   * @param number attempts that count so far: which time-out is next
   * @param errors how many of them a resolver ended with an error code
   * @param sent how often it was sent
   * @param before the resolver that was asked last, null for none
   * @param failure what that came to, null for nothing yet
   */
  private record Attempt(
      Question question,
      QueryWire query,
      int number,
      int errors,
      int sent,
      Upstream before,
      Answer failure,
      AwaitedAnswer whenDone) {}
}
