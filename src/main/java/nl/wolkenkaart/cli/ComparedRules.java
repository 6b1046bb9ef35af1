package nl.wolkenkaart.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.wolkenkaart.provider.CatalogueSource;
import nl.wolkenkaart.provider.OwnerChange;

/**
 * Whether two runs were classified by the same rules, and the later one's catalogue; and whether a
 * company stood under another law by the owners that the two count.
 *
 * @param source the later run's catalogue and corrections; null where both runs have the same and
 *     it is not at hand
 * @param differ whether catalogue, corrections or program differ, so that the earlier observations
 *     must be classified again
 * @param sold companies of that catalogue that stand under another law on the day whose owners the
 *     later run counts
 * @param why what differs, for people
 */
record ComparedRules(
    CatalogueSource source, boolean differ, List<OwnerChange> sold, List<String> why) {

  /**
   * Finds out.
   *
   * @param given a catalogue that was named; null for none
   * @param problems where is noted why the comparison cannot be made
   */
  static ComparedRules of(
      FinishedRun before, FinishedRun after, CatalogueSource given, List<String> problems) {
    CatalogueSource source = given == null ? CatalogueSource.embedded() : given;
    boolean atHand = isOf(after, source);
    if (given != null && !atHand) {
      problems.add(
          given.folder()
              + ": is not the catalogue of "
              + after.path()
              + ", which has catalogue "
              + after.catalogue()
              + " and corrections "
              + after.corrections()
              + "; this one has "
              + hashes(given, after));
    }
    List<String> why = new ArrayList<>();
    if (!before.catalogue().equals(after.catalogue())) {
      why.add("catalogue");
    }
    if (!before.corrections().equals(after.corrections())) {
      why.add("corrections");
    } else if (atHand
        && !source.corrections(before.date()).sameAs(source.corrections(after.date()))) {
      why.add("corrections that have expired");
    } else if (!atHand && before.corrected() + after.corrected() > 0) {
      // Some may have expired in between.
      why.add("corrections");
    }
    if (!before.version().equals(after.version())) {
      why.add("version of the program");
    }
    boolean differ = !why.isEmpty();
    List<OwnerChange> sold = List.of();
    if (atHand) {
      sold = sold(before, after, source);
    }
    // Without the catalogue nobody can tell who was sold in between.
    boolean untold = !atHand && !differ && !before.ownersOf().equals(after.ownersOf());
    if (!sold.isEmpty() || untold) {
      why.add("owners of companies (" + before.ownersOf() + " and " + after.ownersOf() + ")");
    }
    if (!why.isEmpty() && !atHand && given == null) {
      problems.add(
          String.join(", ", why)
              + " differ between the runs, so the earlier observations must be classified again with"
              + " the catalogue of "
              + after.path()
              + ", "
              + after.catalogue()
              + " with corrections "
              + after.corrections()
              + "; that of this program is "
              + hashes(source, after)
              + ": name its folder with --catalogue DIR");
    }
    if (!why.isEmpty() && !after.version().equals(Version.current())) {
      problems.add(
          after.path()
              + ": was classified by version "
              + after.version()
              + ", this is "
              + Version.current()
              + ": classify it again first, or compare with that version");
    }
    return new ComparedRules(atHand ? source : null, differ, sold, List.copyOf(why));
  }

  /**
   * Whether a company stands under another law by the owners that the later of two runs counts;
   * null where the catalogue of that run is not at hand.
   *
   * @param given a catalogue that was named; null for the program's own
   */
  static Boolean ownerChanged(FinishedRun before, FinishedRun after, CatalogueSource given) {
    CatalogueSource source = given == null ? CatalogueSource.embedded() : given;
    return isOf(after, source) ? (Boolean) !sold(before, after, source).isEmpty() : null;
  }

  /** A sale within one country shows in no table of a comparison. */
  private static List<OwnerChange> sold(
      FinishedRun before, FinishedRun after, CatalogueSource source) {
    return OwnerChange.between(source.catalogue(), before.ownersOf(), after.ownersOf()).stream()
        .filter(
            change ->
                !Objects.equals(change.before().jurisdiction(), change.after().jurisdiction()))
        .toList();
  }

  private static boolean isOf(FinishedRun run, CatalogueSource source) {
    return source.catalogue().hash().equals(run.catalogue())
        && source.corrections(run.date()).hash().equals(run.corrections());
  }

  private static String hashes(CatalogueSource source, FinishedRun run) {
    return source.catalogue().hash() + " with corrections " + source.corrections(run.date()).hash();
  }
}
