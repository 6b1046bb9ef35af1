package nl.wolkenkaart.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.wolkenkaart.directory.rows.PlainText;
import nl.wolkenkaart.directory.sources.Entry;
import nl.wolkenkaart.directory.sources.Registers;
import org.checkerframework.checker.nullness.qual.Nullable;

/** What is made of one entry by itself: sector, addresses, identifiers, or why it is refused. */
final class EntryReading {
  private static final int LONGEST_ID = 200;
  private static final int LONGEST_GROUP = 100;
  private static final Pattern TWO_LETTERS = Pattern.compile("[A-Za-z]{2}");

  private final ListedFile file;
  private final int input;
  private final Entry entry;
  private final LocalDate runDate;
  private final Sectors.Found found;
  private final List<Candidates.Address> addresses;
  private final @Nullable String nameKey;
  private final @Nullable Refusal refusal;
  private MailDomain.@Nullable Found given;

  /** Why an entry cannot be used. */
  record Refusal(String value, String reason) {}

  /**
   * Reads an entry.
   *
   * @param input number of its file
   */
  EntryReading(ListedFile file, int input, Entry entry, LocalDate runDate) {
    this.file = file;
    this.input = input;
    this.entry = entry;
    this.runDate = runDate;
    RegisterInput of = file.input();
    String own = of.sector().isEmpty() ? entry.sector() : of.sector();
    Sectors.Found typed = Sectors.embedded().of(format(), entry.types(), of.sectors());
    found =
        own == null
            ? typed
            : new Sectors.Found(
                PlainText.clean(own, LONGEST_GROUP), typed.inherits(), typed.type(), true);
    addresses = Candidates.of(entry.contacts(), runDate);
    nameKey =
        entry.name().isEmpty() ? null : Sectors.embedded().nameKey(found.sector(), entry.name());
    refusal = refuse();
  }

  /** The format by which types are known. */
  String format() {
    String format = file.input().format();
    return format.isEmpty() ? entry.format() : format;
  }

  ListedFile file() {
    return file;
  }

  Entry entry() {
    return entry;
  }

  Sectors.Found found() {
    return found;
  }

  List<Candidates.Address> addresses() {
    return addresses;
  }

  /** The domain that is taken whatever else there is; null where none is given. */
  MailDomain.@Nullable Found given() {
    return given;
  }

  @Nullable Refusal refusal() {
    return refusal;
  }

  private @Nullable Refusal refuse() {
    String country = entry.country();
    if (country != null && !TWO_LETTERS.matcher(country).matches()) {
      return new Refusal(country, "the country is no code of two letters (ISO 3166-1 alpha-2)");
    }
    if (!Inhabitants.isNumber(entry.population())) {
      return new Refusal(entry.population(), Inhabitants.REFUSED);
    }
    if (found.sector().toLowerCase(Locale.ROOT).equals("all")) {
      return new Refusal(found.sector(), "the sector name 'all' is reserved for totals");
    }
    if (id().length() > LONGEST_ID) {
      return new Refusal(id(), "the id is longer than 200 characters");
    }
    if (entry.scope() == Entry.Scope.DOMAIN && domains().isEmpty()) {
      Candidates.Address only = addresses.get(0);
      return new Refusal(only.contact().value(), String.valueOf(only.refused()));
    }
    if (entry.domain() != null) {
      MailDomain.Result result = MailDomain.of(entry.domain());
      if (result instanceof MailDomain.Refused refused) {
        return new Refusal(entry.domain(), refused.reason());
      }
      given = (MailDomain.Found) result;
    }
    return null;
  }

  /** Sector, that of the ministry where the name is one's. */
  String sector() {
    if (nameKey != null) {
      return nameKey.substring(0, nameKey.indexOf(':'));
    }
    return found.sector().isEmpty() ? Sectors.UNKNOWN : found.sector();
  }

  /** The domains that may be its own. */
  List<String> domains() {
    Stream<String> found =
        addresses.stream().filter(Candidates.Address::mayBe).map(Candidates.Address::domain);
    return Stream.concat(Stream.ofNullable(given).map(MailDomain.Found::domain), found)
        .distinct()
        .toList();
  }

  boolean isEnded() {
    return entry.end() != null && !entry.end().isAfter(runDate);
  }

  /** What the organisation is called by its register: {@code roo:21134}; file and line else. */
  String id() {
    if (entry.scope() == Entry.Scope.DOMAIN && !domains().isEmpty()) {
      return "domain:" + domains().get(0);
    }
    for (Map.Entry<String, String> identifier : entry.identifiers().entrySet()) {
      String value = PlainText.clean(identifier.getValue(), Integer.MAX_VALUE);
      switch (identifier.getKey()) {
        case "id" -> {
          return value;
        }
        case "row" -> {}
        default -> {
          return identifier.getKey() + ':' + value;
        }
      }
    }
    return fallback();
  }

  private String fallback() {
    return file.name() + '#' + entry.line();
  }

  EntryIndex.Keyed keyed() {
    boolean again = format().equals(Registers.ORGANISATIONS) && entry.parent() != null;
    return new EntryIndex.Keyed(
        input, entry, nameKey, found.inherits() || again, id(), fallback(), isEnded(), domains());
  }

  RegisterRow source() {
    String asOf = file.input().asOf();
    return new RegisterRow(file.name(), entry.line(), format(), asOf.isEmpty() ? null : asOf);
  }
}
