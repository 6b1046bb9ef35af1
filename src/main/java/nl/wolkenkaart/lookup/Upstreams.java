package nl.wolkenkaart.lookup;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The resolvers of a run: who is asked next, and whether anybody is there. */
final class Upstreams {
  private final List<Upstream> all;
  private final long giveUpNanos;
  private final AtomicInteger next = new AtomicInteger();
  private volatile boolean givenUp;

  Upstreams(List<Upstream> all, long giveUpNanos) {
    this.all = List.copyOf(all);
    this.giveUpNanos = giveUpNanos;
  }

  /**
   * A resolver that answers or that it is time to try again, another one than before where there is
   * one; a silent one where all are silent. Its next question is this one.
   */
  Upstream pick(Upstream before) {
    int start = Math.floorMod(next.getAndIncrement(), all.size());
    Upstream best = all.get(start);
    int bestRank = rank(best, before);
    for (int i = 1; i < all.size(); i++) {
      Upstream candidate = all.get((start + i) % all.size());
      int rank = rank(candidate, before);
      if (rank > bestRank) {
        best = candidate;
        bestRank = rank;
      }
    }
    best.asked();
    return best;
  }

  private static int rank(Upstream candidate, Upstream before) {
    boolean usable = !candidate.isDown() || candidate.isProbeDue();
    return (usable ? 2 : 0) + (candidate == before ? 0 : 1);
  }

  /** Asks those that seem to be down whether they are. */
  void check() {
    all.forEach(Upstream::check);
  }

  /**
   * Whether a question may be sent: somebody answers, or it is time to see whether somebody is
   * back.
   */
  boolean mayAsk() {
    for (Upstream upstream : all) {
      if (!upstream.isDown() || upstream.isProbeDue()) {
        return true;
      }
    }
    return givenUp;
  }

  /** Whether no resolver answers at the moment. */
  boolean areAllDown() {
    return all.stream().allMatch(Upstream::isDown);
  }

  /**
   * Whether no resolver has answered for so long that the run does not wait any more. Stays true.
   */
  boolean hasGivenUp() {
    return givenUp;
  }

  /** Looks at the clock; true once, when the run gives up. */
  boolean givesUpNow() {
    if (givenUp) {
      return false;
    }
    for (Upstream upstream : all) {
      if (!upstream.isDown() || upstream.silentForNanos() < giveUpNanos) {
        return false;
      }
    }
    givenUp = true;
    return true;
  }

  /** Gives up, whatever the resolvers do. */
  void giveUp() {
    givenUp = true;
  }
}
