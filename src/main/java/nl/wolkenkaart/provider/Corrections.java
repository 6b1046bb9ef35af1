package nl.wolkenkaart.provider;

import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.wolkenkaart.provider.CatalogueEntry.Placed;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The corrections, and the date on which they are applied: last, after everything that was found.
 * One whose time is over is not applied. One that says what the evidence says anyway changes
 * nothing. What an organisation's own correction leaves open, its domain's may still fill.
 */
public final class Corrections implements Serializable {
  private static final long serialVersionUID = 1;

  /** What the rule of a corrected row begins with. */
  public static final String CORRECTED = "corrected:";

  private final Map<String, Correction> valid;
  private final List<String> expired;
  private final String hash;

  private Corrections(List<Correction> all, LocalDate runDate, String hash) {
    Map<String, Correction> held = new HashMap<>();
    List<String> over = new ArrayList<>();
    for (Correction c : all) {
      if (c.isExpired(runDate)) {
        over.add("the correction of " + c.about() + " expired on " + c.expires());
      } else {
        held.put(c.about(), c);
      }
    }
    this.valid = Map.copyOf(held);
    this.expired = List.copyOf(over);
    this.hash = hash;
  }

  /** The corrections on the class path, {@code /catalogue/corrections/}, as of a date. */
  public static Corrections embedded(LocalDate runDate) {
    try {
      return of(
          CatalogueFiles.ofCorrections(CatalogueSource::ofClassPath),
          Catalogue.embedded(),
          runDate);
    } catch (CatalogueException e) {
      // The build's tests load these very files, so only a damaged jar comes here.
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /**
   * The corrections in a folder of a catalogue: the files that {@code corrections/index.yaml}
   * lists, as of a date.
   *
   * @throws CatalogueException naming every fault of every file
   */
  public static Corrections load(Path folder, Catalogue catalogue, LocalDate runDate)
      throws CatalogueException {
    return of(
        CatalogueFiles.ofCorrections(file -> Files.readAllBytes(folder.resolve(file))),
        catalogue,
        runDate);
  }

  static Corrections of(CatalogueFiles files, Catalogue catalogue, LocalDate runDate)
      throws CatalogueException {
    List<String> faults = new ArrayList<>(files.faults);
    List<Correction> all = new ArrayList<>();
    Set<String> subjects = new TreeSet<>();
    for (Placed<CorrectionEntry> placed : files.corrections) {
      CorrectionCheck check = new CorrectionCheck(catalogue);
      Correction correction = check.of(placed.entry());
      String place = placed.file() + ": " + correction.about() + ": ";
      check.faults().forEach(fault -> faults.add(place + fault));
      if (!subjects.add(correction.about())) {
        faults.add(place + "is corrected twice");
      }
      all.add(correction);
    }
    List<String> found = files.withSchemas(faults);
    if (!found.isEmpty()) {
      throw new CatalogueException(found);
    }
    return new Corrections(all, runDate, files.hash());
  }

  /** SHA-256 of the files, in hexadecimal. */
  public String hash() {
    return hash;
  }

  /** Whether the corrections that hold are the same ones. */
  public boolean sameAs(Corrections other) {
    return valid.equals(other.valid);
  }

  /** A line for each correction whose time is over. */
  public List<String> expired() {
    return expired;
  }

  /**
   * What holds of a domain, or of an organisation that has it.
   *
   * @param found what the evidence says
   * @param organisation identifier of the organisation; null for the domain itself
   */
  public DomainAttribution applyTo(
      DomainAttribution found, @Nullable String organisation, Catalogue catalogue) {
    DomainAttribution corrected = found;
    for (Correction correction : of(found.getDomain(), organisation)) {
      if (!correction.agreesWith(corrected)) {
        corrected = new CorrectionResult(correction, corrected, catalogue).get();
      }
    }
    return corrected;
  }

  /** The domain's first, so that the organisation's goes over it. */
  private List<Correction> of(String domain, @Nullable String organisation) {
    return Stream.of("domain " + domain, "organisation " + organisation)
        .map(valid::get)
        .flatMap(c -> Optional.ofNullable(c).stream())
        .toList();
  }

  /**
   * Under which names a row of the attributions table is counted: {@link #CORRECTED} where it was
   * corrected; where it was not, what {@link CorrectionCounts#REDUNDANT} and the subject of each
   * correction make that the evidence agrees with.
   */
  List<String> counts(Attribution row) {
    if (row.getRule().startsWith(CORRECTED)) {
      return List.of(CorrectionCounts.APPLIED);
    }
    if (row.getDomain() == null) {
      return List.of();
    }
    return of(row.getDomain(), row.getOrganisationId()).stream()
        .map(c -> CorrectionCounts.REDUNDANT + c.about())
        .toList();
  }
}
