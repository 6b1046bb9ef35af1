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

  @Override
  public String name() {
    return "regions";
  }

  @Override
  public Optional<Element> of(Context context) {
    Map<String, Part> regions = context.tally().regions();
    if (regions.size() < 2 || regions.size() > MOST) {
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
    regions.forEach(
        (region, part) -> {
          long whole = part.withMail();
          String share = whole == 0 ? "–" : words.percent(share(part.underUsLaw(), whole));
          tiles.add(tile(region, part, share, provinces ? ' ' + PROVINCES.get(region) : ""));
          table.row(
              List.of(
                  region,
                  words.count(part.underUsLaw()),
                  words.count(whole),
                  share,
                  whole == 0
                      ? "–"
                      : words.percent(
                          share(part.underUsLaw(OrganisationRow.UsLaw.PLAIN), whole)),
                  whole == 0
                      ? "–"
                      : words.percent(
                          share(part.underUsLaw(OrganisationRow.UsLaw.POSSIBLE), whole))));
          seen.add(region + " " + share);
        });
    List<Element> keys = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      keys.add(
          Picture.key(
              "t-" + step,
              context.text(
                  "regions.key", "low", 100 * step / STEPS, "high", 100 * (step + 1) / STEPS)));
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

  private static double share(long part, long whole) {
    return (double) part / whole;
  }

  private static Element tile(String region, Part part, String share, String place) {
    long step =
        part.withMail() == 0
            ? 0
            : Math.min(STEPS - 1L, part.underUsLaw() * STEPS / part.withMail());
    return el("div", "tile t-" + step + place)
        .add(el("span", "tile-name").add(el("bdi").add(region)))
        .add(el("span", "tile-share", share));
  }
}
