package nl.wolkenkaart.provider;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * How sure a backend is, from the points of the evidence for it. Of each family of signals the
 * heaviest counts, and the families add up: from 40 {@code certain}, from 25 {@code high}, below
 * {@code medium}. Certain needs two families of which one is a DKIM CNAME or an MX record that
 * leads directly to the provider; with less it is high.
 */
public final class Confidence {
  /** Two independent families of signals, of which one is DKIM or a direct MX. */
  public static final String CERTAIN = "certain";

  /** From 25 points. */
  public static final String HIGH = "high";

  /** Less, or capped. */
  public static final String MEDIUM = "medium";

  /** The backend is not known. */
  public static final String UNKNOWN = "unknown";

  private static final int CERTAIN_FROM = 40;
  private static final int HIGH_FROM = 25;

  private Confidence() {}

  /**
   * The band of a provider that some signal has decided on.
   *
   * @param provider catalogue identifier
   * @param direct whether the most preferred mail hosts are the provider's
   * @param capped whether something speaks against more than medium
   */
  static String of(String provider, Collection<Finding> findings, boolean direct, boolean capped) {
    Map<Signal.Family, Integer> families = new EnumMap<>(Signal.Family.class);
    boolean dkimCname = false;
    for (Finding f : findings) {
      if (provider.equals(f.provider()) && f.points() > 0) {
        families.merge(family(f.signal(), direct), f.points(), Math::max);
        dkimCname |= f.signal() == Signal.DKIM;
      }
    }
    int points = families.values().stream().mapToInt(Integer::intValue).sum();
    return capped ? MEDIUM : band(points, families.size(), dkimCname || direct);
  }

  /** The band of points that nothing caps. */
  static String band(int points, int families, boolean dkimOrDirect) {
    if (points < HIGH_FROM) {
      return MEDIUM;
    }
    return points >= CERTAIN_FROM && families >= 2 && dkimOrDirect ? CERTAIN : HIGH;
  }

  /** The family that a signal counts in. */
  static Signal.Family family(Signal signal, boolean direct) {
    // Microsoft's name for an accepted domain is the very host that MX names.
    return direct && signal == Signal.EOP_NAME ? Signal.Family.MX : signal.family;
  }
}
