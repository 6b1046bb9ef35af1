/**
 * The made-up country of the demo, and the authoritative server that answers for it.
 *
 * <p>Reads nothing but its own lists of invented words and of operators; opens sockets on the
 * loopback address only. Everything else about it is synthetic and computed from a seed: {@link
 * nl.wolkenkaart.world.Country} gives organisations, zones and what measuring them should find;
 * {@link nl.wolkenkaart.world.WorldServer} answers for any {@link nl.wolkenkaart.world.ZoneData},
 * so tests use it with hand-written zone files too.
 */
package nl.wolkenkaart.world;
