package nl.wolkenkaart.lookup;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.net.InetAddresses;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * What answers name, and is asked about next. Pure: the same answers give the same names in the
 * same order.
 */
final class FollowedNames {
  private static final int LONGEST_NUMBER = 10;
  private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');
  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

  private FollowedNames() {}

  /**
   * Gives every subject that an answer names.
   *
   * @param id the plan's question that was answered
   * @param found takes a subject and its name as it stands in questions
   */
  static void of(String id, Answer answer, BiConsumer<Subject, String> found) {
    switch (id) {
      case "mx" -> mailHosts(answer).forEach(host -> found.accept(Subject.MAIL_HOST, host));
      case "txt", "spf" -> spf(answer).forEach(name -> found.accept(Subject.SPF_DOMAIN, name));
      case "dkim-selector1", "dkim-selector2" ->
          answer.records().stream()
              .flatMap(record -> MicrosoftTenant.of(record.data()).stream())
              .forEach(tenant -> found.accept(Subject.TENANT, tenant));
      case "mail-host-a", "mail-host-aaaa", "a", "aaaa", "www-a", "www-aaaa", "autodiscover" ->
          answer.records().forEach(record -> address(record.data(), found));
      case "origin", "origin6" ->
          asNumbers(answer).forEach(number -> found.accept(Subject.AS_NUMBER, number));
      default -> {
        // Names nothing that is asked about.
      }
    }
  }

  /** The hosts of MX records, most preferred first; without the root and what is no host name. */
  private static List<String> mailHosts(Answer mx) {
    return mx.records().stream()
        .map(record -> record.data().split(" ", 2))
        .filter(parts -> parts.length == 2 && isHostName(parts[1]))
        .sorted(
            (a, b) -> {
              int byPreference = Integer.compare(Integer.parseInt(a[0]), Integer.parseInt(b[0]));
              return byPreference != 0 ? byPreference : a[1].compareTo(b[1]);
            })
        .map(parts -> parts[1])
        .toList();
  }

  private static boolean isHostName(String name) {
    return name.indexOf('.') > 0
        && name.indexOf('\\') < 0
        && !name.endsWith(".invalid")
        && !InetAddresses.isInetAddress(name);
  }

  private static List<String> spf(Answer txt) {
    return txt.records().stream()
        .map(record -> TextRecord.join(record.data()))
        .flatMap(text -> SpfRecord.parse(text).stream())
        .flatMap(record -> record.names().stream())
        .toList();
  }

  private static void address(String text, BiConsumer<Subject, String> found) {
    if (!InetAddresses.isInetAddress(text)) {
      return;
    }
    InetAddress address = InetAddresses.forString(text);
    if (!PublicAddress.is(address)) {
      return;
    }
    found.accept(
        address instanceof Inet4Address ? Subject.IPV4 : Subject.IPV6, ReversedAddress.of(address));
  }

  /**
   * The numbers in Team Cymru's answers: {@code "23028 64496 | 192.0.2.0/24 | NL | ripencc |
   * 1998-09-25"}.
   */
  private static List<String> asNumbers(Answer origin) {
    List<String> numbers = new ArrayList<>();
    for (ResourceRecord record : origin.records()) {
      String text = TextRecord.join(record.data());
      int bar = text.indexOf('|');
      for (String number : WORDS.split(text.substring(0, Math.max(bar, 0)))) {
        if (number.length() <= LONGEST_NUMBER && DIGITS.matchesAllOf(number)) {
          numbers.add(number);
        }
      }
    }
    return numbers;
  }
}
