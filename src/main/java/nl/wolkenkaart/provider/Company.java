package nl.wolkenkaart.provider;

import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Who owns a provider, stated once however many providers it has.
 *
 * @param id identifier in the catalogue
 * @param name name of the ultimate parent as far as it is known
 * @param jurisdiction country of the ultimate parent, ISO 3166-1 alpha-2; null when not known
 * @param source where the ownership is stated
 * @param seen date of that statement: year, year and month, or day; null when it has none
 */
public record Company(
    String id, String name, @Nullable String jurisdiction, String source, @Nullable String seen) {}
