package nl.wolkenkaart.observation;

import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import nl.wolkenkaart.lookup.DomainAnswers;
import nl.wolkenkaart.lookup.LookupEngine;
import nl.wolkenkaart.lookup.PlannedAnswer;

/**
 * Asks about one bucket after the other and writes each when its last domain is done. A domain may
 * take as long as all attempts together; meanwhile the next buckets are asked. For one thread.
 */
final class AskBuckets {
  /** Of observations that wait for slower domains of their buckets: then no other bucket begins. */
  private static final long MOST_WAITING_BYTES = 96L << 20;

  /** How a domain is asked, as {@link LookupEngine#look} does. */
  interface Look {
    void look(String domain, List<PlannedAnswer> earlier, Consumer<DomainAnswers> whenDone)
        throws InterruptedException;
  }

  private final Look look;
  private final Lock turn;
  private final int buckets;
  private final Consumer<ObservedBucket> whenWritten;
  private final BlockingQueue<Done> finished = new LinkedBlockingQueue<>();
  private final Set<BucketUnderWay> underWay = new HashSet<>();

  /**
   * @param turn held while the domains of a bucket are started
   * @param buckets over how many buckets the domains are spread
   * @param whenWritten gets each bucket once, on the thread that calls this
   */
  AskBuckets(Look look, Lock turn, int buckets, Consumer<ObservedBucket> whenWritten) {
    this.look = look;
    this.turn = turn;
    this.buckets = buckets;
    this.whenWritten = whenWritten;
  }

  private record Done(BucketUnderWay bucket, DomainAnswers answers, String plan) {}

  /**
   * Starts the domains of a bucket; waits while too much waits to be written.
   *
   * @param file where its observations go
   * @param earlier what is known of it: complete observations are kept
   * @param domains what the bucket is to hold; what else it held is dropped
   * @return how many domains were kept
   */
  int begin(String file, EarlierRun earlier, Iterable<String> domains)
      throws IOException, InterruptedException {
    while (waitingBytes() > MOST_WAITING_BYTES) {
      take(finished.take());
      writeWhole();
    }
    BucketUnderWay bucket = new BucketUnderWay(file, earlier.observations().size());
    underWay.add(bucket);
    turn.lockInterruptibly();
    try {
      for (String domain : domains) {
        Optional<DomainObservation> complete = earlier.complete(domain);
        if (complete.isPresent()) {
          bucket.keep(complete.get());
        } else {
          bucket.asked();
          look.look(
              domain,
              earlier.answers(domain),
              answers -> finished.add(new Done(bucket, answers, earlier.plan())));
        }
        takeFinished();
      }
    } finally {
      turn.unlock();
    }
    writeWhole();
    return bucket.kept();
  }

  /** Waits for all that was begun. */
  void end() throws IOException, InterruptedException {
    while (!underWay.isEmpty()) {
      take(finished.take());
      takeFinished();
      writeWhole();
    }
  }

  private long waitingBytes() {
    return underWay.stream().mapToLong(BucketUnderWay::bytes).sum();
  }

  private void takeFinished() {
    for (Done done = finished.poll(); done != null; done = finished.poll()) {
      take(done);
    }
  }

  /** A fault of this program in the lookup of a domain ends the run. */
  private static void take(Done done) {
    DomainAnswers looked = done.answers;
    if (looked.fault() != null) {
      throw new IllegalStateException(
          "the lookup of " + looked.domain() + " broke", looked.fault());
    }
    done.bucket.done(Observations.of(looked.domain(), done.plan, looked.answers()));
  }

  private void writeWhole() throws IOException {
    for (Iterator<BucketUnderWay> i = underWay.iterator(); i.hasNext(); ) {
      BucketUnderWay bucket = i.next();
      if (bucket.isWhole()) {
        i.remove();
        whenWritten.accept(bucket.write(buckets));
      }
    }
  }
}
