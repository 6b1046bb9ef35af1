package nl.wolkenkaart.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.wolkenkaart.directory.rows.PlainText;
import nl.wolkenkaart.directory.sources.Contact;
import nl.wolkenkaart.directory.sources.Entry;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Makes organisations of their entries, as soon as all entries of one are there. */
final class OrganisationMaker {
  private static final int LONGEST_NAME = 500;
  private static final int LONGEST_GROUP = 100;

  /** More addresses than this are named by their number alone. */
  private static final int MOST_CANDIDATES = 100;

  private static final String GIVEN = "given by the list";

  /** Not that of the inputs, so that another order of registers that agree gives the same bytes. */
  private static final Comparator<RegisterRow> SOURCES =
      Comparator.comparing(RegisterRow::getFile)
          .thenComparing(RegisterRow::getLine)
          .thenComparing(RegisterRow::getFormat);

  private final EntryIndex index;
  private final LocalDate runDate;
  private final Consumer<Organisation> organisations;
  private final DirectoryCounts counts = new DirectoryCounts();
  private final BitSet donors;
  private final Map<Integer, Organisation> donated = new HashMap<>();
  private final Map<Integer, List<EntryReading>> unfinished = new HashMap<>();
  private final Map<Integer, List<Organisation>> heirs = new HashMap<>();

  OrganisationMaker(EntryIndex index, LocalDate runDate, Consumer<Organisation> organisations) {
    this.index = index;
    this.runDate = runDate;
    this.organisations = organisations;
    this.donors = index.donors();
  }

  DirectoryCounts counts() {
    return counts;
  }

  /** Counts the type of an entry. */
  void count(EntryReading reading) {
    Sectors.Found found = reading.found();
    if (!found.type().isEmpty()) {
      String type = reading.format() + '/' + PlainText.clean(found.type(), LONGEST_GROUP);
      counts.add(
          found.mapped()
              ? DirectoryCounts.TYPES + type + " = " + found.sector()
              : DirectoryCounts.UNMAPPED + type);
    }
  }

  /** Takes an entry of an organisation. */
  void take(int group, EntryReading reading) {
    counts.add(reading.file().name(), DirectoryCounts.ROWS);
    if (reading.entry().end() == null) {
      counts.add(reading.file().name(), DirectoryCounts.WITHOUT_END);
    }
    if (index.isEnded(group)) {
      counts.add(reading.file().name(), DirectoryCounts.ENDED);
    } else if (index.members(group) == 1) {
      make(group, List.of(reading));
    } else {
      List<EntryReading> all = unfinished.computeIfAbsent(group, g -> new ArrayList<>());
      all.add(reading);
      if (all.size() == index.members(group)) {
        unfinished.remove(group);
        make(group, all);
      }
    }
  }

  private void make(int group, List<EntryReading> readings) {
    EntryReading first = readings.get(0);
    for (EntryReading reading : readings.subList(1, readings.size())) {
      counts.add(reading.file().name(), DirectoryCounts.JOINED);
    }
    counts.add(first.file().name(), DirectoryCounts.ORGANISATIONS);
    Organisation organisation = organisation(index.id(group, first.id()), readings);
    int donor = index.donor(group);
    if (donors.get(group)) {
      donated.put(group, organisation);
      List<Organisation> waiting = heirs.remove(group);
      if (waiting != null) {
        waiting.forEach(heir -> finish(heir, organisation));
      }
    }
    if (donor < 0) {
      finish(first.file().name(), organisation);
    } else if (donated.containsKey(donor)) {
      finish(organisation, donated.get(donor));
    } else {
      heirs.computeIfAbsent(donor, d -> new ArrayList<>()).add(organisation);
    }
  }

  private void finish(Organisation heir, Organisation donor) {
    counts.add(heir.getSourceFile(), DirectoryCounts.INHERITED);
    String reason = String.valueOf(donor.getDomainReason());
    finish(
        heir.getSourceFile(),
        Organisation.newBuilder(heir)
            .setDomain(donor.getDomain())
            .setRegistrableDomain(donor.getRegistrableDomain())
            .setCandidates(donor.getCandidates())
            .setInheritedFrom(donor.getOrganisationId())
            .setDomainReason(DomainChoice.inherited(donor.getOrganisationId(), reason))
            .build());
  }

  private void finish(String file, Organisation organisation) {
    if (organisation.getDomain() != null) {
      counts.add(file, DirectoryCounts.WITH_DOMAIN);
    }
    if (DomainChoice.isOpen(organisation)) {
      counts.add(file, DirectoryCounts.SEVERAL_DOMAINS);
    }
    counts.add(DirectoryCounts.SECTORS + organisation.getSector());
    organisations.accept(organisation);
  }

  /** What waited for a parent that never came has no domain. */
  void finish() {
    heirs.values().forEach(all -> all.forEach(heir -> finish(heir.getSourceFile(), heir)));
    heirs.clear();
  }

  private Organisation organisation(String id, List<EntryReading> readings) {
    EntryReading first = readings.get(0);
    Entry entry = first.entry();
    String name = PlainText.clean(text(readings, Entry::name, ""), LONGEST_NAME);
    Map<String, String> identifiers = new TreeMap<>();
    List<Contact> contacts = new ArrayList<>();
    List<RegisterRow> sources = new ArrayList<>();
    for (EntryReading reading : readings) {
      reading.entry().identifiers().forEach(identifiers::putIfAbsent);
      contacts.addAll(reading.entry().contacts());
      sources.add(reading.source());
    }
    identifiers.remove("row");
    sources.sort(SOURCES);
    DomainChoice.Choice choice =
        DomainChoice.first(Candidates.rows(Candidates.of(contacts, runDate), name, index.having()));
    MailDomain.Found given = given(readings);
    boolean corrected = given != null && !given.domain().equals(choice.domain());
    String domain = given == null ? choice.domain() : given.domain();
    return Organisation.newBuilder()
        .setOrganisationId(id)
        .setOrganisationName(name.isEmpty() ? String.valueOf(domain) : name)
        .setSector(sector(readings))
        .setRegion(shortText(text(readings, Entry::region, "")))
        .setCountry(shortText(text(readings, Entry::country, "").toUpperCase(Locale.ROOT)))
        .setDomain(domain)
        .setRegistrableDomain(domain == null ? null : RegistrableDomain.of(domain))
        .setSourceFile(first.file().name())
        .setSourceLine(entry.line())
        .setIdentifiers(
            identifiers.entrySet().stream()
                .map(e -> new Identifier(e.getKey(), PlainText.clean(e.getValue(), LONGEST_GROUP)))
                .toList())
        .setSources(sources)
        .setCandidates(
            corrected ? List.of() : choice.candidates().stream().limit(MOST_CANDIDATES).toList())
        .setDomainReason(corrected ? GIVEN : choice.reason())
        .setPopulation(Inhabitants.of(text(readings, Entry::population, "")))
        .build();
  }

  private static MailDomain.@Nullable Found given(List<EntryReading> readings) {
    for (EntryReading reading : readings) {
      if (reading.given() != null) {
        return reading.given();
      }
    }
    return null;
  }

  /** The sector of the first entry that has one. */
  private static String sector(List<EntryReading> readings) {
    for (EntryReading reading : readings) {
      String sector = reading.sector();
      if (!sector.equals(Sectors.OTHER) && !sector.equals(Sectors.UNKNOWN)) {
        return sector;
      }
    }
    return readings.get(0).sector();
  }

  private static String text(
      List<EntryReading> readings, Function<Entry, @Nullable String> of, String otherwise) {
    for (EntryReading reading : readings) {
      String text = of.apply(reading.entry());
      if (text != null && !text.isEmpty()) {
        return text;
      }
    }
    return otherwise;
  }

  private static @Nullable String shortText(String text) {
    String clean = PlainText.clean(text, LONGEST_GROUP);
    return clean.isEmpty() ? null : clean;
  }
}
