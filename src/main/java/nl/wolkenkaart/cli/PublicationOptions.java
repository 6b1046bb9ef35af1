package nl.wolkenkaart.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import nl.wolkenkaart.table.Publication;
import picocli.CommandLine.Option;

/** Who answers for a dataset and where it will stand, as its descriptors say. */
final class PublicationOptions {
  @Option(
      names = "--publisher",
      paramLabel = "NAME",
      description =
          "Who publishes the dataset, for its descriptors; they say so where none is told.")
  String publisher;

  @Option(
      names = "--publisher-uri",
      paramLabel = "URI",
      description = "What identifies the publisher, such as its URI in TOOI or ROR.")
  String publisherUri;

  @Option(
      names = "--contact",
      paramLabel = "ADDRESS",
      description = "E-mail address or URL for questions about the dataset.")
  String contact;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description =
          "Where the folder will be found; unless told, files stand beside the descriptors.")
  String baseUrl;

  /** As they stand in a run specification, under {@code publication}. */
  record Specified(String publisher, String publisherUri, String contact, String baseUrl) {}

  /** The options over those of a run specification, which may be null. */
  Publication over(Specified specified, List<String> problems) {
    Specified below = specified == null ? new Specified(null, null, null, null) : specified;
    String place = first(baseUrl, below.baseUrl());
    Publication publication =
        new Publication(
            first(publisher, below.publisher()),
            first(publisherUri, below.publisherUri()),
            first(contact, below.contact()),
            place == null ? "" : place);
    absolute("the base URL", place, problems);
    absolute("the publisher's URI", publication.publisherUri(), problems);
    String whom = publication.contact();
    if (whom != null && !whom.matches("[^@\\s:]+@[^@\\s:]+")) {
      absolute("the contact, where it is no e-mail address,", whom, problems);
    }
    return publication;
  }

  /** What was told, as the manifest shows it. */
  static void describe(Publication publication, Map<String, String> text) {
    put(text, "publisher", publication.publisher());
    put(text, "publisher-uri", publication.publisherUri());
    put(text, "contact", publication.contact());
    put(text, "base-url", publication.baseUrl());
  }

  private static void put(Map<String, String> text, String name, String value) {
    if (value != null && !value.isEmpty()) {
      text.put(name, value);
    }
  }

  private static String first(String one, String other) {
    String value = one == null ? other : one;
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static void absolute(String what, String text, List<String> problems) {
    if (text == null) {
      return;
    }
    try {
      if (new URI(text).isAbsolute()) {
        return;
      }
    } catch (URISyntaxException e) {
      // Told below.
    }
    problems.add(what + " must be an absolute URL or URI, is " + text);
  }
}
