package nl.wolkenkaart.web;

import static nl.wolkenkaart.web.Element.el;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;

/** A table: the first column names the rows, all others are numbers. */
final class DataTable {
  private final Element body = el("tbody");
  private final Element table;

  DataTable(String caption, List<String> columns) {
    Element head = el("tr");
    for (String column : columns) {
      head.add(el("th").with("scope", "col").add(column));
    }
    table =
        el("table", "data")
            .add(el("caption", "unseen", caption))
            .add(el("thead").add(head))
            .add(body);
  }

  /** Adds a row; the first cell is its name. */
  @CanIgnoreReturnValue
  DataTable row(List<String> cells) {
    Element row = el("tr");
    row.add(el("th").with("scope", "row").add(el("bdi").add(cells.get(0))));
    for (String cell : cells.subList(1, cells.size())) {
      row.add(el("td").add(cell));
    }
    body.add(row);
    return this;
  }

  /** Adds a row of cells that are made already. */
  @CanIgnoreReturnValue
  DataTable row(String name, List<Element> cells) {
    body.add(el("tr").add(el("th").with("scope", "row").add(el("bdi").add(name))).add(cells));
    return this;
  }

  Element element() {
    return table;
  }
}
