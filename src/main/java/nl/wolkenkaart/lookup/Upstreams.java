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
   * A resolver that answers, another one than before where there is one; a silent one where all are
   * silent.
   */
  Upstream pick(Upstream before) {
    int start = Math.floorMod(next.getAndIncrement(), all.size());
    Upstream fallback = null;
    for (int i = 0; i < all.size(); i++) {
      Upstream candidate = all.get((start + i) % all.size());
      boolean usable = !candidate.isDown() || candidate.takeProbe();
      if (usable && candidate != before) {
        return candidate;
      }
      if (usable || fallback == null) {
        fallback = candidate;
      }
    }
    return fallback;
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
      if (!upstream.isDown()) {
        return true;
      }
    }
    return givenUp || all.stream().anyMatch(Upstream::takeProbe);
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
}
