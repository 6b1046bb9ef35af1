package nl.wolkenkaart.web;

import static nl.wolkenkaart.web.Element.el;

import java.util.Optional;

/** Where the script puts the search and one organisation; without a script it says so. */
final class SearchSection implements Section {
  @Override
  public String name() {
    return "search";
  }

  @Override
  public Optional<Element> of(Context context) {
    Element section = opened(context);
    String field = context.id("search-field");
    section.add(
        el("div", "search-box")
            .add(el("label").with("for", field).add(context.text("search.label")))
            .add(
                el("input", "search-field")
                    .with("id", field)
                    .with("type", "search")
                    .with("autocomplete", "off")
                    .with("spellcheck", "false")
                    .with("disabled", "disabled"))
            .add(
                el("p", "search-state", context.text("search.wait"))
                    .with("role", "status")
                    .with("aria-live", "polite")));
    section.add(el("div", "search-results").with("id", context.id("results")));
    section.add(
        el("div", "organisation").with("id", context.id("organisation")).with("hidden", "hidden"));
    return Optional.of(section);
  }
}
