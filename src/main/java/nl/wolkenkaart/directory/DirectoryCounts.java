package nl.wolkenkaart.directory;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the rows of registers: {@code rows = organisations + joined + ended + rejects}, of
 * each file and of all.
 */
public final class DirectoryCounts {
  /** Rows of data. */
  public static final String ROWS = "rows";

  /** Rows that became an organisation: the first row of each. */
  public static final String ORGANISATIONS = "organisations";

  /** Rows that tell of an organisation that an earlier row tells of. */
  public static final String JOINED = "joined";

  /** Rows of organisations that are no more at the run date. */
  public static final String ENDED = "ended";

  public static final String REJECTS = "rejects";

  /** Rows that give no day on which the organisation ends, among those of registers. */
  public static final String WITHOUT_END = "without_end";

  /** Organisations with a domain; the rest have the status no_domain. */
  public static final String WITH_DOMAIN = "with_domain";

  /** Of these, organisations that take the domain of the one that they are a part of. */
  public static final String INHERITED = "inherited";

  /** Organisations of which several domains are asked. */
  public static final String SEVERAL_DOMAINS = "several_domains";

  /** Begins the names of counts of types: {@code types/roo/gemeente = municipality}. */
  public static final String TYPES = "types/";

  /** Begins the names of counts of types that no list maps. */
  public static final String UNMAPPED = "unmapped/";

  /** Begins the names of counts of organisations by sector. */
  public static final String SECTORS = "sectors/";

  /** Reasons that are told apart in a file; hostile rows could give very many. */
  private static final int MOST_KINDS = 200;

  private static final String OTHERS = "others";

  private final Map<String, Long> totals = new TreeMap<>();
  private final Map<String, Map<String, Long>> files = new TreeMap<>();
  private final Map<String, Map<String, Long>> reasons = new TreeMap<>();

  /**
   * Whether a count among those of a stage is one of these, apart from rows, organisations,
   * rejects.
   */
  public static boolean isOfDirectory(String what) {
    return List.of(JOINED, ENDED, WITHOUT_END, WITH_DOMAIN, INHERITED, SEVERAL_DOMAINS)
            .contains(what)
        || what.startsWith(TYPES)
        || what.startsWith(UNMAPPED)
        || what.startsWith(SECTORS);
  }

  void add(String file, String what) {
    add(what);
    files.computeIfAbsent(file, f -> new TreeMap<>()).merge(what, 1L, Long::sum);
  }

  void add(String what) {
    String name = totals.size() < 10 * MOST_KINDS || totals.containsKey(what) ? what : OTHERS;
    totals.merge(name, 1L, Long::sum);
  }

  void reject(String file, String reason) {
    add(file, REJECTS);
    Map<String, Long> of = reasons.computeIfAbsent(file, f -> new TreeMap<>());
    String kind = reason.replaceAll("[0-9]+", "N");
    of.merge(of.size() < MOST_KINDS || of.containsKey(kind) ? kind : OTHERS, 1L, Long::sum);
  }

  /** Numbers of all files, by what they count. */
  public Map<String, Long> totals() {
    return totals;
  }

  public long total(String what) {
    return totals.getOrDefault(what, 0L);
  }

  /** Numbers by file and what they count. */
  public Map<String, Map<String, Long>> files() {
    return files;
  }

  /** Rejects by file and reason, numbers in it written as N. */
  public Map<String, Map<String, Long>> reasons() {
    return reasons;
  }
}
