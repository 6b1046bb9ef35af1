package nl.wolkenkaart.web;

import static nl.wolkenkaart.web.Element.el;

import java.util.Optional;

/** A part of the page's story. */
interface Section {
  /** The section's name: the last part of its address, and the first of its texts' keys. */
  String name();

  /** The section; nothing where the tables do not hold what it tells. */
  Optional<Element> of(Context context);

  /** An empty section with its heading and its first paragraph. */
  default Element opened(Context context) {
    String id = context.id(name());
    return el("section", "story")
        .with("id", id)
        .with("aria-labelledby", id + "-title")
        .add(el("h2").with("id", id + "-title").addTitle(context.text(name() + ".title")))
        .add(el("p", "lead", context.text(name() + ".lead")));
  }
}
