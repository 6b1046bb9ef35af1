package nl.wolkenkaart.provider;

import com.google.common.base.Ascii;
import java.util.Arrays;
import java.util.Optional;

/** How a company is held. */
public enum Control {
  /** By nobody above it: listed without a majority, its founders, a foundation, a cooperative. */
  SELF,
  /** By public bodies. */
  PUBLIC,
  /** By several, none of whom is known to control it. */
  SHARED,
  /** A parent has all of it. */
  WHOLE,
  /** A parent has more than half of it. */
  MAJORITY,
  /** A parent controls it; how much it has is not known. */
  CONTROL,
  /** The owner is not known, so nor is the jurisdiction. */
  UNKNOWN;

  /** Whether a parent's law counts in place of the company's own. */
  boolean hasParent() {
    return this == WHOLE || this == MAJORITY || this == CONTROL;
  }

  /** The word in the catalogue. */
  public String word() {
    return Ascii.toLowerCase(name());
  }

  static Optional<Control> of(String word) {
    return Arrays.stream(values()).filter(control -> control.word().equals(word)).findFirst();
  }
}
