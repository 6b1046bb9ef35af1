/**
 * Reads lists and registers of organisations: each row becomes an organisation, with a domain that
 * can be asked about as far as a register gives one, or tells more of an organisation, or becomes a
 * reject that says why not. Lists are hostile text: whatever a row holds, it stops nothing, is
 * bounded in size and is counted.
 */
package nl.wolkenkaart.directory;
