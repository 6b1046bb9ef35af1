package nl.wolkenkaart.web;

import static nl.wolkenkaart.web.Element.el;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The page: the whole story in each language, of which the script shows one; the script; its data.
 *
 * <p>The policy in its head lets the browser run this one script, whose hash it names, and the
 * files of evidence that this script loads, and nothing else: no request to anywhere, no inline
 * handler, no markup made of text.
 */
final class Page {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ICON =
      "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
          + "%3Crect width='16' height='5' y='1' fill='%2314427a'/%3E"
          + "%3Crect width='10' height='3' y='8' fill='%23e07a1f'/%3E"
          + "%3Crect width='6' height='2' y='13' fill='%232b7a6b'/%3E%3C/svg%3E";

  private final List<Section> sections;
  private final String data;
  private final @Nullable String errorAddress;

  /**
   * A page.
   *
   * @param data what the script needs of all organisations, packed
   */
  Page(List<Section> sections, String data, @Nullable String errorAddress) {
    this.sections = sections;
    this.data = data;
    this.errorAddress = errorAddress;
  }

  String html(List<Context> languages) {
    String script = PageFiles.script();
    String style = PageFiles.style();
    Context first = languages.get(0);
    StringBuilder out = new StringBuilder(1 << 20);
    out.append("<!DOCTYPE html>\n<html lang=\"")
        .append(first.words().language().code())
        .append("\">\n<head>\n<meta charset=\"utf-8\">\n");
    meta(out, "http-equiv", "Content-Security-Policy", policy(script, style));
    meta(out, "name", "viewport", "width=device-width, initial-scale=1");
    meta(out, "name", "color-scheme", "light dark");
    meta(out, "name", "referrer", "no-referrer");
    meta(out, "name", "description", first.text("page.description"));
    el("title").add(first.text("page.title")).appendTo(out);
    el("link").with("rel", "icon").with("href", ICON).appendTo(out);
    out.append("\n<style>").append(style).append("</style>\n</head>\n<body>\n");
    patterns().appendTo(out);
    for (int i = 0; i < languages.size(); i++) {
      language(languages.get(i), i == 0).appendTo(out);
    }
    out.append("<script type=\"application/json\" id=\"texts\">")
        .append(texts(languages))
        .append("</script>\n<script type=\"text/plain\" id=\"data\">")
        .append(data)
        .append("</script>\n<script>")
        .append(script)
        .append("</script>\n</body>\n</html>\n");
    return out.toString();
  }

  /** Content Security Policy Level 3, with Trusted Types where the browser has them. */
  private static String policy(String script, String style) {
    return "default-src 'none'; script-src "
        + PageFiles.source(script)
        + " 'strict-dynamic'; style-src "
        + PageFiles.source(style)
        + "; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script';"
        + " trusted-types wolkenkaart";
  }

  private static void meta(StringBuilder out, String kind, String name, String content) {
    el("meta").with(kind, name).with("content", content).appendTo(out);
    out.append('\n');
  }

  /** What fills a shape with lines: what is not known is never a plain colour. */
  private static Element patterns() {
    Element definitions = el("defs");
    for (String name : List.of("unknown", "conflict", "failed")) {
      Element pattern =
          el("pattern")
              .with("id", "hatch-" + name)
              .with("width", "6")
              .with("height", "6")
              .with("patternUnits", "userSpaceOnUse")
              .with("patternTransform", "rotate(45)")
              .add(el("rect", "hatch-ground").with("width", "6").with("height", "6"))
              .add(el("rect", "hatch-line").with("width", "2").with("height", "6"));
      if (name.equals("failed")) {
        pattern.with("class", "failed").with("patternTransform", "rotate(-45)");
      }
      if (name.equals("conflict")) {
        pattern.add(el("rect", "hatch-line").with("width", "6").with("height", "2"));
      }
      definitions.add(pattern);
    }
    return el("svg", "definitions")
        .with("width", "0")
        .with("height", "0")
        .with("aria-hidden", "true")
        .with("focusable", "false")
        .add(definitions);
  }

  private Element language(Context context, boolean shown) {
    String code = context.words().language().code();
    Element block = el("div", "language").with("lang", code).with("id", code);
    if (!shown) {
      block.with("hidden", "hidden");
    }
    Element main = el("main").with("id", context.id("main"));
    Element entries = el("ul");
    for (Section section : sections) {
      Optional<Element> made = section.of(context);
      if (made.isPresent()) {
        main.add(made.get());
        entries.add(
            el("li")
                .add(
                    el("a")
                        .with("href", '#' + context.id(section.name()))
                        .add(context.text(section.name() + ".entry"))));
      }
    }
    return block.add(header(context)).add(contents(context, entries), main, footer(context));
  }

  private static Element header(Context context) {
    Element tools = el("div", "tools");
    Element languages =
        el("div", "switch").with("role", "group").with("aria-label", context.text("page.language"));
    for (Language language : Language.values()) {
      boolean current = language == context.words().language();
      languages.add(
          el("button", "language-button")
              .with("type", "button")
              .with("data-language", language.code())
              .with("lang", language.code())
              .with("aria-pressed", current)
              .add(Messages.in(language).text("page.thisLanguage")));
    }
    tools.add(languages);
    tools.add(
        el("button", "theme-button")
            .with("type", "button")
            .with("aria-pressed", "false")
            .add(context.text("page.dark")));
    Element skip =
        el("a", "skip").with("href", '#' + context.id("main")).add(context.text("page.skip"));
    return el("header", "masthead").add(skip, el("p", "brand", "Wolkenkaart"), tools);
  }

  private static Element contents(Context context, Element entries) {
    return el("nav", "contents").with("aria-label", context.text("page.contents")).add(entries);
  }

  private static Element footer(Context context) {
    return el("footer")
        .add(el("p").add(context.text("page.footer")))
        .add(el("p").add(context.text("page.wording")));
  }

  private String texts(List<Context> languages) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Context context : languages) {
      Language language = context.words().language();
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("thousands", String.valueOf(language.thousands()));
      one.put("decimal", String.valueOf(language.decimal()));
      one.put("texts", Messages.in(language).ofScript());
      one.put("sheet", new CaseTexts(language).lists("role", "ownership", "jurisdiction"));
      one.put("synthetic", context.synthetic());
      one.put("date", dateOf(context));
      one.put("title", context.text("page.title"));
      all.put(language.code(), one);
    }
    all.put("errorAddress", errorAddress == null ? "" : errorAddress);
    try {
      // No text can end the element that holds it.
      return JSON.writeValueAsString(all).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("There are only maps, lists, texts and numbers", e);
    }
  }

  private static String dateOf(Context context) {
    return context.run().runDate() == null
        ? context.text("headline.noDate")
        : context.words().date(context.run().runDate());
  }
}
