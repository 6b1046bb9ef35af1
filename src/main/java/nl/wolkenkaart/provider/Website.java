package nl.wolkenkaart.provider;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.wolkenkaart.observation.AnswerIndex;
import nl.wolkenkaart.observation.ObservedAnswer;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Where the domain's website is served: www, or the domain itself where there is no www. A wildcard
 * is no objection here, for that is where the browser goes.
 *
 * @param names the name asked and those that CNAME records lead to
 * @param addresses IPv4 and IPv6 addresses, sorted
 * @param provider whom a CNAME leads to; null where it leads to nobody known
 */
record Website(List<String> names, List<String> addresses, @Nullable Provider provider) {
  private static final Website UNKNOWN = new Website(List.of(), List.of(), null);

  static Website of(AnswerIndex index, Catalogue catalogue) {
    Website www = read(index, "www-a", "www-aaaa", catalogue);
    return www.addresses.isEmpty() && www.names.size() < 2
        ? read(index, "a", "aaaa", catalogue)
        : www;
  }

  private static Website read(AnswerIndex index, String a, String aaaa, Catalogue catalogue) {
    Optional<ObservedAnswer> four = index.one(a);
    Optional<ObservedAnswer> six = index.one(aaaa);
    List<String> addresses =
        Stream.concat(Answered.data(four).stream(), Answered.data(six).stream())
            .distinct()
            .sorted()
            .toList();
    List<String> chain =
        Stream.of(four, six)
            .flatMap(Optional::stream)
            .map(ObservedAnswer::getChain)
            .filter(c -> !c.isEmpty())
            .findFirst()
            .orElse(List.of());
    if (addresses.isEmpty() && chain.isEmpty()) {
      return UNKNOWN;
    }
    Provider provider = null;
    for (int i = chain.size() - 1; i >= 0 && provider == null; i--) {
      provider = catalogue.match(Role.CNAME, chain.get(i)).orElse(null);
    }
    List<String> names =
        Stream.concat(Stream.of(four.or(() -> six).get().getName()), chain.stream()).toList();
    return new Website(names, addresses, provider);
  }

  /**
   * Catalogue identifier by CNAME or by network, {@code self} on an own network, {@code
   * other:<registrable domain>} of the last CNAME, or {@code as<number>} of the network; null where
   * none is known.
   */
  @Nullable String operator(OwnNames own, Networks networks, WebNetworks known) {
    if (names.isEmpty()) {
      return null;
    }
    if (provider != null) {
      return provider.id();
    }
    String last = names.get(names.size() - 1);
    if (!own.owns(last)) {
      return Operator.other(last).id();
    }
    Set<Long> numbers = numbers(networks);
    for (Long number : numbers) {
      Optional<Provider> host = known.provider(number);
      if (host.isPresent()) {
        return host.get().id();
      }
      if (Hosting.isNamedAfter(own, networks.name(number))) {
        return Operator.SELF.id();
      }
    }
    return numbers.isEmpty() ? null : "as" + numbers.iterator().next();
  }

  /** Numbers of the networks of its addresses, ascending. */
  Set<Long> numbers(Networks networks) {
    Set<Long> numbers = new TreeSet<>();
    addresses.forEach(address -> numbers.addAll(networks.numbers(address)));
    return numbers;
  }
}
