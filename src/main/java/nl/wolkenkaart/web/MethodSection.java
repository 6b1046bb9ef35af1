package nl.wolkenkaart.web;

import static nl.wolkenkaart.web.Element.el;

import java.util.List;
import java.util.Optional;
import nl.wolkenkaart.provider.Glossary;

/** How it was done, in plain words. */
final class MethodSection implements Section {
  @Override
  public String name() {
    return "method";
  }

  @Override
  public Optional<Element> of(Context context) {
    Element section = opened(context);
    for (String part : List.of("receiver", "backend", "confidence", "range", "law", "check")) {
      section.add(
          el("h3").add(context.text("method." + part + ".title")),
          el("p").add(context.text("method." + part + ".text")));
    }
    section.add(el("h3").add(context.text("method.words")));
    Element words = el("dl");
    String language = context.words().language().code();
    for (Glossary.Term term : Glossary.terms()) {
      words.add(el("dt").add(term.say().in(language)), el("dd").add(term.means().in(language)));
    }
    section.add(words);
    return Optional.of(section);
  }
}
