package nl.wolkenkaart.provider;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.wolkenkaart.observation.AnswerIndex;
import nl.wolkenkaart.observation.ObservedAnswer;

/**
 * A host that an MX record names.
 *
 * @param preference lowest first (RFC 5321, section 5.1)
 * @param name host name, lower case, without a trailing dot
 * @param chain targets of the CNAME records at the host: forbidden (RFC 2181, section 10.3) and
 *     seen
 * @param addresses IPv4 and IPv6 addresses, sorted
 * @param addressFailed whether there is no address because a question was not answered
 */
record MailHost(
    int preference,
    String name,
    List<String> chain,
    List<String> addresses,
    boolean addressFailed) {

  static MailHost of(int preference, String name, AnswerIndex index) {
    Optional<ObservedAnswer> a = index.find(name, "A");
    Optional<ObservedAnswer> aaaa = index.find(name, "AAAA");
    List<String> addresses =
        Stream.concat(Answered.data(a).stream(), Answered.data(aaaa).stream())
            .distinct()
            .sorted()
            .toList();
    List<String> chain =
        Stream.of(a, aaaa)
            .flatMap(Optional::stream)
            .map(ObservedAnswer::getChain)
            .filter(c -> !c.isEmpty())
            .findFirst()
            .orElse(List.of());
    boolean failed = addresses.isEmpty() && (Answered.failed(a) || Answered.failed(aaaa));
    return new MailHost(preference, name, chain, addresses, failed);
  }

  /** The name at the end of the chain; the host's own where there is none. */
  String lastName() {
    return chain.isEmpty() ? name : chain.get(chain.size() - 1);
  }

  @Override
  public String toString() {
    return chain.isEmpty()
        ? preference + " " + name
        : preference + " " + name + " -> " + String.join(" -> ", chain);
  }
}
