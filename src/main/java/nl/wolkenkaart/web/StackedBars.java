package nl.wolkenkaart.web;

import static nl.wolkenkaart.web.Element.el;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Bars that are each a whole, cut into what it consists of. */
final class StackedBars {
  private static final int BAR_TOP = 12;
  private static final int BAR_HEIGHT = 24;
  private static final int HEIGHT = BAR_TOP + BAR_HEIGHT;

  /** Smallest share whose number fits into its piece on a phone. */
  private static final double ROOM = 0.13;

  private final Context context;
  private final Element drawing = el("div", "bars");

  StackedBars(Context context) {
    this.context = context;
  }

  /**
   * A piece of a bar.
   *
   * @param classes its look
   * @param label what it is
   */
  record Piece(String classes, String label, long number) {}

  /**
   * A share with its range, as the statistics give it.
   *
   * @param label what it is the share of
   */
  record Range(String label, double low, double share, double high) {}

  /**
   * Adds a bar.
   *
   * @param value text at its right
   * @param range drawn above it; null for none
   */
  @CanIgnoreReturnValue
  StackedBars bar(String label, String value, List<Piece> pieces, @Nullable Range range) {
    long whole = pieces.stream().mapToLong(Piece::number).sum();
    Element strip = Picture.strip("bar", HEIGHT);
    long before = 0;
    for (Piece piece : pieces) {
      if (piece.number() > 0) {
        piece(strip, piece, before, whole, BAR_TOP);
        before += piece.number();
      }
    }
    if (range != null && whole > 0) {
      range(strip, range, 5);
    }
    drawing.add(
        el("div", "row")
            .add(el("div", "row-label").add(el("bdi").add(label)), strip)
            .add(el("div", "row-value", value)));
    return this;
  }

  /** A bar alone, without label, value and range. */
  Element strip(List<Piece> pieces, long whole) {
    Element strip = Picture.strip("edge", BAR_HEIGHT);
    long before = 0;
    for (Piece piece : pieces) {
      if (piece.number() > 0) {
        piece(strip, piece, before, whole, 0);
        before += piece.number();
      }
    }
    return strip;
  }

  private void piece(Element strip, Piece piece, long before, long whole, int top) {
    double share = (double) piece.number() / whole;
    Words words = context.words();
    String hint =
        context.text(
            "pieceHint",
            "label",
            piece.label(),
            "n",
            words.count(piece.number()),
            "d",
            words.count(whole),
            "share",
            words.percent(share));
    String x = Picture.length(before, whole);
    strip.add(
        Picture.rectangle(
                "piece " + piece.classes(),
                x,
                Picture.length(piece.number(), whole),
                top,
                BAR_HEIGHT)
            .add(Picture.hint(hint)));
    if (share >= ROOM && !piece.classes().equals("rest")) {
      strip.add(
          el("text", "on " + piece.classes())
              .with("x", Picture.length((before + piece.number() / 2.0) / whole))
              .with("y", top + 17)
              .with("text-anchor", "middle")
              .add(words.percent(share)));
    }
  }

  /** Draws a share with its range: a line from low to high, and a dot. */
  void range(Element strip, Range range, int y) {
    Words words = context.words();
    String low = Picture.length(range.low());
    String high = Picture.length(range.high());
    String hint =
        context.text(
            "rangeHint",
            "label",
            range.label(),
            "share",
            words.percent(range.share()),
            "low",
            words.percent(range.low()),
            "high",
            words.percent(range.high()));
    strip.add(
        Picture.line("whisker", low, high, y, y),
        Picture.line("whisker", low, low, y - 4, y + 4),
        Picture.line("whisker", high, high, y - 4, y + 4));
    strip.add(
        el("circle", "whisker-dot")
            .with("cx", Picture.length(range.share()))
            .with("cy", y)
            .with("r", 4)
            .add(Picture.hint(hint)));
  }

  /** All bars, with the axis below them. */
  Element drawing() {
    return drawing.add(Picture.axis(context));
  }
}
