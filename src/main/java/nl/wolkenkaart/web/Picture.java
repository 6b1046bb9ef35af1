package nl.wolkenkaart.web;

import static nl.wolkenkaart.web.Element.el;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The frame of every picture: what it shows, in one line that also stands for it where it cannot be
 * seen; the legend; the picture; the mark of a made-up country; the figures as a table.
 */
final class Picture {
  private static final int DECIMALS = 3;

  private Picture() {}

  /**
   * A picture in its frame.
   *
   * @param title the figure's title
   * @param alternative what can be seen in it, as a sentence
   */
  static Element of(
      Context context,
      String title,
      String alternative,
      List<Element> legend,
      Element drawing,
      Element table) {
    Element figure = el("figure", "picture");
    figure.add(el("figcaption").add(el("strong", "figure-title", title)));
    if (context.synthetic()) {
      figure.add(el("p", "synthetic", context.text("synthetic.mark")));
    }
    if (!legend.isEmpty()) {
      figure.add(el("ul", "legend").with("aria-hidden", "true").add(legend));
    }
    figure.add(drawing.with("role", "img").with("aria-label", alternative));
    figure.add(
        el("details", "figures")
            .add(el("summary").add(context.text("figuresAsTable")))
            .add(
                el("div", "scroll")
                    .with("tabindex", "0")
                    .with("role", "region")
                    .with("aria-label", context.text("tableOf", "title", title))
                    .add(table)));
    return figure;
  }

  /** An entry of a legend. */
  static Element key(String classes, String label) {
    return el("li")
        .add(
            el("svg", "key")
                .with("width", "14")
                .with("height", "14")
                .add(rectangle(classes, "0", "100%", 0, 14)))
        .add(el("span").add(label));
  }

  /** The entries of groups that a picture shows. */
  static List<Element> keys(Context context, List<Group> groups) {
    return groups.stream().map(g -> key("g-" + g.id(), context.group(g))).toList();
  }

  /** A drawing across the full width, with lengths in per cent, so that it fits any screen. */
  static Element strip(String classes, int height) {
    return el("svg", classes)
        .with("width", "100%")
        .with("height", height)
        .with("aria-hidden", "true")
        .with("focusable", "false");
  }

  static Element rectangle(String classes, String x, String width, int y, int height) {
    return el("rect", classes)
        .with("x", x)
        .with("width", width)
        .with("y", y)
        .with("height", height);
  }

  static Element line(String classes, String x1, String x2, int y1, int y2) {
    return el("line", classes).with("x1", x1).with("x2", x2).with("y1", y1).with("y2", y2);
  }

  /** What appears when one points at a shape. */
  static Element hint(String text) {
    return el("title").add(text);
  }

  /** A share of 0 to 1 as a length. */
  static String length(double share) {
    return BigDecimal.valueOf(share)
            .movePointRight(2)
            .setScale(DECIMALS, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        + '%';
  }

  /** A part of a whole as a length; nothing of nothing. */
  static String length(long part, long whole) {
    return whole == 0 ? "0%" : length((double) part / whole);
  }

  /** The lines at each quarter, with what they mean. */
  static Element axis(Context context) {
    Element axis = strip("axis", 18);
    for (int quarter = 0; quarter <= 4; quarter++) {
      double share = quarter / 4.0;
      String anchor = quarter == 0 ? "start" : quarter == 4 ? "end" : "middle";
      axis.add(line("tick", length(share), length(share), 0, 4));
      axis.add(
          el("text")
              .with("x", length(share))
              .with("y", 15)
              .with("text-anchor", anchor)
              .add(25 * quarter + "%"));
    }
    return el("div", "row axis-row").add(el("div", "row-label"), axis, el("div", "row-value"));
  }
}
