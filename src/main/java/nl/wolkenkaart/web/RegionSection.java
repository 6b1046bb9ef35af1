package nl.wolkenkaart.web;

import static nl.wolkenkaart.web.Element.el;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The US share by region: a grid of tiles, of which the Dutch provinces stand about where they lie.
 * Any other regions stand in the order of their names.
 */
final class RegionSection implements Section {
  /** More regions than this are no map but a list. */
  private static final int MOST = 48;

  private static final int STEPS = 5;
  private static final int LEAST_SPAN = 20;
  private static final String NOTHING = "–";

  /** Column and row of the tiles; our own arrangement. */
  private static final ImmutableMap<String, String> PROVINCES =
      ImmutableMap.<String, String>builder()
          .put("Friesland", "c3 r1")
          .put("Fryslân", "c3 r1")
          .put("Groningen", "c4 r1")
          .put("Noord-Holland", "c2 r2")
          .put("Flevoland", "c3 r2")
          .put("Drenthe", "c4 r2")
          .put("Zuid-Holland", "c1 r3")
          .put("Utrecht", "c2 r3")
          .put("Gelderland", "c3 r3")
          .put("Overijssel", "c4 r3")
          .put("Zeeland", "c1 r4")
          .put("Noord-Brabant", "c2 r4")
          .put("Limburg", "c3 r4")
          .buildOrThrow();

  /** Whether there are regions to compare, and few enough to be seen at once. */
  static boolean isComparable(Map<String, Part> regions) {
    return regions.size() >= 2 && regions.size() <= MOST;
  }

  @Override
  public String name() {
    return "regions";
  }

  @Override
  public Optional<Element> of(Context context) {
    Map<String, Part> regions = context.tally().regions();
    if (!isComparable(regions)) {
      return Optional.empty();
    }
    boolean provinces = PROVINCES.keySet().containsAll(regions.keySet());
    Words words = context.words();
    Element tiles = el("div", provinces ? "tiles provinces" : "tiles");
    DataTable table =
        new DataTable(
            context.text("regions.picture"),
            List.of(
                context.text("column.region"),
                context.text("column.usOrganisations"),
                context.text("column.denominator"),
                context.text("column.usShare"),
                context.text("column.low"),
                context.text("column.high")));
    List<String> seen = new ArrayList<>();
    Scale scale = Scale.of(regions.values());
    regions.forEach(
        (region, part) -> {
          UsShare us = UsShare.last(part);
          boolean some = us.denominator() > 0;
          String share = some ? words.percent(us.share()) : NOTHING;
          String parts =
              context.text(
                  "regions.parts",
                  "n",
                  words.count(us.organisations()),
                  "d",
                  words.count(us.denominator()));
          tiles.add(
              el("div", "tile t-" + scale.step(us) + (provinces ? ' ' + PROVINCES.get(region) : ""))
                  .add(el("span", "tile-name").add(el("bdi").add(region)))
                  .add(el("span", "tile-share", share))
                  .add(el("span", "tile-parts", parts)));
          table.row(
              List.of(
                  region,
                  words.count(us.organisations()),
                  words.count(us.denominator()),
                  share,
                  some ? words.percent(us.low()) : NOTHING,
                  some ? words.percent(us.high()) : NOTHING));
          seen.add(region + " " + share);
        });
    List<Element> keys = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      keys.add(
          Picture.key(
              "t-" + step,
              context.text("regions.key", "low", scale.low(step), "high", scale.low(step + 1))));
    }
    Element section = opened(context);
    section.add(
        Picture.of(
            context,
            context.text("regions.picture"),
            context.text("regions.alternative", "seen", String.join(", ", seen)),
            keys,
            tiles,
            table.element()));
    return Optional.of(section);
  }

  /**
   * Five equal steps, of at least four points, between the tens below the lowest and above the
   * highest share.
   *
   * @param from per cent
   * @param to per cent
   */
  private record Scale(int from, int to) {
    static Scale of(Iterable<Part> parts) {
      int from = 100;
      int to = 0;
      for (Part part : parts) {
        if (part.withMail() > 0) {
          double tens = UsShare.last(part).share() * 10;
          from = Math.min(from, 10 * (int) Math.floor(tens));
          to = Math.max(to, 10 * (int) Math.ceil(tens));
        }
      }
      // Steps of less than four points would make much of little.
      int least = Math.max(0, Math.min(from, to - LEAST_SPAN));
      return new Scale(least, Math.max(to, least + LEAST_SPAN));
    }

    /** Where a step begins, per cent. */
    int low(int step) {
      return from + (to - from) * step / STEPS;
    }

    int step(UsShare us) {
      int step = 0;
      while (step < STEPS - 1 && us.share() * 100 >= low(step + 1)) {
        step++;
      }
      return step;
    }
  }
}
