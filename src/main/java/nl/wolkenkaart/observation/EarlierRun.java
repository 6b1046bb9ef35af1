package nl.wolkenkaart.observation;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nl.wolkenkaart.lookup.PlannedAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an earlier run, or an earlier try of this one, has left in a bucket's file.
 *
 * @param observations by domain
 * @param plan identifier of the plan that is asked now
 */
public record EarlierRun(Map<String, DomainObservation> observations, String plan) {
  private static final Logger LOG = LoggerFactory.getLogger(EarlierRun.class);

  /** Reads a bucket's file; one that is damaged counts as none, and that is said. */
  static EarlierRun read(String path, String plan) throws IOException {
    try {
      return new EarlierRun(ObservationFiles.read(path), plan);
    } catch (DamagedFileException e) {
      LOG.warn("{}; its domains are asked anew", e.getMessage());
      return new EarlierRun(Map.of(), plan);
    }
  }

  /** The observation of a domain, where nothing of it failed and the plan is the same. */
  Optional<DomainObservation> complete(String domain) {
    return ofThisPlan(domain).filter(Observations::isComplete);
  }

  /** What is known of a domain; answers to another plan are not, since they may be too few. */
  List<PlannedAnswer> answers(String domain) {
    return ofThisPlan(domain).map(Observations::answers).orElse(List.of());
  }

  private Optional<DomainObservation> ofThisPlan(String domain) {
    return Optional.ofNullable(observations.get(domain)).filter(o -> o.getPlan().equals(plan));
  }

  /**
   * Why a run cannot take up what a folder of observations holds; empty when it can.
   *
   * @param buckets over how many buckets it spreads the domains
   */
  public static Optional<String> refuses(String folder, int buckets) throws IOException {
    for (String file : ObservationNames.whole(folder)) {
      try {
        OptionalInt spread = ObservationFiles.buckets(file);
        if (spread.isEmpty()) {
          return Optional.of(file + " does not say over how many buckets its run was spread");
        }
        if (spread.getAsInt() != buckets) {
          return Optional.of(
              "its domains are spread over "
                  + spread.getAsInt()
                  + " buckets, not "
                  + buckets
                  + "; resume with --buckets "
                  + spread.getAsInt());
        }
      } catch (DamagedFileException e) {
        // Told when its bucket is read.
        LOG.debug("no header", e);
      }
    }
    return Optional.empty();
  }
}
