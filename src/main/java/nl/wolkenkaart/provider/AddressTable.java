package nl.wolkenkaart.provider;

import com.google.common.net.InetAddresses;
import com.maxmind.db.Reader;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * In which country addresses are, as a table in the MaxMind DB format says: GeoIP2 and GeoLite2
 * Country or City, DB-IP, IPinfo, ip-location-db. Where the address is, never where its network is
 * registered. Safe for any number of threads. Whether the table is right is not known here.
 */
public final class AddressTable implements AutoCloseable {
  private static final AddressTable NONE = new AddressTable(null, "");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final int IP_V4 = 4;

  private final @Nullable Reader reader;
  private final String name;

  /**
   * What the table says of an address.
   *
   * @param country ISO 3166-1 alpha-2; null where the table does not say
   * @param anycast whether the table marks the address as one that many places answer at
   */
  record Place(@Nullable String country, boolean anycast) {
    private static final Place NOWHERE = new Place(null, false);
  }

  private AddressTable(@Nullable Reader reader, String name) {
    this.reader = reader;
    this.name = name;
  }

  /** No table: nothing is known of any address. */
  public static AddressTable none() {
    return NONE;
  }

  /**
   * Opens a table.
   *
   * @throws IOException with one line that says what is wrong with the file
   */
  public static AddressTable open(Path file) throws IOException {
    try {
      AddressTable table = new AddressTable(new Reader(file.toFile()), file.toString());
      // A file that is cut or of something else shows when it is first read.
      table.lookUp(InetAddresses.forString("192.0.2.1"));
      return table;
    } catch (IOException | RuntimeException e) {
      throw new IOException(file + ": is no table of addresses (*.mmdb), or a damaged one", e);
    }
  }

  /** Whether there is a table. */
  boolean isThere() {
    return reader != null;
  }

  /** What the table says of an address, which may be any text. */
  Place place(String address) {
    if (reader == null || !InetAddresses.isInetAddress(address)) {
      return Place.NOWHERE;
    }
    InetAddress parsed = InetAddresses.forString(address);
    if (reader.getMetadata().getIpVersion() == IP_V4 && !(parsed instanceof Inet4Address)) {
      return Place.NOWHERE;
    }
    try {
      return lookUp(parsed);
    } catch (IOException | RuntimeException e) {
      throw new IllegalStateException(name + ": is damaged: " + e.getMessage(), e);
    }
  }

  private Place lookUp(InetAddress address) throws IOException {
    Map<?, ?> row = reader.get(address, Map.class);
    if (row == null) {
      return Place.NOWHERE;
    }
    boolean anycast =
        row.get("traits") instanceof Map<?, ?> traits
            && Boolean.TRUE.equals(traits.get("is_anycast"));
    return new Place(country(row).orElse(null), anycast);
  }

  /** {@code country.iso_code}, {@code country} or {@code country_code}, by who made the table. */
  private static Optional<String> country(Map<?, ?> row) {
    Object country = row.get("country");
    Object code =
        country instanceof Map<?, ?> nested
            ? nested.get("iso_code")
            : country != null ? country : row.get("country_code");
    return Optional.ofNullable(code)
        .map(text -> text.toString().toUpperCase(Locale.ROOT))
        .filter(COUNTRIES::contains);
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
  }
}
