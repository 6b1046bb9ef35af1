package nl.wolkenkaart.provider;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.wolkenkaart.lookup.TextRecord;
import nl.wolkenkaart.observation.AnswerIndex;
import nl.wolkenkaart.observation.ObservedAnswer;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * How a domain's mail is secured, as facts. What was not asked or not answered is null, never
 * false. DMARC is read at the domain alone: the policy that a domain below another inherits is not
 * looked up.
 */
final class Postures {
  private static final Splitter TAGS =
      Splitter.on(';').trimResults(CharMatcher.whitespace()).omitEmptyStrings();
  private static final Splitter ADDRESSES = Splitter.on(',').trimResults().omitEmptyStrings();
  private static final CharMatcher NAME =
      CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('0', '9')).or(CharMatcher.anyOf("-_."));
  private static final String MAILTO = "mailto:";

  /** Report addresses read; a receiver need not serve more than two (RFC 7489, section 6.2). */
  private static final int MOST_ADDRESSES = 10;

  private final AnswerIndex index;
  private final OwnNames own;
  private final Catalogue catalogue;

  private Postures(AnswerIndex index, OwnNames own, Catalogue catalogue) {
    this.index = index;
    this.own = own;
    this.catalogue = catalogue;
  }

  /**
   * The posture of a domain.
   *
   * @param preferred its most preferred mail hosts; none where there is no mail
   */
  static Posture of(
      AnswerIndex index,
      OwnNames own,
      Catalogue catalogue,
      SpfReading spf,
      List<MailHost> preferred) {
    Postures reader = new Postures(index, own, catalogue);
    Posture posture =
        Posture.newBuilder()
            .setSpf(spf.verdict())
            .setSpfLookups(spf.lookups())
            .setSpfOverLimit(spf.overLimit())
            .setSpfVoidLookups(spf.voids())
            .setSpfOverVoidLimit(spf.overVoidLimit())
            .setSpfAll(spf.all())
            .setMtaSts(reader.says("mta-sts", "v=STSv1"))
            .setTlsRpt(reader.says("tls-rpt", "v=TLSRPTv1"))
            .setDnssec(reader.dnssec())
            .build();
    reader.readDmarc(posture);
    reader.readTlsa(posture, preferred);
    return posture;
  }

  private @Nullable Boolean dnssec() {
    return index
        .one("mx")
        .filter(Answered::isAnswer)
        .map(ObservedAnswer::getAuthenticated)
        .orElse(null);
  }

  /** Whether there is one record of a version that no wildcard explains. */
  private @Nullable Boolean says(String question, String version) {
    Optional<ObservedAnswer> answer = index.one(question);
    if (answer.isEmpty() || Answered.failed(answer)) {
      return null;
    }
    List<String> wild = Answered.data(index.one(Wildcards.TXT_BELOW_DOMAIN));
    return Answered.data(answer).stream()
            .filter(data -> !wild.contains(data))
            .map(TextRecord::join)
            .filter(text -> isVersion(text, version))
            .count()
        == 1;
  }

  private static boolean isVersion(String text, String version) {
    return text.equals(version) || text.startsWith(version + ";") || text.startsWith(version + " ");
  }

  private void readDmarc(Posture posture) {
    Optional<ObservedAnswer> answer = index.one("dmarc");
    if (answer.isEmpty() || Answered.failed(answer)) {
      return;
    }
    // A wildcard's record is in force below _dmarc as any other is, so it is not discarded.
    List<String> records =
        Answered.data(answer).stream()
            .map(TextRecord::join)
            .filter(text -> isVersion(text, "v=DMARC1"))
            .toList();
    if (records.size() != 1) {
      posture.setDmarc(records.isEmpty() ? "missing" : "invalid");
      return;
    }
    Map<String, String> tags = tags(records.get(0));
    Set<String> processors = new TreeSet<>();
    ADDRESSES
        .splitToStream(tags.getOrDefault("rua", ""))
        .limit(MOST_ADDRESSES)
        .forEach(address -> processor(address).ifPresent(processors::add));
    posture.setDmarcReportProcessors(List.copyOf(processors));
    String policy = Ascii.toLowerCase(tags.getOrDefault("p", ""));
    posture.setDmarc(
        switch (policy) {
          case "none", "quarantine", "reject" -> policy;
          // Without a readable policy, an address for reports makes it one of none (6.6.3).
          default -> processors.isEmpty() ? "invalid" : "none";
        });
  }

  private static Map<String, String> tags(String record) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (String tag : TAGS.split(record)) {
      int equals = tag.indexOf('=');
      if (equals > 0) {
        tags.putIfAbsent(
            Ascii.toLowerCase(tag.substring(0, equals).trim()), tag.substring(equals + 1).trim());
      }
    }
    return tags;
  }

  /** Who reads the mail at {@code mailto:name@domain!10m} (RFC 7489, section 6.2). */
  private Optional<String> processor(String address) {
    if (!address.regionMatches(true, 0, MAILTO, 0, MAILTO.length())) {
      return Optional.empty();
    }
    int at = address.lastIndexOf('@');
    int size = address.indexOf('!', Math.max(at, 0));
    String domain =
        Ascii.toLowerCase(address.substring(at + 1, size < 0 ? address.length() : size));
    if (at < 0 || domain.indexOf('.') < 1 || !NAME.matchesAllOf(domain)) {
      return Optional.empty();
    }
    if (own.owns(domain)) {
      return Optional.of(Operator.SELF.id());
    }
    Optional<Provider> provider = catalogue.match(Role.SPF, domain);
    return Optional.of(
        provider
            .or(() -> catalogue.match(Role.MX, domain))
            .map(Provider::id)
            .orElseGet(() -> Operator.other(domain).id()));
  }

  private void readTlsa(Posture posture, List<MailHost> preferred) {
    List<ObservedAnswer> answers = new ArrayList<>();
    for (MailHost host : preferred) {
      index.find("_25._tcp." + host.name(), "TLSA").ifPresent(answers::add);
    }
    boolean missing =
        answers.stream().anyMatch(a -> Answered.isAnswer(a) && a.getRecords().isEmpty());
    boolean all = !preferred.isEmpty() && answers.size() == preferred.size();
    if (missing) {
      posture.setTlsa(false);
      posture.setDane(false);
    } else if (all && answers.stream().allMatch(Answered::isAnswer)) {
      posture.setTlsa(true);
      posture.setDane(
          Boolean.TRUE.equals(posture.getDnssec())
              && answers.stream().allMatch(ObservedAnswer::getAuthenticated));
    }
  }
}
