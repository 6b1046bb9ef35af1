package nl.wolkenkaart.cli;

import static java.util.Map.entry;

import com.google.common.base.Splitter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wolkenkaart.provider.Corrections;
import nl.wolkenkaart.provider.Rules;

/** What the identifiers of rules mean, each in one sentence for people. */
final class ExplainRules {
  private static final Splitter PLUS = Splitter.on('+');

  /** The families that a verdict for a provider rests on, joined by {@code +} in the rule. */
  static final Map<String, String> FAMILIES =
      inOrder(
          entry("mx-direct", "the most preferred mail hosts are the provider's own"),
          entry("dkim", "a DKIM selector is a CNAME to the provider, which signs the mail"),
          entry("autodiscover", "mail programs are sent to the provider for their settings"),
          entry("mx-backup", "a less preferred mail host is the provider's"),
          entry("dkim-google", "there is a key at Google's usual selector"),
          entry("spf", "the domain's own SPF record lets the provider send"));

  /** The rules that decide otherwise. */
  static final Map<String, String> VERDICTS =
      inOrder(
          entry(Rules.NULL_MX, "the only MX record is the null MX, which declares no mail"),
          entry(Rules.NO_MX, "there is neither an MX record nor an address, so no mail"),
          entry(Rules.BOGUS_MX, "no mail can be delivered to any host that the MX records name"),
          entry(Rules.NXDOMAIN, "the domain does not exist"),
          entry(Rules.MX_NOT_ANSWERED, "the question for MX was not answered, so nothing is said"),
          entry(
              Rules.ADDRESS_NOT_ANSWERED,
              "there is no MX record, and whether there is an address was not answered"),
          entry(
              Rules.IMPLICIT_MX,
              "there is no MX record but an address, where mail may be delivered or not"),
          entry(
              Rules.SEVERAL_RECEIVERS,
              "several operators share the lowest preference, and nothing tells the backend"),
          entry(
              Rules.PROVIDERS_DISAGREE, "signals of equal weight name different mailbox providers"),
          entry(Rules.GATEWAY_OPAQUE, "a filter receives, and nothing shows who stands behind it"),
          entry(
              Rules.GATEWAY_SHARED,
              "a host that stands before the mailboxes of many others receives, and nothing shows who"
                  + " stands behind it here"),
          entry(
              Rules.SHARED_IT_OPAQUE,
              "a shared IT organisation receives, and nothing shows who stands behind it"),
          entry(
              Rules.RECEIVER_OPAQUE,
              "who receives keeps no mailboxes, and nothing shows who stands behind it"),
          entry(Rules.MX_OWN, "an own host receives, and nobody else shows"),
          entry(
              Rules.MX_OWN_AND_CLIENT,
              "an own host receives, mail programs are sent to an own name, and nobody else shows"),
          entry(
              Rules.MX_OWN_UNDECIDED,
              "an own host receives, but SPF, a token or Microsoft's name for the domain point to a"
                  + " mailbox provider, or SPF and its network to the same hosting company"),
          entry(
              Rules.MX_OTHER, "a host under somebody else's name receives, and nobody else shows"),
          entry(
              Rules.MX_OTHER_UNDECIDED,
              "a host under somebody else's name receives, but SPF, a token or Microsoft's name for"
                  + " the domain point to a mailbox provider"),
          entry(
              Rules.MX_OTHER_FILTER,
              "a host under somebody else's name receives, and by its own name it is a filter"),
          entry(
              Rules.BACKEND_NOT_ANSWERED,
              "a question was not answered that would have told the backend"),
          entry(Rules.NO_DOMAIN, "no list gives the organisation a domain, so nothing was asked"),
          entry("not-observed", "the observations do not hold the domain"));

  /** The rules of single lines of evidence; a line may also carry a rule of a verdict. */
  static final Map<String, String> LINES =
      inOrder(
          entry("mx-suffix", "the mail host's name ends in a name of the provider"),
          entry("mx-own-name", "the mail host's name is under the organisation's own domain"),
          entry("mx-other-name", "the mail host's name is under a domain that no entry has"),
          entry("mx-less-preferred", "mail comes here only when the preferred hosts fail"),
          entry("gateway-network", "the mail host stands in a network that is this filter's alone"),
          entry("network-of-host", "where the mail host stands, which proves no operator"),
          entry("server-country", "where the servers stand, as the table of addresses says"),
          entry("dkim-cname", "whom the CNAME of a DKIM selector leads to"),
          entry("dkim-google-key", "a key that is not revoked at the selector google"),
          entry("wildcard", "a label that nobody made answers the same, so it proves nothing"),
          entry("client-set-up", "mail programs get their settings from this provider"),
          entry(
              "client-set-up-own",
              "mail programs get their settings from an own name, so an own server is likely"),
          entry(
              "client-set-up-other",
              "mail programs get their settings from the name of somebody else who is no mailbox"
                  + " provider, so a server there is likely"),
          entry(
              "autodiscover", "a client set-up that names nobody, or that another one goes before"),
          entry("spf-direct", "named in the domain's own SPF record: who may send, not who keeps"),
          entry("spf-nested", "named in a record that the SPF record includes, which says less"),
          entry("spf-permerror", "the SPF record is in error for those who receive"),
          entry("spf-opaque", "a part of the SPF record only a mail would tell"),
          entry("txt-token", "somebody once proved the domain to this provider"),
          entry("accepted-domain", "Microsoft has a name for mail to this domain"),
          entry("doubted", "the evidence names other providers as well"),
          entry("correction", "somebody knows better, and the source says so"));

  private ExplainRules() {}

  @SafeVarargs
  private static Map<String, String> inOrder(Map.Entry<String, String>... entries) {
    Map<String, String> map = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : entries) {
      map.put(entry.getKey(), entry.getValue());
    }
    return map;
  }

  /** What a rule means; empty for one that is not known here. */
  static Optional<String> meaning(String rule) {
    if (rule.startsWith(Corrections.CORRECTED)) {
      return meaningOfVerdict(rule.substring(Corrections.CORRECTED.length()))
          .map(found -> "corrected; the evidence alone says: " + found);
    }
    for (Map<String, String> known : List.of(VERDICTS, LINES)) {
      if (known.containsKey(rule)) {
        return Optional.of(known.get(rule));
      }
    }
    return families(rule);
  }

  /** What the verdict's rule means, for which {@code autodiscover} and others are families. */
  static Optional<String> meaningOfVerdict(String rule) {
    Optional<String> families = families(rule);
    return families.isPresent() ? families : meaning(rule);
  }

  private static Optional<String> families(String rule) {
    List<String> words = PLUS.splitToList(rule);
    return FAMILIES.keySet().containsAll(words)
        ? Optional.of(String.join("; ", words.stream().map(FAMILIES::get).toList()))
        : Optional.empty();
  }
}
