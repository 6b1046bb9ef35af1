/**
 * Reads registers as they are published, each into entries of one form. What the registers mean by
 * their columns and elements is known here and nowhere else; what is made of the entries (sectors,
 * domains, one organisation of several entries) is not.
 */
package nl.wolkenkaart.directory.sources;
