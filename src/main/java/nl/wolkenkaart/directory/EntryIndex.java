package nl.wolkenkaart.directory;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import nl.wolkenkaart.directory.sources.Entry;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Finds which entries tell of one organisation, in a first reading of all registers in their order;
 * it holds hashes and numbers alone, some 150 bytes per entry. Entries are known by their place in
 * that order, organisations by a number.
 *
 * <p>Two organisations of one register are never made one: it knows them best. Across registers an
 * entry joins the organisation that has one of its identifiers; or its name, where its sector has
 * each name once; or its name and a domain. What tells of a domain and names nobody joins the first
 * organisation that has the domain, or had it, where nobody has it now.
 */
final class EntryIndex {
  /** Identifiers of one organisation each. */
  private static final ImmutableSet<String> STRONG = ImmutableSet.of("roo", "tooi", "brin", "ipa");

  /** Identifiers that a register may give several of its organisations, which then join none. */
  private static final ImmutableList<String> WEAK =
      ImmutableList.of("oin", "kvk", "codice-fiscale");

  /** Identifiers that mean something within one file. */
  private static final ImmutableSet<String> WITHIN = ImmutableSet.of("id", "row");

  private static final int AMBIGUOUS = -2;
  private static final int HIGHEST = 20;

  private final LongMap byKey = new LongMap();
  private final LongMap having = new LongMap();
  private final LongMap counted = new LongMap();
  private final Map<Integer, String> ids = new HashMap<>();
  private final BitSet ended = new BitSet();
  private final BitSet addressed = new BitSet();
  private final BitSet inheriting = new BitSet();
  private int[] lastInput = new int[1024];
  private int[] members = new int[1024];
  private long[] parents = new long[1024];
  private int groups;

  /**
   * An entry with what was made of it.
   *
   * @param input number of the file it is in, counted over all
   * @param nameKey see {@link Sectors#nameKey}
   * @param id what the organisation is to be called if the entry is its first
   * @param fallback what it is called if that is taken
   * @param isEnded whether it is no more at the run date
   * @param domains domains that may be its own
   */
  record Keyed(
      int input,
      Entry entry,
      @Nullable String nameKey,
      boolean inherits,
      String id,
      String fallback,
      boolean isEnded,
      List<String> domains) {}

  /** Takes the next entry; gives its organisation, or -1 where its id is an earlier one's. */
  int add(Keyed keyed) {
    List<String> keys = keys(keyed);
    int group = find(keyed, keys);
    if (group < 0) {
      boolean taken = byKey.get("called " + keyed.id()) != LongMap.NONE;
      if (taken && isOurs(keyed)) {
        return -1;
      }
      group = begin();
      call(group, keyed, taken);
    }
    boolean again = lastInput[group] == keyed.input();
    lastInput[group] = keyed.input();
    members[group]++;
    if (keyed.isEnded()) {
      ended.set(group);
    }
    claim(group, keyed, keys, again);
    if (keyed.entry().parent() != null && parents[group] == 0) {
      parents[group] = LongMap.hash(scoped(keyed.input(), keyed.entry().parent()));
    }
    if (keyed.inherits()) {
      inheriting.set(group);
    }
    for (String domain : keyed.domains()) {
      addressed.set(group);
      count(group, RegistrableDomain.of(domain));
    }
    return group;
  }

  private static boolean isOurs(Keyed keyed) {
    return keyed.entry().identifiers().keySet().stream().findFirst().orElse("").equals("id");
  }

  private int begin() {
    if (groups == members.length) {
      members = Arrays.copyOf(members, groups * 2);
      lastInput = Arrays.copyOf(lastInput, groups * 2);
      parents = Arrays.copyOf(parents, groups * 2);
    }
    lastInput[groups] = -1;
    return groups++;
  }

  private void call(int group, Keyed keyed, boolean taken) {
    String id = keyed.id();
    if (taken) {
      id = keyed.fallback();
      for (int i = 2; byKey.get("called " + id) != LongMap.NONE; i++) {
        id = keyed.fallback() + '.' + i;
      }
      ids.put(group, id);
    }
    byKey.put("called " + id, group);
  }

  /** The name of an organisation, where it is not the one that its first entry asks for. */
  String id(int group, String wanted) {
    return ids.getOrDefault(group, wanted);
  }

  /** Keys that name one organisation, the surest first. */
  private static List<String> keys(Keyed keyed) {
    Entry entry = keyed.entry();
    List<String> keys = new ArrayList<>();
    entry
        .identifiers()
        .forEach(
            (scheme, value) -> {
              if (STRONG.contains(scheme) || WITHIN.contains(scheme)) {
                keys.add(scoped(keyed.input(), scheme + ':' + value));
              }
            });
    if (keyed.isEnded()) {
      return keys;
    }
    if (entry.scope() == Entry.Scope.SITE) {
      keys.add("site " + keyed.input() + ' ' + Names.fold(entry.name()));
    }
    for (String scheme : WEAK) {
      if (entry.identifiers().containsKey(scheme)) {
        keys.add(scheme + ':' + entry.identifiers().get(scheme));
      }
    }
    if (keyed.nameKey() != null) {
      keys.add("name " + keyed.nameKey());
    }
    if (entry.scope() != Entry.Scope.DOMAIN) {
      String name = Names.fold(entry.name());
      keyed.domains().forEach(domain -> keys.add("both " + name + ' ' + domain));
    }
    return keys;
  }

  private static String scoped(int input, String identifier) {
    int colon = identifier.indexOf(':');
    boolean within = colon > 0 && WITHIN.contains(identifier.substring(0, colon));
    return within ? "file " + input + ' ' + identifier : "of " + identifier;
  }

  private int find(Keyed keyed, List<String> keys) {
    boolean several = keyed.entry().scope() != Entry.Scope.ORGANISATION;
    for (String key : keys) {
      int group = byKey.get(key);
      for (int i = 2; group >= 0 && !several && lastInput[group] == keyed.input(); i++) {
        group = key.startsWith("of ") ? byKey.get(key + '#' + i) : LongMap.NONE;
      }
      if (group >= 0) {
        return group;
      }
    }
    if (keyed.isEnded()) {
      return LongMap.NONE;
    }
    boolean nameless = keyed.entry().scope() == Entry.Scope.DOMAIN;
    for (String domain : keyed.domains()) {
      int named = nameless ? byKey.get("domain " + domain) : LongMap.NONE;
      int group = named >= 0 ? named : byKey.get("nameless " + domain);
      group = nameless && group < 0 ? byKey.get("was of " + domain) : group;
      if (group >= 0 && (nameless || lastInput[group] != keyed.input())) {
        return group;
      }
    }
    return LongMap.NONE;
  }

  private void claim(int group, Keyed keyed, List<String> keys, boolean again) {
    for (String key : keys) {
      int owner = byKey.get(key);
      if (owner == LongMap.NONE) {
        byKey.put(key, group);
      } else if (owner != group && owner >= 0 && key.startsWith("of ")) {
        nextClaim(key, group);
      } else if (owner != group && owner >= 0 && !again && lastInput[owner] == keyed.input()) {
        byKey.put(key, AMBIGUOUS);
      }
    }
    boolean nameless = keyed.entry().scope() == Entry.Scope.DOMAIN;
    String has = keyed.isEnded() ? "was of " : nameless ? "nameless " : "domain ";
    for (String domain : keyed.domains()) {
      if (byKey.get(has + domain) == LongMap.NONE) {
        byKey.put(has + domain, group);
      }
    }
  }

  /** A register that gives one number twice: the second organisation is found behind the first. */
  private void nextClaim(String key, int group) {
    int i = 2;
    for (int owner = byKey.get(key + '#' + i); owner != LongMap.NONE; i++) {
      if (owner == group) {
        return;
      }
      owner = byKey.get(key + '#' + (i + 1));
    }
    byKey.put(key + '#' + i, group);
  }

  private void count(int group, String registrable) {
    long hash = LongMap.hash(registrable);
    long pair = LongMap.hash(group + " " + registrable);
    if (counted.get(pair) == LongMap.NONE) {
      counted.put(pair, 1);
      having.put(hash, Math.max(having.get(hash), 0) + 1);
    }
  }

  /** How many organisations have a registrable domain. */
  ToIntFunction<String> having() {
    return registrable -> Math.max(having.get(registrable), 0);
  }

  int groups() {
    return groups;
  }

  /** How many entries an organisation has. */
  int members(int group) {
    return members[group];
  }

  boolean isEnded(int group) {
    return ended.get(group);
  }

  /**
   * The organisation whose domain another takes: the next above it that has an address, as far as
   * the register says of each on the way that it is a part of the one above; -1 where there is
   * none, or the organisation has an address itself.
   */
  int donor(int group) {
    int at = group;
    for (int i = 0; i < HIGHEST && !addressed.get(at); i++) {
      if (!inheriting.get(at) || parents[at] == 0) {
        return -1;
      }
      at = byKey.get(parents[at]);
      if (at < 0 || ended.get(at)) {
        return -1;
      }
    }
    return at == group || !addressed.get(at) ? -1 : at;
  }

  /** All donors. */
  BitSet donors() {
    BitSet donors = new BitSet();
    for (int group = 0; group < groups; group++) {
      int donor = ended.get(group) ? -1 : donor(group);
      if (donor >= 0) {
        donors.set(donor);
      }
    }
    return donors;
  }
}
