package nl.wolkenkaart.lookup;

import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Looks up domains, many at the same time; one per JVM, used by all threads. */
public final class LookupEngine implements AutoCloseable {
  private final LookupPlan plan;
  private final QuestionNames names;
  private final DnsClient own;
  private final DnsClient shared;
  private final LookupCounters counters;
  private final Semaphore room;

  /**
   * @param run what differs from run to run, such as its date
   * @param client asks the questions; closed with this
   * @param domainsInFlight domains looked up at the same time, at most
   */
  public LookupEngine(
      String run, LookupPlan plan, DnsClient client, LookupCounters counters, int domainsInFlight) {
    this.plan = plan;
    this.names = new QuestionNames(run);
    this.own = client;
    this.shared = new SharedAnswers(client);
    this.counters = counters;
    this.room = new Semaphore(domainsInFlight);
  }

  /** Opens an engine that asks resolvers. */
  public static LookupEngine open(String run, LookupPlan plan, LookupSettings settings) {
    LookupCounters counters = new LookupCounters();
    return new LookupEngine(
        run, plan, new PatientClient(settings, counters), counters, settings.domainsInFlight());
  }

  /**
   * Looks up one domain; waits where as many are under way as may be. The consumer is called once,
   * on another thread, and must not block.
   *
   * @throws InterruptedException when interrupted while waiting
   */
  public void look(String domain, Consumer<DomainAnswers> whenDone) throws InterruptedException {
    room.acquire();
    Consumer<DomainAnswers> leave =
        answers -> {
          room.release();
          counters.domainDone();
          whenDone.accept(answers);
        };
    new DomainLookup(domain, names, plan, own, shared, leave).start();
  }

  public LookupCounters counters() {
    return counters;
  }

  @Override
  public void close() {
    own.close();
  }
}
