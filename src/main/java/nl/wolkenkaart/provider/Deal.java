package nl.wolkenkaart.provider;

import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A sale that was announced. It changes no jurisdiction: only a closed one is an ownership.
 *
 * @param buyer identifier of the company that buys
 * @param announced date of the announcement
 * @param state {@code pending}, {@code prohibited} or {@code withdrawn}
 * @param stateSince date since which that is so; null where it is still as announced
 */
public record Deal(
    String buyer,
    String announced,
    String state,
    @Nullable String stateSince,
    String source,
    String date) {}
