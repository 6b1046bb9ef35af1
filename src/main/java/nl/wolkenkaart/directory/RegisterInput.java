package nl.wolkenkaart.directory;

import com.google.common.collect.ImmutableMap;
import java.io.Serializable;
import java.util.Locale;
import java.util.Map;
import nl.wolkenkaart.directory.sources.Registers;

/**
 * One register that a run reads.
 *
 * @param path path of a file, or a pattern of Beam's file systems, whose files are read by name
 * @param format one of {@link Registers#formats}, empty where the content tells it
 * @param sector sector of all its organisations, empty where the register tells it
 * @param sectors sector by type of organisation, in small letters; goes before the catalogue's
 * @param asOf date of which the register is, {@code YYYY-MM-DD}, empty where that is not known
 * @param fields columns by our fields, for a table that no format is for; empty otherwise
 */
public record RegisterInput(
    String path,
    String format,
    String sector,
    ImmutableMap<String, String> sectors,
    String asOf,
    ImmutableMap<String, String> fields)
    implements Serializable {

  /**
   * Checks the format and the fields.
   *
   * @throws IllegalArgumentException naming what is wrong
   */
  public RegisterInput {
    Registers.check(format, fields);
  }

  /** A register of which only the path and, if need be, the format is given. */
  public static RegisterInput of(String path, String format) {
    return new RegisterInput(path, format, "", ImmutableMap.of(), "", ImmutableMap.of());
  }

  /** Types in small letters. */
  public static ImmutableMap<String, String> types(Map<String, String> given) {
    ImmutableMap.Builder<String, String> types = ImmutableMap.builder();
    given.forEach((type, sector) -> types.put(type.strip().toLowerCase(Locale.ROOT), sector));
    return types.buildKeepingLast();
  }

  /** Whether it may be our own plain list. */
  boolean mayBePlain() {
    boolean asked = format.isEmpty() || format.equals(Registers.OWN);
    return asked && sector.isEmpty() && sectors.isEmpty() && fields.isEmpty();
  }
}
