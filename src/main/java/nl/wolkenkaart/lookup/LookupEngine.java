package nl.wolkenkaart.lookup;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

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
   * Looks up one domain; waits where as many are under way as may be. The future holds the answers
   * in the order in which they were planned; questions that failed are among them.
   *
   * @throws InterruptedException when interrupted while waiting
   */
  public CompletableFuture<List<PlannedAnswer>> look(String domain) throws InterruptedException {
    room.acquire();
    return new DomainLookup(names, plan, own, shared)
        .start(domain)
        .whenComplete((answers, failure) -> room.release());
  }

  public LookupCounters counters() {
    return counters;
  }

  @Override
  public void close() {
    own.close();
  }
}
