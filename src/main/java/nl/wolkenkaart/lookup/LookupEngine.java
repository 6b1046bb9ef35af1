package nl.wolkenkaart.lookup;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Looks up domains, many at the same time; one per JVM, used by all threads. One thread of it
 * watches the deadlines of them all.
 */
public final class LookupEngine implements AutoCloseable {
  private final LookupPlan plan;
  private final QuestionNames names;
  private final SharedAnswers known;
  private final LookupPace atOnce;
  private final Supplier<DnsClient> slowClient;
  private final LookupCounters counters;
  private final Semaphore room;
  private final Set<DomainLookup> underWay = ConcurrentHashMap.newKeySet();
  private final LookupTimer timer = new LookupTimer(this::tick);
  private final Lock turn = new ReentrantLock();
  private LookupPace inTurn;

  /**
   * An engine without deadlines and of one client.
   *
   * @param run what differs from run to run, such as its date
   * @param client asks the questions; closed with this
   * @param domainsInFlight domains looked up at the same time, at most
   */
  public LookupEngine(
      String run, LookupPlan plan, DnsClient client, LookupCounters counters, int domainsInFlight) {
    this(run, plan, client, () -> client, Duration.ofDays(1), counters, domainsInFlight);
  }

  /**
   * An engine.
   *
   * @param slowClient gives what asks again; opened when it is needed, closed with this
   * @param deadline how long resolvers may take over one domain
   */
  LookupEngine(
      String run,
      LookupPlan plan,
      DnsClient client,
      Supplier<DnsClient> slowClient,
      Duration deadline,
      LookupCounters counters,
      int domainsInFlight) {
    this.plan = plan;
    this.names = new QuestionNames(run);
    this.known = new SharedAnswers(client);
    this.atOnce = new LookupPace(client, known, false, deadline, Clock.systemUTC());
    this.slowClient = slowClient;
    this.counters = counters;
    this.room = new Semaphore(domainsInFlight);
  }

  /** Opens an engine that asks resolvers. */
  public static LookupEngine open(String run, LookupPlan plan, LookupSettings settings) {
    LookupCounters counters = new LookupCounters();
    LookupEngine engine =
        new LookupEngine(
            run,
            plan,
            new PatientClient(settings, counters),
            () -> new PatientClient(settings.slowly(), counters),
            Duration.ofMillis(settings.deadlineMillis()),
            counters,
            settings.domainsInFlight());
    engine.timer.start();
    return engine;
  }

  private void tick(long nanos) {
    underWay.forEach(lookup -> lookup.passes(nanos));
  }

  /**
   * Looks up one domain; waits where as many are under way as may be. The consumer is called once,
   * on another thread, and must not block.
   *
   * @throws InterruptedException when interrupted while waiting
   */
  public void look(String domain, Consumer<DomainAnswers> whenDone) throws InterruptedException {
    look(domain, List.of(), whenDone);
  }

  /**
   * Looks up a domain of which something is known: asks what failed and what is missing.
   *
   * @param earlier answers to the same plan; the failures among them are asked again, with their
   *     attempts added up, and stand where the question cannot be sent
   */
  public void look(String domain, List<PlannedAnswer> earlier, Consumer<DomainAnswers> whenDone)
      throws InterruptedException {
    look(
        domain,
        earlier,
        atOnce,
        answers -> {
          counters.domainsDone(1);
          whenDone.accept(answers);
        });
  }

  /**
   * As {@link #look}, slowly: one question of the domain after the other, each sent once. A domain
   * of which two questions in a row meet silence is left alone; one most of which failed before,
   * after the first.
   */
  public void lookAgain(
      String domain, List<PlannedAnswer> earlier, Consumer<DomainAnswers> whenDone)
      throws InterruptedException {
    look(domain, earlier, inTurn(), whenDone);
  }

  private void look(
      String domain, List<PlannedAnswer> earlier, LookupPace pace, Consumer<DomainAnswers> whenDone)
      throws InterruptedException {
    room.acquire();
    DomainLookup[] started = new DomainLookup[1];
    Consumer<DomainAnswers> leave =
        answers -> {
          underWay.remove(started[0]);
          room.release();
          whenDone.accept(answers);
        };
    started[0] = new DomainLookup(domain, names, plan, new EarlierAnswers(earlier), pace, leave);
    underWay.add(started[0]);
    started[0].start();
  }

  private synchronized LookupPace inTurn() {
    if (inTurn == null) {
      DnsClient slow = slowClient.get();
      inTurn = new LookupPace(slow, known.askedBy(slow), true, atOnce.deadline(), atOnce.clock());
    }
    return inTurn;
  }

  /**
   * Held by who starts many domains, one such at a time: work that is begun is ended before other
   * work, and a run that is killed has ended most of what it began.
   */
  public Lock turn() {
    return turn;
  }

  public LookupCounters counters() {
    return counters;
  }

  @Override
  public synchronized void close() {
    timer.stop();
    if (inTurn != null) {
      inTurn.own().close();
    }
    atOnce.own().close();
  }
}
