package nl.wolkenkaart.provider;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Networks by whom a website in them is hosted. Companies that host web sites come first, then
 * hosting companies of any kind, then shared IT, then those that serve names and pages alike. A
 * network that two of the same kind use says nothing.
 */
final class WebNetworks {
  private static final List<Kind> ORDER =
      List.of(Kind.WEB, Kind.ISP_HOSTING, Kind.PUBLIC_SHARED_IT, Kind.DNS);

  private final Map<Long, Optional<Provider>> byNumber = new HashMap<>();

  WebNetworks(Catalogue catalogue) {
    for (Kind kind : ORDER) {
      Map<Long, Optional<Provider>> ofKind = new HashMap<>();
      catalogue.providers().stream()
          .filter(provider -> provider.kind() == kind)
          .forEach(
              provider -> {
                for (Long number : provider.asns()) {
                  boolean first = ofKind.putIfAbsent(number, Optional.of(provider)) == null;
                  if (!first) {
                    ofKind.put(number, Optional.empty());
                  }
                }
              });
      ofKind.forEach(byNumber::putIfAbsent);
    }
  }

  Optional<Provider> provider(long number) {
    return byNumber.getOrDefault(number, Optional.empty());
  }
}
