package nl.wolkenkaart.directory;

import com.google.common.base.CharMatcher;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import nl.wolkenkaart.directory.rows.CsvRecord;
import nl.wolkenkaart.directory.rows.CsvRecords;
import nl.wolkenkaart.directory.rows.PlainText;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Reads lists of organisations in CSV (RFC 4180; UTF-8, with or without a byte order mark; LF or
 * CRLF) with the columns {@code id, name, domain, sector, region, country, population}, of which
 * name, domain and sector are needed. No row stops the reading: each becomes an organisation or a
 * reject. One object serves a whole run, because ids must differ over all its files; their text is
 * all that is held in memory.
 */
public final class CsvDirectory {
  /** Longest id, name, and sector or region, in UTF-16 units. */
  private static final int LONGEST_ID = 200;

  private static final int LONGEST_NAME = 500;
  private static final int LONGEST_GROUP = 100;

  private static final Pattern TWO_LETTERS = Pattern.compile("[A-Za-z]{2}");

  private final Map<String, Place> seen = new HashMap<>();

  private record Place(String file, long line) {}

  /**
   * How many rows there were below the header, blank lines not counted, and what became of them.
   */
  public record Counts(long rows, long organisations, long rejects) {}

  /** Why a row cannot be used; the value is what it is about. */
  private static final class RejectedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String value;

    RejectedException(String value, String reason) {
      super(reason, null, false, false);
      this.value = value;
    }
  }

  /**
   * Reads one file to its end, handing over its rows in order.
   *
   * @param file name of the file without its folder
   * @param in not closed here
   * @throws DirectoryException when the header cannot be used
   */
  public Counts read(
      String file, InputStream in, Consumer<Organisation> organisations, Consumer<Reject> rejects)
      throws IOException {
    CsvRecords records = new CsvRecords(in);
    CsvHeader header = readHeader(file, records);
    long accepted = 0;
    long rejected = 0;
    for (CsvRecord record = records.next(); record != null; record = records.next()) {
      try {
        organisations.accept(organisation(file, header, record));
        accepted++;
      } catch (RejectedException e) {
        String value = PlainText.escape(e.value);
        rejects.accept(new Reject(file, record.line(), value, e.getMessage()));
        rejected++;
      }
    }
    return new Counts(accepted + rejected, accepted, rejected);
  }

  /**
   * Looks whether a list can be read at all, before anything is started.
   *
   * @throws DirectoryException when there is no such file, or it has no usable header or no row
   */
  public static void check(Path path) {
    checkFile(path);
    String file = path.toString();
    try (InputStream in = Files.newInputStream(path)) {
      CsvRecords records = new CsvRecords(in);
      readHeader(file, records);
      if (records.next() == null) {
        throw new DirectoryException(file, "has a header, but no row of data");
      }
    } catch (IOException e) {
      throw new DirectoryException(file, "cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Looks whether there is a file that can be read more than once.
   *
   * @throws DirectoryException when there is not
   */
  public static void checkFile(Path path) {
    String file = path.toString();
    if (!Files.exists(path)) {
      throw new DirectoryException(file, "no such file");
    }
    if (Files.isDirectory(path)) {
      throw new DirectoryException(file, "is a folder, not a list of organisations");
    }
    if (!Files.isRegularFile(path)) {
      throw new DirectoryException(file, "is no regular file, which can be read more than once");
    }
    if (!Files.isReadable(path)) {
      throw new DirectoryException(file, "may not be read by this user");
    }
  }

  /**
   * Whether a file begins with a header of a plain list and is in UTF-8, which the first record
   * tells that is not ASCII alone.
   */
  static boolean isPlain(String file, InputStream in) throws IOException {
    CsvRecords records = new CsvRecords(in);
    try {
      readHeader(file, records);
    } catch (DirectoryException e) {
      return false;
    }
    for (CsvRecord record = records.next(); record != null; record = records.next()) {
      if (record instanceof CsvRecord.Fault fault && fault.text().indexOf('\uFFFD') >= 0) {
        return false;
      }
      if (record instanceof CsvRecord.Cells row
          && !row.cells().stream().allMatch(CharMatcher.ascii()::matchesAllOf)) {
        return true;
      }
    }
    return true;
  }

  /**
   * Says what a header of ours lacks, where it has some of our columns.
   *
   * @throws DirectoryException saying it
   */
  static void explainHeader(String file, InputStream in) throws IOException {
    if (new CsvRecords(in).next() instanceof CsvRecord.Cells header
        && CsvHeader.isOurs(header.cells())) {
      CsvHeader.of(file, header.cells());
    }
  }

  private static CsvHeader readHeader(String file, CsvRecords records) throws IOException {
    CsvRecord first = records.next();
    if (first == null) {
      throw new DirectoryException(file, "is empty");
    }
    if (first instanceof CsvRecord.Fault fault) {
      throw new DirectoryException(file, "the header cannot be read: " + fault.reason());
    }
    return CsvHeader.of(file, ((CsvRecord.Cells) first).cells());
  }

  private Organisation organisation(String file, CsvHeader header, CsvRecord record)
      throws RejectedException {
    if (record instanceof CsvRecord.Fault fault) {
      throw new RejectedException(fault.text(), fault.reason());
    }
    List<String> cells = ((CsvRecord.Cells) record).cells();
    checkNumber(header, cells);
    String name = PlainText.clean(header.cell("name", cells), LONGEST_NAME);
    if (name.isEmpty()) {
      throw new RejectedException(String.join(",", cells), "the name is empty");
    }
    String domain = header.cell("domain", cells);
    MailDomain.Result result = MailDomain.of(domain);
    if (result instanceof MailDomain.Refused refused) {
      String value = domain.isEmpty() ? String.join(",", cells) : domain;
      throw new RejectedException(value, refused.reason());
    }
    MailDomain.Found found = (MailDomain.Found) result;
    String sector = sector(header.cell("sector", cells));
    String country = country(header.cell("country", cells));
    String region = PlainText.clean(header.cell("region", cells), LONGEST_GROUP);
    Long population = population(header.cell("population", cells));
    return Organisation.newBuilder()
        .setOrganisationId(id(file, header, record.line(), cells))
        .setOrganisationName(name)
        .setSector(sector)
        .setRegion(region.isEmpty() ? null : region)
        .setCountry(country.isEmpty() ? null : country)
        .setDomain(found.domain())
        .setRegistrableDomain(found.registrableDomain())
        .setSourceFile(file)
        .setSourceLine(record.line())
        .setPopulation(population)
        .build();
  }

  /** Empty cells behind the last column are left by spreadsheets; others show a lost quote. */
  private static void checkNumber(CsvHeader header, List<String> cells) throws RejectedException {
    boolean tooMany =
        cells.size() > header.width()
            && !cells.subList(header.width(), cells.size()).stream().allMatch(String::isBlank);
    if (tooMany || cells.size() < header.needed()) {
      throw new RejectedException(
          String.join(",", cells),
          "the row has " + cells.size() + " cells, the header has " + header.width());
    }
  }

  private static String sector(String given) throws RejectedException {
    String sector = PlainText.clean(given, LONGEST_GROUP);
    if (sector.equalsIgnoreCase("all")) {
      throw new RejectedException(given, "the sector name 'all' is reserved for totals");
    }
    return sector.isEmpty() ? "unknown" : sector;
  }

  private static String country(String given) throws RejectedException {
    // Looked at before it is written in capitals, which makes two letters of some.
    if (!given.isEmpty() && !TWO_LETTERS.matcher(given).matches()) {
      throw new RejectedException(
          given, "the country is no code of two letters (ISO 3166-1 alpha-2)");
    }
    return given.toUpperCase(Locale.ROOT);
  }

  private static @Nullable Long population(String given) throws RejectedException {
    if (!Inhabitants.isNumber(given)) {
      throw new RejectedException(given, Inhabitants.REFUSED);
    }
    return Inhabitants.of(given);
  }

  /** Last of the checks, so that a row rejected for something else does not take the id. */
  private String id(String file, CsvHeader header, long line, List<String> cells)
      throws RejectedException {
    String given = PlainText.clean(header.cell("id", cells), Integer.MAX_VALUE);
    if (given.length() > LONGEST_ID) {
      throw new RejectedException(given, "the id is longer than 200 characters");
    }
    String id = given.isEmpty() ? file + "#" + line : given;
    Place first = seen.putIfAbsent(id, new Place(file, line));
    if (first != null) {
      String where = first.file().equals(file) ? "" : " of " + PlainText.escape(first.file());
      throw new RejectedException(id, "the id is that of line " + first.line() + where);
    }
    return id;
  }
}
