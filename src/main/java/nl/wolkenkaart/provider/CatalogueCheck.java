package nl.wolkenkaart.provider;

import com.google.common.base.Strings;
import com.google.common.net.InternetDomainName;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.xbill.DNS.Address;

/**
 * What a single value of the catalogue must look like. Each method gives back the fault, or null.
 */
final class CatalogueCheck {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern LABEL = Pattern.compile("[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?");
  private static final Pattern DATE =
      Pattern.compile("(19|20)\\d\\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?");
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+\\.[^\\s<>\"]+");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private CatalogueCheck() {}

  /** A name that is a part of file names and of tables: lower case, digits and single hyphens. */
  static @Nullable String id(@Nullable String id) {
    return id != null && ID.matcher(id).matches()
        ? null
        : "id: must be lower case letters, digits and hyphens, not " + quoted(id);
  }

  /** Text that must be there. */
  static @Nullable String text(String field, @Nullable String text) {
    return Strings.nullToEmpty(text).isBlank() ? "missing " + field : null;
  }

  /** ISO 3166-1 alpha-2, or nothing. */
  static @Nullable String country(String field, @Nullable String country) {
    return country == null || COUNTRIES.contains(country)
        ? null
        : field + ": no ISO 3166 country is called " + quoted(country);
  }

  /** The address of a source, which must be there. */
  static @Nullable String source(@Nullable String address) {
    if (Strings.nullToEmpty(address).isBlank()) {
      return "missing source";
    }
    return ADDRESS.matcher(address).matches()
        ? null
        : "source: not an address such as https://example.org/page: " + quoted(address);
  }

  /** A year, a month or a day of ISO 8601, which must be there. */
  static @Nullable String date(String field, @Nullable String date) {
    if (Strings.nullToEmpty(date).isBlank()) {
      return "missing " + field;
    }
    return DATE.matcher(date).matches()
        ? null
        : field + ": not a date such as 2026-04-28, 2026-04 or 2026: " + quoted(date);
  }

  /** A day of ISO 8601. */
  static @Nullable String day(String field, String day) {
    try {
      LocalDate.parse(day);
      return null;
    } catch (DateTimeParseException e) {
      return field + ": not a day such as 2026-04-28: " + quoted(day);
    }
  }

  /** A year, a month or a day of ISO 8601, or nothing. */
  static @Nullable String seen(@Nullable String date) {
    return date == null || DATE.matcher(date).matches()
        ? null
        : "seen: not a date such as 2026-04-28, 2026-04 or 2026: " + quoted(date);
  }

  /** An AS number of 32 bits (RFC 6793). */
  static @Nullable String asn(@Nullable Long asn) {
    return asn != null && asn > 0 && asn < 4_294_967_295L ? null : "asns: no AS number: " + asn;
  }

  /**
   * A domain name of at least two labels that is no public suffix. A label may be {@code *}, but
   * neither the first one, where it says nothing, nor one of the last two, where it takes in all.
   */
  static @Nullable String suffix(String role, @Nullable String suffix) {
    String field = "suffixes: " + role + ": ";
    if (Strings.isNullOrEmpty(suffix)) {
      return field + "is empty";
    }
    List<String> labels = List.of(suffix.split("\\.", -1));
    for (int i = 0; i < labels.size(); i++) {
      boolean wildcard = labels.get(i).equals("*") && i > 0 && i < labels.size() - 2;
      if (!wildcard && !LABEL.matcher(labels.get(i)).matches()) {
        return field + "not a domain suffix in lower case: " + quoted(suffix);
      }
    }
    if (labels.size() < 2 || suffix.length() > 253 || isRegistrySuffix(suffix)) {
      return field + "takes in the customers of a registry: " + quoted(suffix);
    }
    return null;
  }

  /** An address range in CIDR form (RFC 4632, RFC 4291) without bits set after its prefix. */
  static @Nullable String range(@Nullable String range) {
    String[] parts = Strings.nullToEmpty(range).split("/", -1);
    int family = parts.length == 2 ? familyOf(parts[0]) : 0;
    if (family == 0 || !parts[1].matches("\\d{1,3}")) {
      return "ranges: not an address range such as 192.0.2.0/24: " + quoted(range);
    }
    int length = Integer.parseInt(parts[1]);
    byte[] bytes = Address.toByteArray(parts[0], family);
    if (length > bytes.length * 8) {
      return "ranges: prefix longer than the address: " + quoted(range);
    }
    try {
      InetAddress address = InetAddress.getByAddress(bytes);
      boolean exact = Address.truncate(address, length).equals(address);
      return exact ? null : "ranges: bits are set after the prefix: " + quoted(range);
    } catch (UnknownHostException e) {
      return "ranges: not an address: " + quoted(range);
    }
  }

  private static int familyOf(String address) {
    if (Address.toByteArray(address, Address.IPv4) != null) {
      return Address.IPv4;
    }
    return Address.toByteArray(address, Address.IPv6) != null ? Address.IPv6 : 0;
  }

  private static boolean isRegistrySuffix(String suffix) {
    return InternetDomainName.isValid(suffix) && InternetDomainName.from(suffix).isRegistrySuffix();
  }

  private static String quoted(@Nullable String value) {
    return value == null ? "nothing" : '"' + value + '"';
  }
}
