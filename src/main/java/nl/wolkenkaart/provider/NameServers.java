package nl.wolkenkaart.provider;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.wolkenkaart.observation.AnswerIndex;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Who runs the domain's name servers.
 *
 * @param operators by host: catalogue identifier, {@code self} or {@code other:<registrable
 *     domain>}; empty where they are not known, as for a domain that is no zone of its own
 */
record NameServers(Map<String, String> operators) {

  static NameServers of(AnswerIndex index, OwnNames own, Catalogue catalogue) {
    Map<String, String> operators = new TreeMap<>();
    for (String host : Answered.data(index.one("ns"))) {
      Optional<Provider> provider = catalogue.match(Role.NS, host);
      if (provider.isPresent()) {
        operators.put(host, provider.get().id());
      } else if (host.indexOf('.') > 0) {
        operators.put(host, own.owns(host) ? Operator.SELF.id() : Operator.other(host).id());
      }
    }
    return new NameServers(operators);
  }

  /** Who runs most of them; of equals the first by identifier; null where none is known. */
  @Nullable String operator() {
    Map<String, Integer> hosts = new TreeMap<>();
    operators.values().forEach(operator -> hosts.merge(operator, 1, Integer::sum));
    String most = null;
    for (Map.Entry<String, Integer> entry : hosts.entrySet()) {
      most = most == null || entry.getValue() > hosts.get(most) ? entry.getKey() : most;
    }
    return most;
  }
}
