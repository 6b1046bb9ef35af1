package nl.wolkenkaart.statistics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.wolkenkaart.provider.Attribution;

/**
 * Lays two runs side by side, organisation by organisation, in one pass over tables that are sorted
 * by identifier. A step of our catalogue goes before the step of the world: from the earlier run to
 * the same observations classified with the later catalogue, and from there to the later run.
 */
public final class RunComparison {
  /** Stands for all axes together. */
  public static final String ANY = "any";

  private final FlowCounts flows = new FlowCounts();
  private final Map<String, Map<String, Long>> organisations = new TreeMap<>(Utf8Order.UTF8_ORDER);
  private final List<Change> ofOne = new ArrayList<>();
  private final OrganisationChanges changes;
  private final Sink sink;
  private final boolean placesAgain;
  private long before;
  private long after;
  private long kept;

  /** Takes the rows of the changes, those of an organisation together. */
  @FunctionalInterface
  public interface Sink {
    void accept(Change row) throws IOException;
  }

  /**
   * The tables of addresses of the two runs.
   *
   * @param same whether both had the same one, or none
   * @param atHand whether the earlier observations were classified again with theirs, or had none;
   *     otherwise their countries stay as they were
   */
  public record Addresses(boolean same, boolean atHand) {}

  /**
   * The earlier observations, classified again.
   *
   * @param kind what differs from the step before: {@link ChangeKind#CATALOGUE_CHANGED}, and after
   *     it {@link ChangeKind#CHANGED_OWNER}
   */
  public record Again(String kind, ComparedRun run) {}

  private RunComparison(Addresses addresses, Sink sink) {
    this.placesAgain = addresses.atHand();
    this.changes = new OrganisationChanges(addresses.same(), ofOne::add);
    this.sink = sink;
  }

  /**
   * Compares.
   *
   * @param again the earlier observations classified by other rules, step by step towards those of
   *     the later run; none where both runs have the same
   */
  public static RunComparison of(
      ComparedRun earlier, List<Again> again, ComparedRun later, Addresses addresses, Sink sink)
      throws IOException {
    RunComparison comparison = new RunComparison(addresses, sink);
    comparison.read(earlier, again, later);
    return comparison;
  }

  private void read(ComparedRun earlier, List<Again> again, ComparedRun later) throws IOException {
    String was = earlier.peek();
    String is = later.peek();
    while (was != null || is != null) {
      int order = was == null ? 1 : is == null ? -1 : Utf8Order.UTF8_ORDER.compare(was, is);
      ComparedOrganisation then = order <= 0 ? earlier.next() : null;
      ComparedOrganisation now = order >= 0 ? later.next() : null;
      if (then == null) {
        changes.appeared(now);
      } else {
        flows.before(then.row());
        before++;
        ComparedOrganisation settled = then;
        for (Again step : again) {
          settled = again(settled, step);
        }
        if (now == null) {
          changes.gone(settled);
        } else {
          kept(settled, now);
        }
      }
      if (now != null) {
        flows.after(now.row());
        after++;
      }
      pass();
      was = earlier.peek();
      is = later.peek();
    }
  }

  private ComparedOrganisation again(ComparedOrganisation then, Again step) {
    String id = then.row().getOrganisationId();
    if (!id.equals(step.run.peek())) {
      throw new IllegalStateException(
          "Organisation " + id + " is not among those that were classified again");
    }
    ComparedOrganisation settled = step.run.next();
    if (!placesAgain) {
      settled.row().setServerCountry(then.row().getServerCountry());
    }
    changes.classifiedAgain(step.kind, then, settled);
    return settled;
  }

  private void kept(ComparedOrganisation then, ComparedOrganisation now) {
    kept++;
    Attribution was = then.row();
    if (!was.getSector().equals(now.row().getSector())) {
      flows.changedSector(was, now.row().getSector());
    }
    changes.kept(then, now);
  }

  private void pass() throws IOException {
    for (Change row : ofOne) {
      flows.add(row);
      sink.accept(row);
    }
    ofOne.stream().map(Change::getKind).distinct().forEach(kind -> count(kind, ANY));
    ofOne.stream()
        .filter(row -> row.getItem().isEmpty())
        .forEach(row -> count(row.getKind(), row.getAxis()));
    ofOne.clear();
  }

  private void count(String kind, String axis) {
    organisations.computeIfAbsent(kind, k -> new TreeMap<>()).merge(axis, 1L, Long::sum);
  }

  /** The flows. */
  public FlowCounts flows() {
    return flows;
  }

  /** What was compared. */
  public ComparisonFacts facts() {
    return new ComparisonFacts(before, after, kept);
  }

  /** Kinds of which there are rows. */
  public Set<String> kinds() {
    return organisations.keySet();
  }

  /**
   * Organisations that have a row of a kind.
   *
   * @param axis one of one value, or {@link #ANY}
   */
  public long organisations(String kind, String axis) {
    return organisations.getOrDefault(kind, Map.of()).getOrDefault(axis, 0L);
  }
}
