package nl.wolkenkaart.web;

import static nl.wolkenkaart.web.Element.el;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Shares as dots, their ranges as lines, on one axis of 0 to 100 per cent. */
final class RangePlot {
  private static final int HEIGHT = 22;
  private static final int MIDDLE = HEIGHT / 2;

  private final Context context;
  private final Element drawing = el("div", "bars ranges");
  private final StackedBars ranges;

  RangePlot(Context context) {
    this.context = context;
    this.ranges = new StackedBars(context);
  }

  /**
   * Adds a share.
   *
   * @param other a share to compare it with, drawn as a ring; null for none
   */
  @CanIgnoreReturnValue
  RangePlot row(String label, StackedBars.Range range, @Nullable Double other) {
    Element strip = Picture.strip("range", HEIGHT);
    for (int quarter = 0; quarter <= 4; quarter++) {
      String x = Picture.length(quarter / 4.0);
      strip.add(Picture.line("grid", x, x, 0, HEIGHT));
    }
    ranges.range(strip, range, MIDDLE);
    if (other != null) {
      strip.add(
          el("circle", "ring")
              .with("cx", Picture.length(other))
              .with("cy", MIDDLE)
              .with("r", 6)
              .add(
                  Picture.hint(context.text("ringHint", "share", context.words().percent(other)))));
    }
    drawing.add(
        el("div", "row")
            .add(el("div", "row-label").add(el("bdi").add(label)), strip)
            .add(el("div", "row-value", context.words().percent(range.share()))));
    return this;
  }

  Element drawing() {
    return drawing.add(Picture.axis(context));
  }

  /** The US share by sector, with what the first mail server alone says. */
  static Element ofSlices(Context context) {
    Words words = context.words();
    RangePlot plot = new RangePlot(context);
    List<String> seen = new ArrayList<>();
    for (Slice slice : Slice.shown(context)) {
      UsShare us = UsShare.last(slice.part());
      plot.row(
          slice.label(), SectorSection.range(context, us), UsShare.first(slice.part()).share());
      seen.add(slice.label() + " " + words.percent(us.share()));
    }
    DataTable table =
        new DataTable(
            context.text("sectors.law.title"),
            List.of(
                context.text("column.part"),
                context.text("column.usOrganisations"),
                context.text("column.denominator"),
                context.text("column.usShare"),
                context.text("column.low"),
                context.text("column.high"),
                context.text("column.first")));
    for (Slice slice : Slice.all(context)) {
      UsShare us = UsShare.last(slice.part());
      table.row(
          List.of(
              slice.label(),
              words.count(us.organisations()),
              words.count(us.denominator()),
              words.percent(us.share()),
              words.percent(us.low()),
              words.percent(us.high()),
              words.percent(UsShare.first(slice.part()).share())));
    }
    return Picture.of(
        context,
        context.text("sectors.law.title"),
        context.text("sectors.law.alternative", "seen", String.join(", ", seen)),
        List.of(
            markKey(el("circle", "whisker-dot").with("r", 4), context.text("key.share")),
            markKey(el("circle", "ring").with("r", 6), context.text("key.ring")),
            lineKey(context)),
        plot.drawing(),
        table.element());
  }

  /** An entry of a legend for a mark. */
  static Element markKey(Element mark, String label) {
    return el("li")
        .add(
            el("svg", "key")
                .with("width", "16")
                .with("height", "16")
                .add(mark.with("cx", 8).with("cy", 8)))
        .add(el("span").add(label));
  }

  /** The entry of a legend for the range. */
  static Element lineKey(Context context) {
    return el("li")
        .add(
            el("svg", "key")
                .with("width", "26")
                .with("height", "16")
                .add(
                    Picture.line("whisker", "1", "25", 8, 8),
                    Picture.line("whisker", "1", "1", 4, 12),
                    Picture.line("whisker", "25", "25", 4, 12)))
        .add(el("span").add(context.text("key.range")));
  }
}
