package nl.wolkenkaart.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Whole numbers in given proportions. */
final class Quota {
  private Quota() {}

  /**
   * Divides a total in proportion to weights by the method of the largest remainder; of equal
   * remainders the earlier wins.
   *
   * @return one number for each weight, adding up to the total
   */
  static int[] divide(int total, List<Integer> weights) {
    long sum = weights.stream().mapToLong(Integer::longValue).sum();
    int[] parts = new int[weights.size()];
    List<Integer> order = new ArrayList<>();
    int left = total;
    for (int i = 0; i < parts.length; i++) {
      parts[i] = (int) (total * (long) weights.get(i) / sum);
      left -= parts[i];
      order.add(i);
    }
    order.sort(Comparator.comparingLong(i -> -(total * (long) weights.get(i) % sum)));
    for (int i = 0; i < left; i++) {
      parts[order.get(i)]++;
    }
    return parts;
  }
}
