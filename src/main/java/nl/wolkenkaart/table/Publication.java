package nl.wolkenkaart.table;

import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Who answers for a dataset and where it will stand. What nobody has told is said to be not named:
 * the descriptors ask for a publisher, and a made-up one would be worse than none.
 *
 * @param publisher name of the publisher
 * @param publisherUri what identifies the publisher, such as its URI in TOOI or ROR
 * @param contact an e-mail address or a URL
 * @param baseUrl where the folder will be found, ending in a slash; empty for beside the descriptor
 */
public record Publication(
    @Nullable String publisher,
    @Nullable String publisherUri,
    @Nullable String contact,
    String baseUrl) {
  private static final String NO_PUBLISHER = "Publisher not named";
  private static final String NO_CONTACT = "Contact not named";

  public Publication {
    if (!baseUrl.isEmpty() && !baseUrl.endsWith("/")) {
      baseUrl += '/';
    }
  }

  /** One of which nothing was told. */
  public static Publication untold() {
    return new Publication(null, null, null, "");
  }

  /** The publisher's name, or that there is none. */
  String publisherName() {
    return publisher == null ? NO_PUBLISHER : publisher;
  }

  /** The contact's name: what to write over it. */
  String contactName() {
    return contact == null ? NO_CONTACT : publisherName();
  }

  /** The contact as a URL; null for none. */
  @Nullable String contactUrl() {
    return contact == null || contact.contains(":") ? contact : "mailto:" + contact;
  }

  /** Where a file of the dataset will be found; relative where the place is not told. */
  String url(String path) {
    return baseUrl + path;
  }
}
