package nl.wolkenkaart.lookup;

/**
 * A resource record in presentation form.
 *
 * @param name owner: A-labels, lower case, no trailing dot
 * @param type type mnemonic
 * @param ttl seconds
 * @param data RDATA in presentation form; names in it lower case, no trailing dot, the root as
 *     {@code .}
 */
public record ResourceRecord(String name, String type, long ttl, String data) {}
