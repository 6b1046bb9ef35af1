package nl.wolkenkaart.provider;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.wolkenkaart.observation.ObservationBuilder;
import org.junit.jupiter.api.Test;

/**
 * The public test suite of RFC 7208 (openspf.org, 2014), as far as it is about records and not
 * about mails: which record is taken, what is an error, what includes and redirects lead to, where
 * the limit of look-ups lies. Read from the file that {@code RFC7208_TESTS} names, if any.
 */
class SpfSuiteTest {
  private static final String VARIABLE = "RFC7208_TESTS";
  private static final Catalogue CATALOGUE = Catalogue.embedded();
  private static final AddressRanges RANGES = new AddressRanges(CATALOGUE);
  private static final Pattern FOLLOWED = Pattern.compile("(?:include:|redirect=)([a-z0-9._-]+)");
  private static final Pattern ADDRESSES = Pattern.compile("\\b(?:a|exists):([a-z0-9._-]+)");
  private static final Pattern HOST = Pattern.compile("([a-z0-9_-]{1,63}\\.)+[a-z0-9-]{1,63}");

  /** What only the receiver of a mail can tell, and why. */
  private static final Map<String, String> OF_THE_MAIL =
      Map.ofEntries(
          Map.entry("include-temperror", "an include that times out is unknown, not an error"),
          Map.entry("exists-dnserr", "addresses of exists are not looked up"),
          Map.entry("mx-limit", "mail hosts of others are not looked up"),
          Map.entry("cname-aliasing", "the look-up has followed aliases before"),
          Map.entry("redirect-loop", "a loop ends where it closes"),
          Map.entry("include-loop", "a loop ends where it closes"));

  @Test
  void agreesWithTheSuite() throws IOException {
    String file = System.getenv(VARIABLE);
    assumeTrue(file != null, "the RFC 7208 test suite is not here: " + VARIABLE + " is not set");
    assumeTrue(Files.isReadable(Path.of(file)), "there is no RFC 7208 test suite at " + file);
    List<String> different = new ArrayList<>();
    int compared = 0;
    try (MappingIterator<JsonNode> scenarios =
        new YAMLMapper().readerFor(JsonNode.class).readValues(Files.readString(Path.of(file)))) {
      while (scenarios.hasNext()) {
        JsonNode scenario = scenarios.next();
        for (Map.Entry<String, JsonNode> test : scenario.get("tests").properties()) {
          String from = test.getValue().get("mailfrom").asText().toLowerCase(Locale.ROOT);
          String domain = from.substring(from.lastIndexOf('@') + 1);
          if (!HOST.matcher(domain).matches() || OF_THE_MAIL.containsKey(test.getKey())) {
            continue;
          }
          compared++;
          Set<String> found = found(domain, scenario.get("zonedata"));
          Set<String> expected = expected(test.getValue().get("result"));
          if (expected.stream().noneMatch(found::contains)) {
            different.add(test.getKey() + ": " + found + ", not " + expected);
          }
        }
      }
    }
    assertThat(different, is(List.of()));
    assertThat(compared, is(greaterThanOrEqualTo(180)));
  }

  /** All results of a mail are one here: the record can be evaluated. */
  private static Set<String> expected(JsonNode result) {
    Set<String> expected = new TreeSet<>();
    (result.isArray() ? result : List.of(result))
        .forEach(
            node ->
                expected.add(
                    switch (node.asText()) {
                      case "none", "permerror", "temperror" -> node.asText();
                      default -> "evaluates";
                    }));
    return expected;
  }

  private static Set<String> found(String domain, JsonNode zone) {
    SpfReading reading = reading(domain, zone);
    Set<String> found = new TreeSet<>();
    if (reading.verdict() == null) {
      found.add("temperror");
    } else {
      boolean said = Set.of("none", "permerror").contains(reading.verdict());
      found.add(said ? reading.verdict() : "evaluates");
    }
    if (Boolean.TRUE.equals(reading.overLimit()) || Boolean.TRUE.equals(reading.overVoidLimit())) {
      found.add("permerror");
    }
    return found;
  }

  private static SpfReading reading(String domain, JsonNode zone) {
    ObservationBuilder observation = ObservationBuilder.of(domain);
    Set<String> followed = new TreeSet<>();
    observation.failed("NXDOMAIN", "txt").notPlanned("a", "aaaa", "mx");
    Set<String> names = new TreeSet<>();
    Set<String> hosts = new TreeSet<>();
    for (Map.Entry<String, JsonNode> name : zone.properties()) {
      String lower = name.getKey().toLowerCase(Locale.ROOT);
      List<String> records = new ArrayList<>();
      boolean timeout = texts(name.getValue(), records);
      for (String record : records) {
        Matcher matcher = FOLLOWED.matcher(record.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
          followed.add(matcher.group(1));
        }
        ADDRESSES
            .matcher(record.toLowerCase(Locale.ROOT))
            .results()
            .forEach(r -> hosts.add(r.group(1)));
      }
      String status = !records.isEmpty() ? "NOERROR" : timeout ? "TIMEOUT" : "NODATA";
      String[] data = records.stream().map(SpfSuiteTest::presentation).toArray(String[]::new);
      names.add(lower);
      observation.answer(lower.equals(domain) ? "txt" : "spf", lower, "TXT", status, data);
    }
    // A survey does not ask for these; with them the limit of void look-ups is tested.
    for (String host : hosts) {
      if (!zone.has(host)) {
        observation.answer("mail-host-a", host, "A", "NXDOMAIN");
      }
    }
    for (String name : followed) {
      if (!names.contains(name)) {
        observation.answer("spf", name, "TXT", "NXDOMAIN");
      }
    }
    return SpfTree.read(observation.index(), new OwnNames(domain), CATALOGUE, RANGES);
  }

  /** Adds the TXT records of a name; SPF records stand for them where the suite gives none. */
  private static boolean texts(JsonNode records, List<String> texts) {
    List<String> ofTypeSpf = new ArrayList<>();
    boolean timeout = false;
    boolean none = false;
    for (JsonNode record : records) {
      timeout |= record.asText().equals("TIMEOUT") || record.has("TIMEOUT");
      none |= record.path("TXT").asText().equals("NONE");
      if (record.has("TXT") && !record.get("TXT").asText().equals("NONE")) {
        texts.add(joined(record.get("TXT")));
      } else if (record.has("SPF")) {
        ofTypeSpf.add(joined(record.get("SPF")));
      }
    }
    if (texts.isEmpty() && !none) {
      texts.addAll(ofTypeSpf);
    }
    return timeout;
  }

  private static String joined(JsonNode text) {
    StringBuilder joined = new StringBuilder();
    (text.isArray() ? text : List.of(text)).forEach(part -> joined.append(part.asText()));
    return joined.toString();
  }

  /** RFC 1035, section 5.1; the suite gives bytes as characters. */
  private static String presentation(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        quoted.append(String.format(Locale.ROOT, "\\%03d", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  @Test
  void anErrorAnywhereIsAnError() {
    ObservationBuilder wrong = ObservationBuilder.of("a.example").txt("v=spf1 -all ip4:1.2.3.4/33");
    SpfReading reading = SpfTree.read(wrong.index(), new OwnNames("a.example"), CATALOGUE, RANGES);
    assertThat(reading.verdict(), is("permerror"));
    assertThat(
        reading.findings().stream().map(Finding::seen).toList(),
        hasItem("SPF: no such term: ip4:1.2.3.4/33"));
  }
}
