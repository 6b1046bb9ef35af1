package nl.wolkenkaart.lookup;

/**
 * One DNS question, class IN.
 *
 * @param name A-labels, lower case, no trailing dot
 * @param type type mnemonic in upper case, such as {@code MX}
 */
public record Question(String name, String type) {}
