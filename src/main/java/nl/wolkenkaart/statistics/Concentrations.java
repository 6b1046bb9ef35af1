package nl.wolkenkaart.statistics;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * How concentrated a sector is. With {@code d} decided organisations, {@code u} undecided ones,
 * {@code n(i)} organisations of operator {@code i}, {@code m} those of the largest and {@code S}
 * the sum of the squares of {@code n(i)}:
 *
 * <ul>
 *   <li>{@code hhi = S / d^2}
 *   <li>{@code hhi_low = (S + u) / (d + u)^2}: an undecided organisation adds 1 to {@code S} where
 *       it has an operator of its own, and 2 n(i) + 1 where it joins another, so no other way of
 *       deciding them gives less. It is at most {@code hhi}, for {@code S >= d}.
 *   <li>{@code hhi_high = (S - m^2 + (m + u)^2) / (d + u)^2}: the sum of squares is convex, so its
 *       greatest value is where all go to one operator, the largest. It is at least {@code hhi},
 *       for {@code S <= m d} and {@code d >= m}.
 *   <li>The largest one's share is {@code m / d}, at least {@code m / (d + u)} and at most {@code
 *       (m + u) / (d + u)}; that of the three largest is alike, but where there are fewer than
 *       three, undecided ones that are operators of their own take the empty places.
 * </ul>
 */
final class Concentrations {
  /** The measures of which it is told. */
  static final ImmutableList<String> AXES =
      ImmutableList.of(
          Counts.BACKEND,
          Counts.BACKEND_JURISDICTION,
          Counts.RECEIVER,
          Counts.RECEIVER_JURISDICTION);

  private static final int TOP = 3;

  private Concentrations() {}

  /** An operator and its organisations. */
  private record Operator(String name, long organisations) {
    static final Comparator<Operator> LARGEST_FIRST =
        Comparator.comparingLong(Operator::organisations)
            .reversed()
            .thenComparing(one -> one.name().equals(CodeLists.SELF))
            .thenComparing(Operator::name, Utf8Order.UTF8_ORDER);
  }

  /** The rows of the table in its order: sector, axis by UTF-8 bytes. */
  static List<Concentration> of(Totals totals) {
    Map<CountKey, List<Operator>> operators = new TreeMap<>();
    totals
        .tallies()
        .forEach(
            (key, tally) -> {
              if (AXES.contains(key.measure()) && isOperator(key.value())) {
                CountKey group = new CountKey(key.sector(), key.measure(), "");
                operators
                    .computeIfAbsent(group, g -> new ArrayList<>())
                    .add(new Operator(key.value(), tally.organisations()));
              }
            });
    List<Concentration> rows = new ArrayList<>();
    for (String sector : totals.lists().keySet()) {
      for (String axis : AXES) {
        List<Operator> here = operators.getOrDefault(new CountKey(sector, axis, ""), List.of());
        rows.add(row(sector, axis, here, totals.denominator(sector, axis).organisations()));
      }
    }
    return rows;
  }

  private static boolean isOperator(String value) {
    return CodeLists.hasShare(value) && !CodeLists.isUndecided(value);
  }

  private static Concentration row(
      String sector, String axis, List<Operator> values, long denominator) {
    boolean alone = axis.equals(Counts.RECEIVER) || axis.equals(Counts.BACKEND);
    long decided = 0;
    long selfRun = 0;
    long operators = 0;
    BigInteger squares = BigInteger.ZERO;
    List<Operator> top = new ArrayList<>();
    for (Operator value : values) {
      long n = value.organisations();
      boolean self = value.name().equals(CodeLists.SELF);
      decided += n;
      selfRun += self ? n : 0;
      if (self && alone) {
        operators += n;
        squares = squares.add(BigInteger.valueOf(n));
        for (long i = 0; i < Math.min(n, TOP); i++) {
          top.add(new Operator(CodeLists.SELF, 1));
        }
      } else if (n > 0) {
        operators++;
        squares = squares.add(square(n));
        top.add(value);
      }
    }
    top.sort(Operator.LARGEST_FIRST);
    top = top.subList(0, Math.min(TOP, top.size()));
    long undecided = denominator - decided;
    long largest = top.isEmpty() ? 0 : top.get(0).organisations();
    long three = top.stream().mapToLong(Operator::organisations).sum();
    BigInteger all = square(denominator);
    BigInteger highest = squares.subtract(square(largest)).add(square(largest + undecided));
    return new Concentration(
        sector,
        axis,
        denominator,
        decided,
        undecided,
        selfRun,
        operators,
        share(squares, square(decided)),
        share(squares.add(BigInteger.valueOf(undecided)), all),
        share(highest, all),
        top.isEmpty() ? null : top.get(0).name(),
        share(largest, decided),
        share(Math.max(largest, Math.min(undecided, 1)), denominator),
        share(largest + undecided, denominator),
        top.stream().map(Operator::name).toList(),
        share(three, decided),
        share(three + Math.min(undecided, TOP - top.size()), denominator),
        share(three + undecided, denominator));
  }

  private static BigInteger square(long n) {
    return BigInteger.valueOf(n).pow(2);
  }

  private static @Nullable Double share(long part, long whole) {
    return share(BigInteger.valueOf(part), BigInteger.valueOf(whole));
  }

  private static @Nullable Double share(BigInteger part, BigInteger whole) {
    return whole.signum() == 0 ? null : Shares.share(part, whole);
  }
}
