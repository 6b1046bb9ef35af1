package nl.wolkenkaart.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.wolkenkaart.web.Element.el;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import nl.wolkenkaart.web.CaseDocument.Block;
import nl.wolkenkaart.web.CaseDocument.Cell;
import nl.wolkenkaart.web.CaseDocument.Heading;
import nl.wolkenkaart.web.CaseDocument.Items;
import nl.wolkenkaart.web.CaseDocument.Paragraph;
import nl.wolkenkaart.web.CaseDocument.Table;

/**
 * Writes a document as one HTML file that asks for nothing: no script, no image, no font. Its
 * policy allows the one style sheet in it, by its hash, and nothing else (CSP Level 3).
 */
final class CaseHtml {
  private static final String STYLE = "/web/casesheet/style.css";

  private CaseHtml() {}

  static String of(CaseDocument document) {
    String style = style();
    String hash =
        Base64.getEncoder().encodeToString(Hashing.sha256().hashString(style, UTF_8).asBytes());
    String policy =
        "default-src 'none'; style-src 'sha256-" + hash + "'; base-uri 'none'; form-action 'none'";
    Element main = el("main");
    for (Block block : document.blocks()) {
      main.add(element(block));
    }
    return "<!DOCTYPE html>\n<html lang=\""
        + document.language()
        + "\">\n<head>\n<meta charset=\"utf-8\">\n"
        + el("meta").with("http-equiv", "Content-Security-Policy").with("content", policy)
        + '\n'
        + el("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1")
        + '\n'
        + el("meta").with("name", "referrer").with("content", "no-referrer")
        + '\n'
        + el("title").add(document.title())
        + "\n<style>"
        + style
        + "</style>\n</head>\n<body>\n"
        + main
        + "\n</body>\n</html>\n";
  }

  private static Element element(Block block) {
    if (block instanceof Heading heading) {
      return el("h" + heading.level()).add(heading.text());
    }
    if (block instanceof Paragraph paragraph) {
      return fill(el("p"), paragraph.text());
    }
    if (block instanceof Items items) {
      Element list = items.open() ? el("ul", "tasks") : el("ul");
      items.items().forEach(item -> list.add(fill(el("li"), item)));
      return list;
    }
    Table table = (Table) block;
    Element head = el("tr");
    table.head().forEach(column -> head.add(el("th").with("scope", "col").add(column)));
    Element body = el("tbody");
    for (List<Cell> row : table.rows()) {
      Element line = el("tr");
      row.forEach(cell -> line.add(fill(el("td"), cell)));
      body.add(line);
    }
    return el("table").add(el("thead").add(head), body);
  }

  private static Element fill(Element element, Cell cell) {
    element.add(cell.text());
    if (cell.address() != null) {
      element.add(" ");
      element.add(
          el("a").with("href", cell.address()).with("rel", "noreferrer").add(cell.address()));
    }
    return element;
  }

  private static String style() {
    try (InputStream in = CaseHtml.class.getResourceAsStream(STYLE)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(STYLE + " cannot be read", e);
    }
  }
}
