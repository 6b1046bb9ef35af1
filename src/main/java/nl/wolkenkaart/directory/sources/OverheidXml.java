package nl.wolkenkaart.directory.sources;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.wolkenkaart.directory.rows.UnreadableException;
import nl.wolkenkaart.directory.rows.XmlElements;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Reads the XML exports of organisaties.overheid.nl: the Register van Overheidsorganisaties and the
 * Register Internetdomeinen Overheid, which is built alike. Elements are known by their local
 * names, since the namespace changes with every version (2.6.1, 2.6.9, 2.6.13). Organisations nest;
 * one in another is its part, and comes before it.
 */
final class OverheidXml {
  /** Root elements. */
  static final String ROO_ROOT = "overheidsorganisaties";

  static final String RIO_ROOT = "RegisterInternetdomeinenOverheid";

  private static final Set<String> ENTRIES = Set.of("organisatie", "regeling");
  private static final Set<String> HOLDERS =
      Set.of(
          ROO_ROOT,
          RIO_ROOT,
          "organisaties",
          "gemeenschappelijkeRegelingen",
          "gemeenschappelijkeRegelingenGrensoverschrijdend");

  /** Elements of an address, whose parts are elements in it. */
  private static final Set<String> ADDRESSES =
      Set.of(
          "contact/internetadressen/internetadres",
          "contact/emailadressen/emailadres",
          "domeinnaamregistraties/domeinnaamregistratie",
          "domeinen/domein");

  /** No organisation of either register has so many; what is beyond is refused by its line. */
  private static final int MOST_CONTACTS = 5_000;

  private static final int LONGEST_TEXT = 4_096;

  private final XmlElements xml;
  private final EntrySink sink;
  private final Deque<Open> open = new ArrayDeque<>();

  /** Local names of the elements that are open, outermost first. */
  private final List<String> path = new ArrayList<>();

  private final StringBuilder text = new StringBuilder();
  private String format = "";
  private long entries;

  /**
   * An organisation whose element is open.
   *
   * @param depth of its element
   * @param fields texts of the address that is open, by local name
   */
  private record Open(Entry.Builder entry, int depth, Map<String, String> fields) {}

  private OverheidXml(XmlElements xml, EntrySink sink) {
    this.xml = xml;
    this.sink = sink;
  }

  /**
   * Reads one export to its end.
   *
   * @param in not closed here
   * @throws UnreadableException when it is no such export, or ends early; entries before that were
   *     handed over
   */
  static void read(InputStream in, EntrySink sink) throws IOException {
    new OverheidXml(XmlElements.of(in), sink).read();
  }

  private void read() throws IOException {
    while (xml.next()) {
      if (xml.isStart()) {
        begin(xml.name());
      } else if (xml.isEnd()) {
        end();
      } else {
        String piece = xml.piece();
        text.append(piece, 0, Math.min(piece.length(), LONGEST_TEXT - text.length()));
      }
    }
    if (entries == 0) {
      throw new UnreadableException("the XML holds no organisation");
    }
  }

  private void begin(String name) throws UnreadableException {
    String holder = path.isEmpty() ? "" : path.get(path.size() - 1);
    if (path.isEmpty() && !name.equals(ROO_ROOT) && !name.equals(RIO_ROOT)) {
      throw new UnreadableException(
          "the XML's root element is neither " + ROO_ROOT + " nor " + RIO_ROOT);
    }
    if (path.isEmpty()) {
      format = name.equals(ROO_ROOT) ? Registers.ROO : Registers.RIO;
      sink.found("read as " + format + ", by the root element " + name);
    }
    path.add(name);
    text.setLength(0);
    if (ENTRIES.contains(name) && HOLDERS.contains(holder)) {
      Entry.Builder entry = Entry.at(format, xml.line()).country("NL");
      entries++;
      String number = xml.attribute("systeemId");
      entry.identifier(number == null ? "row" : "roo", number == null ? "" + entries : number);
      entry.identifier("tooi", tooi(xml.attribute("resourceIdentifierTOOI")));
      if (!open.isEmpty()) {
        Entry.Builder parent = open.peek().entry();
        String scheme = parent.identifier("roo") == null ? "row" : "roo";
        entry.parent(scheme + ':' + parent.identifier(scheme));
      }
      open.push(new Open(entry, path.size(), new HashMap<>()));
    } else if (name.equals("resourceIdentifier")
        && !open.isEmpty()
        && below(open.peek()).equals("identificatiecodes/resourceIdentifier")) {
      // Its text is the identifier; which one, the attribute tells.
      open.peek()
          .fields()
          .put("tooi", xml.attribute("resourceIdentifierTOOI") == null ? "" : "tooi");
      String kind = xml.attribute("naam");
      open.peek().fields().put("naam", kind == null ? "" : kind);
    }
  }

  /** The path from the organisation's element down. */
  private String below(Open organisation) {
    return String.join("/", path.subList(organisation.depth(), path.size()));
  }

  private void end() {
    Open current = open.peek();
    if (current != null && path.size() == current.depth()) {
      open.pop();
      finish(current.entry());
    } else if (current != null) {
      take(current, below(current), text.toString().strip());
    }
    path.remove(path.size() - 1);
    text.setLength(0);
  }

  private void finish(Entry.Builder entry) {
    if (entry.name().isEmpty()) {
      sink.reject(entry.line(), "organisatie", "the name is empty");
    } else {
      sink.entry(entry.build());
    }
  }

  private void take(Open current, String below, String value) {
    Entry.Builder entry = current.entry();
    switch (below) {
      case "naam", "titel", "citeertitel" -> entry.name(entry.name().isEmpty() ? value : "");
      case "afkorting" -> entry.abbreviation(value);
      case "types/type" -> entry.type(value);
      case "startDatum", "datumInwerkingtreding" -> entry.begin(Dates.of(value));
      case "eindDatum", "datumUitwerkingtreding" -> entry.end(Dates.of(value));
      case "identificatiecodes/resourceIdentifier" -> identifier(entry, current.fields(), value);
      case "geografie/aantalInwoners", "geografie/inwoners" -> entry.population(value);
      case "kvkNummer", "identificatiecodes/kvkNummer" -> entry.identifier("kvk", value);
      case "oin", "identificatiecodes/oin" -> entry.identifier("oin", value);
      case "contact/internetadressen/internetadres",
          "contact/emailadressen/emailadres",
          "domeinnaamregistraties/domeinnaamregistratie",
          "domeinen/domein" ->
          address(current, below, value);
      case "contact/url" -> contact(entry, Contact.Kind.WEBSITE, null, value, null);
      case "contact/emailadres" -> contact(entry, Contact.Kind.EMAIL, null, value, null);
      default -> {
        int slash = below.lastIndexOf('/');
        if (slash > 0 && ADDRESSES.contains(below.substring(0, slash))) {
          current.fields().putIfAbsent(below.substring(slash + 1), value);
        }
      }
    }
  }

  private static void identifier(Entry.Builder entry, Map<String, String> fields, String value) {
    boolean named = fields.getOrDefault("naam", "").toLowerCase(Locale.ROOT).contains("tooi");
    if (named || "tooi".equals(fields.get("tooi")) || value.contains("/tooi/id/")) {
      entry.identifier("tooi", tooi(value));
    }
    fields.clear();
  }

  /** An address is whole: its parts stand in the fields. */
  private void address(Open current, String below, String value) {
    Map<String, String> fields = current.fields();
    Entry.Builder entry = current.entry();
    LocalDate until =
        Dates.of(fields.getOrDefault("opgezegdSinds", fields.get("eindeRegistratieDatum")));
    switch (below) {
      case "contact/internetadressen/internetadres" ->
          contact(entry, Contact.Kind.WEBSITE, fields.get("label"), fields.get("url"), null);
      case "contact/emailadressen/emailadres" ->
          contact(
              entry,
              Contact.Kind.EMAIL,
              fields.get("label"),
              fields.getOrDefault("email", value),
              null);
      case "domeinen/domein" ->
          contact(
              entry, Contact.Kind.REGISTER, fields.get("gebruiksdoel"), fields.get("url"), until);
      default ->
          contact(entry, Contact.Kind.REGISTER, fields.get("doel"), fields.get("naam"), until);
    }
    fields.clear();
  }

  private void contact(
      Entry.Builder entry,
      Contact.Kind kind,
      @Nullable String purpose,
      @Nullable String value,
      @Nullable LocalDate until) {
    if (entry.contacts() < MOST_CONTACTS) {
      entry.contact(kind, purpose, value, until);
    } else {
      sink.reject(
          xml.line(), String.valueOf(value), "the organisation has more than 5,000 addresses");
    }
  }

  /** The last part of an identifier of TOOI, which is a URI. */
  static @Nullable String tooi(@Nullable String uri) {
    if (uri == null || uri.isBlank()) {
      return null;
    }
    String text = uri.strip();
    return text.substring(text.lastIndexOf('/') + 1);
  }
}
