package nl.wolkenkaart.directory;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The code list of sectors and what types of organisation in the registers belong to each, read
 * from {@code catalogue/sectors-nl.yaml}.
 */
public final class Sectors {
  /** The sector of a type that no list maps. */
  public static final String OTHER = "other";

  /** The sector where a plain list gives none. */
  static final String UNKNOWN = "unknown";

  private static final String FILE = "/catalogue/sectors-nl.yaml";
  private static final String MINISTRIES_STAND_IN = "central-government";

  private static final Sectors EMBEDDED = embedded(FILE);

  private final ImmutableMap<String, Sector> byId;
  private final ImmutableMap<String, ImmutableMap<String, Type>> types;

  /** Canonical name by sector and folded alias. */
  private final Map<String, String> aliases = new HashMap<>();

  /** Sector and folded canonical name of those that have aliases. */
  private final Set<String> canonicals = new HashSet<>();

  private Sectors(Document document) {
    ImmutableMap.Builder<String, Sector> sectors = ImmutableMap.builder();
    for (Sector sector : document.sectors()) {
      sectors.put(sector.id(), sector);
      sector
          .aliases()
          .forEach(
              (name, others) -> {
                canonicals.add(sector.id() + ':' + Names.fold(name));
                for (String other : others) {
                  aliases.put(sector.id() + ':' + Names.fold(other), Names.fold(name));
                }
              });
    }
    byId = sectors.buildOrThrow();
    ImmutableMap.Builder<String, ImmutableMap<String, Type>> all = ImmutableMap.builder();
    document.types().forEach((register, of) -> all.put(register, ImmutableMap.copyOf(of)));
    types = all.buildOrThrow();
    types.forEach(
        (register, of) ->
            of.forEach(
                (type, mapped) -> {
                  if (!byId.containsKey(mapped.sector())) {
                    throw new IllegalArgumentException(
                        FILE + ": " + register + ": " + type + ": no sector " + mapped.sector());
                  }
                }));
  }

  private record Document(List<Sector> sectors, Map<String, Map<String, Type>> types) {}

  /**
   * A sector.
   *
   * @param nl label in Dutch
   * @param en label in English
   * @param uniqueNames whether no two living organisations of it have the same name
   * @param prefixes words before a name that are no part of it, in small letters
   * @param aliases other names by name
   */
  public record Sector(
      String id,
      String nl,
      String en,
      boolean uniqueNames,
      List<String> prefixes,
      Map<String, List<String>> aliases) {
    public Sector {
      prefixes = prefixes == null ? List.of() : List.copyOf(prefixes);
      aliases = aliases == null ? Map.of() : Map.copyOf(aliases);
    }
  }

  /**
   * What a type of a register means.
   *
   * @param inherits whether such an entry is a part of the one that it stands in
   */
  record Type(String sector, boolean inherits) {}

  /**
   * The sector of an entry.
   *
   * @param inherits see {@link Type}
   * @param type the type that decided, for counting; empty where none was given
   * @param mapped whether the type was known
   */
  record Found(String sector, boolean inherits, String type, boolean mapped) {}

  /** The sectors that come with the program. */
  public static Sectors embedded() {
    return EMBEDDED;
  }

  private static Sectors embedded(String file) {
    ObjectMapper yaml =
        YAMLMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
    try (InputStream in = Sectors.class.getResourceAsStream(file)) {
      return new Sectors(yaml.readValue(in, Document.class));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /** The code list, in its order. */
  public ImmutableList<Sector> all() {
    return byId.values().asList();
  }

  /**
   * The sector of an entry of a register: that of its first type that is mapped, by the run's own
   * mapping before the catalogue's. Types of a register that the catalogue does not know are
   * sectors themselves.
   *
   * @param given mapping of the run, types in any case
   */
  Found of(String format, List<String> entryTypes, Map<String, String> given) {
    ImmutableMap<String, Type> known =
        types.getOrDefault(format.equals("rio") ? "roo" : format, ImmutableMap.of());
    for (String type : entryTypes) {
      String own = given.get(type.toLowerCase(Locale.ROOT));
      Type mapped = known.get(type.toLowerCase(Locale.ROOT));
      if (own != null || mapped != null) {
        String sector = own != null ? own : mapped.sector();
        return new Found(sector, mapped != null && mapped.inherits(), type, true);
      }
    }
    String type = entryTypes.isEmpty() ? "" : entryTypes.get(0);
    if (type.isEmpty() || (known.isEmpty() && given.isEmpty())) {
      return new Found(type.isEmpty() ? UNKNOWN : type, false, type, true);
    }
    return new Found(OTHER, false, type, false);
  }

  /**
   * What identifies an organisation by its name, {@code sector:name}, where its sector is one whose
   * names are unique; null elsewhere. A ministry may stand among central government.
   */
  @Nullable String nameKey(String sector, String name) {
    String folded = Names.fold(name);
    for (Sector candidate : byId.values()) {
      boolean own = candidate.id().equals(sector);
      boolean within = sector.equals(MINISTRIES_STAND_IN) && !candidate.aliases().isEmpty();
      if (!candidate.uniqueNames() || !(own || within)) {
        continue;
      }
      String bare = withoutPrefix(candidate, folded);
      String canonical = aliases.get(candidate.id() + ':' + bare);
      boolean known =
          canonical != null
              || canonicals.contains(candidate.id() + ':' + bare)
              || !bare.equals(folded);
      if (own || known) {
        return candidate.id() + ':' + (canonical == null ? bare : canonical);
      }
    }
    return null;
  }

  private static String withoutPrefix(Sector sector, String folded) {
    for (String prefix : sector.prefixes()) {
      if (folded.startsWith(prefix) && folded.startsWith(" ", prefix.length())) {
        return folded.substring(prefix.length() + 1);
      }
    }
    return folded;
  }
}
