package nl.wolkenkaart.cli;

import java.util.List;
import nl.wolkenkaart.provider.DomainAttribution;
import nl.wolkenkaart.provider.Provider;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What the verdict would have been of something else that could have been seen.
 *
 * @param kind what is different
 * @param parts what is thought away, all together, or put in; none for {@link Kind#ANSWERED}
 * @param at the provider that what is put in points to; null where nothing is
 * @param then the verdict
 */
record ExplainChange(
    Kind kind, List<ExplainPart> parts, @Nullable Provider at, DomainAttribution then) {

  /** What is different. */
  enum Kind {
    /** The parts are not there. */
    WITHOUT,
    /** The part points to a provider. */
    WITH,
    /** What failed was answered, and nothing was there. */
    ANSWERED
  }
}
