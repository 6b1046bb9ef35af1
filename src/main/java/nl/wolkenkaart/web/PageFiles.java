package nl.wolkenkaart.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;

/** The script and the style sheet of the page: plain files, joined in this order. */
final class PageFiles {
  private static final List<String> SCRIPTS =
      List.of(
          "dom",
          "texts",
          "data",
          "evidence",
          "search",
          "parts",
          "exposures",
          "blocks",
          "sheet",
          "case",
          "organisation",
          "affected",
          "route",
          "start");
  private static final List<String> STYLES =
      List.of("base", "page", "pictures", "organisation", "scenario", "print");

  private PageFiles() {}

  /** All scripts as one, which leaves nothing behind in the page but what evidence needs. */
  static String script() {
    return "(function () {\n'use strict';\n" + joined("script/", SCRIPTS, ".js") + "})();\n";
  }

  static String style() {
    return joined("style/", STYLES, ".css");
  }

  private static String joined(String folder, List<String> names, String ending) {
    StringBuilder all = new StringBuilder();
    for (String name : names) {
      String file = "/web/" + folder + name + ending;
      try (InputStream in = PageFiles.class.getResourceAsStream(file)) {
        all.append(new String(in.readAllBytes(), UTF_8));
      } catch (IOException e) {
        throw new IllegalStateException(file + " cannot be read", e);
      }
    }
    return all.toString();
  }

  /** How a Content Security Policy names an inline text (CSP Level 3, section 2.3.1). */
  static String source(String text) {
    byte[] hash = Hashing.sha256().hashString(text, UTF_8).asBytes();
    return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
  }
}
