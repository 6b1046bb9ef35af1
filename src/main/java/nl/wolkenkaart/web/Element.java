package nl.wolkenkaart.web;

import com.google.common.collect.ImmutableSet;
import com.google.common.html.HtmlEscapers;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.wolkenkaart.directory.rows.PlainText;

/**
 * An element of HTML or SVG. All text and all values of attributes are escaped here, and nowhere is
 * markup taken from a text, so nothing that came from DNS or from a register can be more than text.
 */
final class Element {
  /** Elements that have no end tag (HTML standard, section 13.1.2). */
  private static final ImmutableSet<String> VOID =
      ImmutableSet.of("meta", "link", "input", "br", "hr");

  /** Longest text that is shown of anything. */
  private static final int LONGEST = 4000;

  /** A word with a single letter before its hyphen. */
  private static final Pattern SHORT_FIRST = Pattern.compile("(?<![\\p{L}\\p{N}-])\\p{L}-\\p{L}+");

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Object> children = new ArrayList<>();

  private Element(String name) {
    this.name = name;
  }

  /** An element with no attributes. */
  static Element el(String name) {
    return new Element(name);
  }

  /** An element of a class, or of several with spaces between. */
  static Element el(String name, String classes) {
    return new Element(name).with("class", classes);
  }

  /** An element of a class with a text. */
  static Element el(String name, String classes, String text) {
    return el(name, classes).add(text);
  }

  /** Sets an attribute. */
  @CanIgnoreReturnValue
  Element with(String attribute, Object value) {
    if (attribute.startsWith("on") || attribute.equals("style")) {
      throw new IllegalArgumentException("the policy of the page forbids " + attribute);
    }
    attributes.put(attribute, String.valueOf(value));
    return this;
  }

  /** Appends a text. */
  @CanIgnoreReturnValue
  Element add(String text) {
    children.add(text);
    return this;
  }

  /**
   * Appends a text of large letters, in which a word such as e-mail is not broken at its hyphen.
   * Its letters stay as they are, so that it is found and copied as everywhere else.
   */
  @CanIgnoreReturnValue
  Element addTitle(String text) {
    int from = 0;
    for (Matcher word = SHORT_FIRST.matcher(text); word.find(); from = word.end()) {
      add(text.substring(from, word.start()));
      add(el("span", "whole", word.group()));
    }
    return add(text.substring(from));
  }

  /** Appends elements. */
  @CanIgnoreReturnValue
  Element add(Element... elements) {
    for (Element element : elements) {
      children.add(element);
    }
    return this;
  }

  /** Appends elements. */
  @CanIgnoreReturnValue
  Element add(List<Element> elements) {
    children.addAll(elements);
    return this;
  }

  /** Writes it as HTML. */
  void appendTo(StringBuilder out) {
    out.append('<').append(name);
    attributes.forEach(
        (attribute, value) ->
            out.append(' ').append(attribute).append("=\"").append(escape(value)).append('"'));
    out.append('>');
    if (VOID.contains(name)) {
      return;
    }
    for (Object child : children) {
      if (child instanceof Element element) {
        element.appendTo(out);
      } else {
        out.append(escape((String) child));
      }
    }
    out.append("</").append(name).append('>');
    if (isBlock()) {
      out.append('\n');
    }
  }

  private boolean isBlock() {
    return switch (name) {
      case "section", "figure", "tr", "li", "p", "div", "svg", "option" -> true;
      default -> false;
    };
  }

  private static String escape(String text) {
    return HtmlEscapers.htmlEscaper().escape(PlainText.escape(text, LONGEST));
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    appendTo(out);
    return out.toString();
  }
}
