package nl.wolkenkaart.observation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import nl.wolkenkaart.lookup.DomainAnswers;
import nl.wolkenkaart.lookup.LookupEngine;

/**
 * Asks again what failed in the buckets of a run, slowly, and writes their files anew. Holds the
 * domains that are under way and those of buckets that are not done, and no others.
 */
final class SecondPass {
  private final LookupEngine engine;
  private final String plan;
  private final int buckets;
  private final BlockingQueue<Again> finished = new LinkedBlockingQueue<>();
  private final Map<String, Pending> pending = new HashMap<>();
  private final List<ObservedBucket> done = new ArrayList<>();

  SecondPass(LookupEngine engine, String plan, int buckets) {
    this.engine = engine;
    this.plan = plan;
    this.buckets = buckets;
  }

  private record Again(String file, DomainAnswers answers) {}

  /** A bucket of which some domains are under way. */
  private static final class Pending {
    final ObservedBucket bucket;
    final Map<String, DomainObservation> again = new TreeMap<>();
    int missing;

    Pending(ObservedBucket bucket, int missing) {
      this.bucket = bucket;
      this.missing = missing;
    }
  }

  /** Asks; gives the buckets with their new counts. */
  List<ObservedBucket> over(List<ObservedBucket> failing) throws IOException, InterruptedException {
    for (ObservedBucket bucket : failing) {
      begin(bucket);
    }
    while (!pending.isEmpty()) {
      take(finished.take());
    }
    return done;
  }

  private void begin(ObservedBucket bucket) throws IOException, InterruptedException {
    String file = bucket.getFile();
    List<DomainObservation> failed = new ArrayList<>();
    Collection<DomainObservation> observations = read(file).values();
    for (DomainObservation observation : observations) {
      if (!Observations.isComplete(observation)) {
        failed.add(observation);
      }
    }
    if (failed.isEmpty()) {
      // A runner that repeats this step finds what the first try has written.
      done.add(ObservedBuckets.of(file, observations, bucket.getDomainsKept()));
      return;
    }
    pending.put(file, new Pending(bucket, failed.size()));
    for (DomainObservation observation : failed) {
      engine.lookAgain(
          observation.getDomain(),
          Observations.answers(observation),
          answers -> finished.add(new Again(file, answers)));
      for (Again again = finished.poll(); again != null; again = finished.poll()) {
        take(again);
      }
    }
  }

  private void take(Again again) throws IOException {
    Pending bucket = pending.get(again.file);
    String domain = again.answers.domain();
    bucket.again.put(domain, ObserveBucketFn.observation(again.answers, plan));
    if (--bucket.missing == 0) {
      pending.remove(again.file);
      write(bucket);
    }
  }

  private void write(Pending bucket) throws IOException {
    String file = bucket.bucket.getFile();
    Map<String, DomainObservation> observations = read(file);
    observations.putAll(bucket.again);
    ObservationFiles.write(file, buckets, observations.values());
    done.add(ObservedBuckets.of(file, observations.values(), bucket.bucket.getDomainsKept()));
  }

  private static Map<String, DomainObservation> read(String file) throws IOException {
    try {
      return ObservationFiles.read(file);
    } catch (DamagedFileException e) {
      throw new IOException("a file that this run wrote was damaged since", e);
    }
  }
}
