package nl.wolkenkaart.provider;

import java.util.List;

/** The catalogue cannot be used; every reason is named, one a line. */
public final class CatalogueException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  CatalogueException(List<String> faults) {
    super(
        "the catalogue has "
            + (faults.size() == 1 ? "a fault" : faults.size() + " faults")
            + ":\n  "
            + String.join("\n  ", faults));
    this.faults = List.copyOf(faults);
  }

  /** The faults, in the order of the files. */
  public List<String> faults() {
    return faults;
  }
}
