package nl.wolkenkaart.directory;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Domains that are nobody's own, though registers give them: {@code catalogue/shared-hosts.yaml}.
 */
final class SharedHosts {
  private static final String FILE = "/catalogue/shared-hosts.yaml";
  private static final SharedHosts EMBEDDED = load();

  private final ImmutableMap<String, Host> byDomain;

  private SharedHosts(Document document) {
    ImmutableMap.Builder<String, Host> hosts = ImmutableMap.builder();
    document.hosts().forEach(host -> hosts.put(host.domain(), host));
    byDomain = hosts.buildOrThrow();
  }

  private record Document(List<Host> hosts) {}

  /** What is shared there. */
  enum Of {
    MAIL,
    SITE,
    PAGE
  }

  /**
   * A domain that is nobody's own.
   *
   * @param domain it and the names below it
   * @param reason one line
   */
  record Host(String domain, Of of, String reason) {}

  static SharedHosts embedded() {
    return EMBEDDED;
  }

  private static SharedHosts load() {
    try (InputStream in = SharedHosts.class.getResourceAsStream(FILE)) {
      return new SharedHosts(
          YAMLMapper.builder()
              .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
              .build()
              .readValue(in, Document.class));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  /** All of them. */
  ImmutableMap<String, Host> hosts() {
    return byDomain;
  }

  /**
   * Why a domain is no organisation's own; null where it may be.
   *
   * @param isPage whether the address is a page of a site, and not the site itself
   */
  @Nullable String reasonAgainst(String domain, boolean isPage) {
    for (String name = domain; !name.isEmpty(); name = parent(name)) {
      Host host = byDomain.get(name);
      if (host != null && (host.of() != Of.PAGE || isPage)) {
        return "nobody's own: " + host.domain() + " has " + host.reason();
      }
    }
    return null;
  }

  private static String parent(String domain) {
    int dot = domain.indexOf('.');
    return dot < 0 ? "" : domain.substring(dot + 1);
  }
}
