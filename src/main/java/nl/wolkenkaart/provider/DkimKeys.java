package nl.wolkenkaart.provider;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.wolkenkaart.lookup.MicrosoftTenant;
import nl.wolkenkaart.lookup.TextRecord;
import nl.wolkenkaart.observation.AnswerIndex;
import nl.wolkenkaart.observation.ObservedAnswer;

/**
 * Whose keys sign the domain's mail (RFC 6376): the CNAME targets of {@code selector1} and {@code
 * selector2}, and a key as text at {@code google}.
 *
 * @param mailboxProviders mailbox providers that a selector's CNAME leads to, sorted by identifier
 * @param tenants Microsoft tenants that a selector's CNAME names, sorted
 * @param googleKey whether there is a key at Google's selector
 * @param notAnswered questions whose answer, or whose control's answer, is missing
 * @param findings what was seen
 */
record DkimKeys(
    List<Provider> mailboxProviders,
    List<String> tenants,
    boolean googleKey,
    Set<String> notAnswered,
    List<Finding> findings) {
  private static final String GOOGLE = "google-workspace";
  private static final Splitter TAGS =
      Splitter.on(';').trimResults(CharMatcher.whitespace()).omitEmptyStrings();

  static DkimKeys of(AnswerIndex index, Wildcards wildcards, Catalogue catalogue) {
    Map<String, Provider> providers = new TreeMap<>();
    Set<String> tenants = new TreeSet<>();
    Set<String> notAnswered = new TreeSet<>();
    List<Finding> findings = new ArrayList<>();
    for (String question : List.of("dkim-selector1", "dkim-selector2")) {
      Optional<ObservedAnswer> answer = index.one(question);
      if (Answered.failed(answer)) {
        notAnswered.add(question);
      }
      List<String> targets = answer.map(Wildcards::targets).orElse(List.of());
      if (targets.isEmpty()) {
        continue;
      }
      String seen = answer.get().getName() + " CNAME " + targets.get(0);
      switch (wildcards.of(answer.get(), Wildcards.BELOW_DOMAINKEY)) {
        case OWN -> {
          Optional<Provider> provider = catalogue.match(Role.DKIM, targets.get(0));
          provider
              .filter(Provider::keepsMailboxes)
              .ifPresent(found -> providers.put(found.id(), found));
          MicrosoftTenant.of(targets.get(0)).ifPresent(tenants::add);
          findings.add(selector(seen, targets.get(0), provider));
        }
        case WILDCARD -> findings.add(Finding.note(seen + " is a wildcard's", "wildcard"));
        case UNKNOWN -> notAnswered.add(Wildcards.BELOW_DOMAINKEY);
        case UNCONTROLLED -> findings.add(Finding.note(seen + " has no control", "wildcard"));
      }
    }
    boolean google = googleKey(index, wildcards, notAnswered, findings);
    return new DkimKeys(
        List.copyOf(providers.values()), List.copyOf(tenants), google, notAnswered, findings);
  }

  private static Finding selector(String seen, String target, Optional<Provider> provider) {
    boolean keeps = provider.filter(Provider::keepsMailboxes).isPresent();
    String tenant = MicrosoftTenant.of(target).map(name -> " (tenant " + name + ")").orElse("");
    return new Finding(
        Signal.DKIM,
        seen + tenant,
        provider.map(Provider::id).orElse(null),
        keeps ? Finding.BACKEND : provider.isPresent() ? Finding.SENDER : Finding.AS_NOTE,
        keeps ? Signal.DKIM.points : 0,
        "dkim-cname");
  }

  private static boolean googleKey(
      AnswerIndex index, Wildcards wildcards, Set<String> notAnswered, List<Finding> findings) {
    Optional<ObservedAnswer> answer = index.one("dkim-google");
    if (Answered.failed(answer)) {
      notAnswered.add("dkim-google");
    }
    if (Answered.data(answer).stream().noneMatch(DkimKeys::isKey)) {
      return false;
    }
    String seen = answer.get().getName() + " TXT v=DKIM1";
    switch (wildcards.of(answer.get(), Wildcards.TXT_BELOW_DOMAINKEY)) {
      case OWN -> {
        findings.add(
            new Finding(
                Signal.DKIM_GOOGLE,
                seen,
                GOOGLE,
                Finding.BACKEND,
                Signal.DKIM_GOOGLE.points,
                "dkim-google-key"));
        return true;
      }
      case WILDCARD -> findings.add(Finding.note(seen + " is a wildcard's", "wildcard"));
      case UNKNOWN -> notAnswered.add(Wildcards.TXT_BELOW_DOMAINKEY);
      case UNCONTROLLED -> findings.add(Finding.note(seen + " has no control", "wildcard"));
    }
    return false;
  }

  /** Whether a TXT record is a key that is not revoked (RFC 6376, section 3.6.1). */
  private static boolean isKey(String record) {
    String text = TextRecord.join(record);
    if (!text.startsWith("v=DKIM1")) {
      return false;
    }
    for (String tag : TAGS.split(text)) {
      int equals = tag.indexOf('=');
      if (equals > 0 && tag.substring(0, equals).trim().equals("p")) {
        return !tag.substring(equals + 1).isBlank();
      }
    }
    return false;
  }
}
