package nl.wolkenkaart.provider;

import nl.wolkenkaart.directory.RegistrableDomain;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Who runs a host.
 *
 * @param id catalogue identifier, {@code self}, {@code other:<registrable domain>} or {@code
 *     unknown}
 * @param provider the catalogue's entry; null where there is none
 */
record Operator(String id, @Nullable Provider provider) {
  /** The organisation itself. */
  static final Operator SELF = new Operator("self", null);

  /** Somebody, but it cannot be told who. */
  static final Operator UNKNOWN = new Operator("unknown", null);

  /** Nobody: there is no mail. */
  static final Operator NONE = new Operator("none", null);

  static Operator of(Provider provider) {
    return new Operator(provider.id(), provider);
  }

  /** Somebody whose name the catalogue does not have. */
  static Operator other(String host) {
    return new Operator("other:" + RegistrableDomain.of(host), null);
  }

  boolean isSelf() {
    return equals(SELF);
  }

  boolean isOther() {
    return provider == null && id.startsWith("other:");
  }

  boolean isGateway() {
    return provider != null && provider.isGateway();
  }

  boolean isSharedIt() {
    return provider != null && provider.kind() == Kind.PUBLIC_SHARED_IT;
  }

  boolean keepsMailboxes() {
    return provider != null && provider.keepsMailboxes();
  }

  /** Country of the ultimate parent company, ISO 3166-1 alpha-2; null when not known. */
  @Nullable String jurisdiction() {
    return provider == null ? null : provider.jurisdiction();
  }
}
