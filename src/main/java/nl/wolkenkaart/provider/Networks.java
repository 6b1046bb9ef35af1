package nl.wolkenkaart.provider;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.net.InetAddresses;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.wolkenkaart.lookup.ReversedAddress;
import nl.wolkenkaart.lookup.TextRecord;
import nl.wolkenkaart.observation.AnswerIndex;
import nl.wolkenkaart.observation.ObservedAnswer;

/**
 * Which autonomous systems announce an address, as Team Cymru's names answer: {@code "23028 64496 |
 * 192.0.2.0/24 | NL | ripencc | 1998-09-25"} at {@code 1.2.0.192.origin.asn.cymru.com}, and {@code
 * "23028 | NL | ripencc | 2002-01-04 | NAME - Holder, NL"} at {@code as23028.asn.cymru.com}. The
 * country in it is the registry's, not that of the server, and is not used.
 */
final class Networks {
  private static final Splitter BARS = Splitter.on('|').trimResults();
  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();
  private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');
  private static final int LONGEST_NUMBER = 10;
  private static final int NAME_FIELD = 4;

  private final AnswerIndex index;

  Networks(AnswerIndex index) {
    this.index = index;
  }

  /**
   * Numbers of the systems that announce the most specific range of an address, ascending; none
   * where that is not known.
   */
  Set<Long> numbers(String address) {
    Set<Long> numbers = new TreeSet<>();
    int longest = -1;
    for (String record : Answered.data(origin(address))) {
      List<String> fields = BARS.splitToList(TextRecord.join(record));
      int length = fields.size() < 2 ? -1 : prefixLength(fields.get(1));
      if (length > longest) {
        numbers.clear();
        longest = length;
      }
      if (length >= 0 && length == longest) {
        for (String word : WORDS.split(fields.get(0))) {
          if (isNumber(word)) {
            numbers.add(Long.parseLong(word));
          }
        }
      }
    }
    return numbers;
  }

  /** Whether the network of an address was asked for, and no answer came. */
  boolean failed(String address) {
    return Answered.failed(origin(address));
  }

  /** The registered name of a system; empty where it is not known. */
  String name(long number) {
    return Answered.data(index.find("as" + number + ".asn.cymru.com", "TXT")).stream()
        .map(record -> BARS.splitToList(TextRecord.join(record)))
        .filter(fields -> fields.size() > NAME_FIELD)
        .map(fields -> fields.get(NAME_FIELD))
        .findFirst()
        .orElse("");
  }

  private Optional<ObservedAnswer> origin(String address) {
    if (!InetAddresses.isInetAddress(address)) {
      return Optional.empty();
    }
    InetAddress parsed = InetAddresses.forString(address);
    String zone =
        parsed instanceof Inet4Address ? ".origin.asn.cymru.com" : ".origin6.asn.cymru.com";
    return index.find(ReversedAddress.of(parsed) + zone, "TXT");
  }

  private static int prefixLength(String prefix) {
    int slash = prefix.indexOf('/');
    String length = slash < 0 ? "" : prefix.substring(slash + 1);
    return !length.isEmpty() && length.length() <= 3 && DIGITS.matchesAllOf(length)
        ? Integer.parseInt(length)
        : -1;
  }

  private static boolean isNumber(String word) {
    return word.length() <= LONGEST_NUMBER && DIGITS.matchesAllOf(word);
  }
}
