package nl.wolkenkaart.world;

import java.util.Collections;
import java.util.List;

/**
 * Numbers that look random and are the same on every machine: SplitMix64 (Steele, Lea and Flood,
 * "Fast splittable pseudorandom number generators", OOPSLA 2014).
 */
final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private long state;

  /** Dice whose sequence is SplitMix64's for this seed. */
  Dice(long state) {
    this.state = state;
  }

  /** Dice for one thing in a country, whatever was drawn for others. */
  static Dice of(long seed, String purpose, long number) {
    long state = mix(seed + GOLDEN);
    for (int i = 0; i < purpose.length(); i++) {
      state = mix(state ^ (purpose.charAt(i) * GOLDEN));
    }
    return new Dice(mix(state + number * GOLDEN));
  }

  long next() {
    state += GOLDEN;
    return mix(state);
  }

  /** A number from 0 to below the bound; the bias is below bound / 2^63. */
  int below(int bound) {
    return (int) ((next() >>> 1) % bound);
  }

  boolean chance(int percent) {
    return below(100) < percent;
  }

  <T> T pick(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /** Shuffles in place (Fisher and Yates). */
  void shuffle(List<?> items) {
    for (int i = items.size() - 1; i > 0; i--) {
      Collections.swap(items, i, below(i + 1));
    }
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
