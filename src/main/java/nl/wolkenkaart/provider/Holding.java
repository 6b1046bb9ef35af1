package nl.wolkenkaart.provider;

import java.time.LocalDate;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Who holds a company from one day until another.
 *
 * @param from first day; null: as long as is known
 * @param fromIs how the first day is known: {@code exact}, {@code month} or {@code year} (its first
 *     day stands for it), {@code reported} (held at the latest then: the day of the first report)
 * @param to first day on which it no longer holds; null: until now
 * @param parent identifier of the company that controls it; null where none does
 * @param holders others that hold a part, in words
 * @param source address of the statement
 * @param date date of the statement; where confidence is not {@code documented}, the day on which
 *     the entry was written
 * @param confidence {@code documented}, {@code stated}, {@code assumed} or {@code unknown}
 */
public record Holding(
    @Nullable LocalDate from,
    String fromIs,
    @Nullable LocalDate to,
    Control control,
    @Nullable String parent,
    List<String> holders,
    String source,
    String date,
    String confidence) {

  /** Whether it holds on a day. */
  boolean on(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
  }
}
