package nl.wolkenkaart.provider;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nl.wolkenkaart.directory.Organisation;
import nl.wolkenkaart.directory.Utf8Text;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Which organisation stands for a domain where domains are counted: of all that have it, the first
 * by the UTF-8 bytes of its id, in each sector and in the list. Takes all organisations of its
 * domains, and then tells of each.
 */
public final class DomainStands {
  /** It stands for its domain in its sector. */
  public static final String SECTOR = "sector";

  /** It stands for its domain in its sector and in the whole list. */
  public static final String LIST = "list";

  private final Map<String, String> inList = new HashMap<>();
  private final Map<String, String> inSector = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  /** Takes an organisation that has a domain. */
  void add(String domain, Organisation organisation) {
    String id = organisation.getOrganisationId();
    inList.merge(domain, id, DomainStands::first);
    inSector.merge(key(domain, organisation), id, DomainStands::first);
  }

  /** Takes an organisation that may yet have a domain: who stands for it cannot be told. */
  void leaveOpen(String domain) {
    open.add(domain);
  }

  /** Whether it cannot be told who stands for a domain. */
  boolean isOpen(String domain) {
    return open.contains(domain);
  }

  /** For whom an organisation stands; null where another one does. */
  @Nullable String of(String domain, Organisation organisation) {
    String id = organisation.getOrganisationId();
    if (id.equals(inList.get(domain))) {
      return LIST;
    }
    return id.equals(inSector.get(key(domain, organisation))) ? SECTOR : null;
  }

  private static String key(String domain, Organisation organisation) {
    return domain + '\0' + organisation.getSector();
  }

  private static String first(String one, String other) {
    return Utf8Text.compare(one, other) <= 0 ? one : other;
  }
}
