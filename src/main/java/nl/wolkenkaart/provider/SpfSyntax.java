package nl.wolkenkaart.provider;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.net.InetAddresses;
import java.net.Inet4Address;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Whether an SPF record follows the grammar (RFC 7208, section 12): one term that does not makes
 * the whole record an error, wherever it stands (section 4.6).
 */
final class SpfSyntax {
  private static final Splitter TERMS = Splitter.on(' ').omitEmptyStrings();
  private static final int VERSION = "v=spf1".length();

  /** {@code name=value}: a modifier, for no mechanism has {@code =} before its colon or slash. */
  private static final Pattern MODIFIER = Pattern.compile("([a-z][a-z0-9_.-]*)=(.*)");

  /** {@code +name:value} or {@code name/length}. */
  private static final Pattern MECHANISM = Pattern.compile("[+?~-]?([a-z0-9]+)(:[^ ]*?)?(/[^ ]*)?");

  /** {@code /24}, {@code //64} or {@code /24//64} at the end (section 5.6). */
  private static final Pattern LENGTHS =
      Pattern.compile("(/(0|[1-9][0-9]?))?(//(0|[1-9][0-9]{0,2}))?");

  /**
   * A macro of those that records may have, such as {@code %{d2r.-}}, and escapes (section 7.1).
   */
  private static final Pattern MACRO =
      Pattern.compile("%\\{[slodiphv](0*[1-9]\\d*)?r?[.,/+_=-]*\\}|%[%_-]");

  /** What stands between macros: visible characters of ASCII but {@code %}. */
  private static final Pattern LITERAL = Pattern.compile("[\\x21-\\x24\\x26-\\x7e]*");

  /** A name that ends in a label that is not digits alone (section 7.1), or in a macro. */
  private static final Pattern ENDS_IN_LABEL =
      Pattern.compile(".*\\.(?=[0-9]*[a-z-])[a-z0-9]([a-z0-9-]*[a-z0-9])?\\.?");

  private static final Pattern LENGTH = Pattern.compile("/(0|[1-9][0-9]{0,2})");
  private static final int BITS_OF_4 = 32;
  private static final int BITS_OF_6 = 128;

  private SpfSyntax() {}

  /**
   * The first term that the grammar does not know; empty where all is well.
   *
   * @param record text that begins with {@code v=spf1}
   */
  static Optional<String> fault(String record) {
    Set<String> modifiers = new HashSet<>();
    for (String term : TERMS.split(Ascii.toLowerCase(record.substring(VERSION)))) {
      Matcher modifier = MODIFIER.matcher(term);
      boolean good =
          modifier.matches()
              ? isModifier(modifier.group(1), modifier.group(2), modifiers)
              : isMechanism(term);
      if (!good) {
        return Optional.of(term);
      }
    }
    return Optional.empty();
  }

  /** {@code redirect} and {@code exp} at most once (section 6); others are ignored. */
  private static boolean isModifier(String name, String value, Set<String> before) {
    return switch (name) {
      case "redirect", "exp" -> before.add(name) && isDomain(value);
      default -> isMacroString(value);
    };
  }

  private static boolean isMechanism(String term) {
    Matcher mechanism = MECHANISM.matcher(term);
    int colon = term.indexOf(':');
    if (!mechanism.matches()) {
      return false;
    }
    String name = mechanism.group(1);
    @Nullable String value = colon < 0 ? null : term.substring(colon + 1);
    boolean bare = mechanism.group(2) == null && mechanism.group(3) == null;
    return switch (name) {
      case "all" -> bare;
      case "include", "exists" -> value != null && isDomain(value);
      case "ptr" -> bare || (value != null && isDomain(value));
      case "ip4", "ip6" -> value != null && isRange(value, name.equals("ip4"));
      case "a", "mx" -> isHost(value, value == null ? mechanism.group(3) : null);
      default -> false;
    };
  }

  /** {@code a}, {@code a:name}, {@code a/24}, {@code a:name/24//64}. */
  private static boolean isHost(@Nullable String value, @Nullable String lengths) {
    if (value == null) {
      return lengths == null || areLengths(lengths);
    }
    // A name may have slashes, in macros too: the lengths are the longest end that reads as such.
    for (int i = value.indexOf('/'); i >= 0; i = value.indexOf('/', i + 1)) {
      if (areLengths(value.substring(i)) && isDomain(value.substring(0, i))) {
        return true;
      }
    }
    return isDomain(value) && !value.matches(".*/[0-9]*");
  }

  private static boolean areLengths(String text) {
    Matcher lengths = LENGTHS.matcher(text);
    return lengths.matches()
        && atMost(lengths.group(2), BITS_OF_4)
        && atMost(lengths.group(4), BITS_OF_6);
  }

  private static boolean atMost(@Nullable String number, int most) {
    return number == null || Integer.parseInt(number) <= most;
  }

  private static boolean isRange(String value, boolean four) {
    int slash = value.indexOf('/');
    String address = slash < 0 ? value : value.substring(0, slash);
    if (slash >= 0) {
      Matcher length = LENGTH.matcher(value.substring(slash));
      if (!length.matches() || !atMost(length.group(1), four ? BITS_OF_4 : BITS_OF_6)) {
        return false;
      }
    }
    // Guava reads ::ffff:192.0.2.1 as IPv4; what counts is how it is written.
    boolean colons = address.indexOf(':') >= 0;
    return InetAddresses.isInetAddress(address)
        && colons != four
        && (!four || InetAddresses.forString(address) instanceof Inet4Address);
  }

  private static boolean isDomain(String value) {
    if (!isMacroString(value)) {
      return false;
    }
    int end = 0;
    Matcher macro = MACRO.matcher(value);
    while (macro.find()) {
      end = macro.end();
    }
    boolean endsInMacro = end > 0 && end == value.length();
    // The dot before the last label must not be part of a macro.
    return endsInMacro || ENDS_IN_LABEL.matcher(value.substring(Math.max(0, end))).matches();
  }

  private static boolean isMacroString(String value) {
    return !value.isEmpty() ? LITERAL.matcher(MACRO.matcher(value).replaceAll("")).matches() : true;
  }
}
