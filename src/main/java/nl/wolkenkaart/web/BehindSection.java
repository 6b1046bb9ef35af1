package nl.wolkenkaart.web;

import static nl.wolkenkaart.web.Element.el;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.wolkenkaart.statistics.Utf8Order;

/** The look-through: what the first mail server says, and what stands behind it. */
final class BehindSection implements Section {
  private static final int WIDTH = 1000;
  private static final int BAND_HEIGHT = 110;
  private static final int RECEIVERS_SHOWN = 12;

  @Override
  public String name() {
    return "behind";
  }

  @Override
  public Optional<Element> of(Context context) {
    Tally tally = context.tally();
    long whole = tally.all().withMail();
    if (whole == 0) {
      return Optional.empty();
    }
    Element section = opened(context);
    Set<Group> present = EnumSet.noneOf(Group.class);
    present.addAll(tally.all().first().keySet());
    present.addAll(tally.all().last().keySet());
    Words words = context.words();
    Element drawing = el("div", "flow");
    drawing.add(el("div", "flow-label", context.text("behind.first")));
    drawing.add(edge(context, tally.all().first(), whole));
    drawing.add(bands(context, present, whole));
    drawing.add(edge(context, tally.all().last(), whole));
    drawing.add(el("div", "flow-label", context.text("behind.last")));
    long changed = 0;
    for (Group first : present) {
      for (Group last : present) {
        changed += first == last ? 0 : tally.behind(first, last);
      }
    }
    section.add(
        Picture.of(
            context,
            context.text("behind.picture"),
            context.text(
                "behind.alternative",
                "n",
                words.count(changed),
                "d",
                words.count(whole),
                "share",
                words.percent((double) changed / whole)),
            Picture.keys(context, List.copyOf(present)),
            drawing,
            crossTable(context, present)));
    receivers(context).ifPresent(section::add);
    return Optional.of(section);
  }

  private static Element edge(Context context, Map<Group, Long> groups, long whole) {
    StackedBars bars = new StackedBars(context);
    return bars.strip(SectorSection.pieces(context, groups), whole);
  }

  /** From each group above to each below, as wide as the organisations are many. */
  private static Element bands(Context context, Set<Group> present, long whole) {
    Tally tally = context.tally();
    Element bands =
        Picture.strip("bands", BAND_HEIGHT)
            .with("viewBox", "0 0 " + WIDTH + ' ' + BAND_HEIGHT)
            .with("preserveAspectRatio", "none");
    Map<Group, Long> below = new EnumMap<>(Group.class);
    long before = 0;
    for (Group last : present) {
      below.put(last, before);
      before += tally.all().last().getOrDefault(last, 0L);
    }
    long above = 0;
    for (Group first : present) {
      for (Group last : present) {
        long n = tally.behind(first, last);
        if (n > 0) {
          long end = below.get(last);
          bands.add(
              el("path", "band g-" + last.id() + (first == last ? " same" : ""))
                  .with("d", path(above, above + n, end, end + n, whole))
                  .add(
                      Picture.hint(
                          context.text(
                              "behind.hint",
                              "first",
                              context.group(first),
                              "last",
                              context.group(last),
                              "n",
                              context.words().count(n)))));
          above += n;
          below.merge(last, n, Math::addExact);
        }
      }
    }
    return bands;
  }

  private static String path(long a1, long a2, long b1, long b2, long whole) {
    int middle = BAND_HEIGHT / 2;
    return "M"
        + x(a1, whole)
        + " 0C"
        + x(a1, whole)
        + ' '
        + middle
        + ' '
        + x(b1, whole)
        + ' '
        + middle
        + ' '
        + x(b1, whole)
        + ' '
        + BAND_HEIGHT
        + "H"
        + x(b2, whole)
        + "C"
        + x(b2, whole)
        + ' '
        + middle
        + ' '
        + x(a2, whole)
        + ' '
        + middle
        + ' '
        + x(a2, whole)
        + " 0Z";
  }

  private static String x(long part, long whole) {
    return BigDecimal.valueOf((double) part * WIDTH / whole)
        .setScale(2, RoundingMode.HALF_UP)
        .toPlainString();
  }

  private static Element crossTable(Context context, Set<Group> present) {
    List<String> columns = new ArrayList<>(List.of(context.text("behind.corner")));
    present.forEach(group -> columns.add(context.group(group)));
    DataTable table = new DataTable(context.text("behind.picture"), columns);
    for (Group first : present) {
      List<String> cells = new ArrayList<>(List.of(context.group(first)));
      present.forEach(
          last -> cells.add(context.words().count(context.tally().behind(first, last))));
      table.row(cells);
    }
    return table.element();
  }

  /** Those in front of whom somebody else stands most often. */
  private static Optional<Element> receivers(Context context) {
    List<Map.Entry<String, Map<Group, Long>>> largest =
        context.tally().behindReceiver().entrySet().stream()
            .sorted(
                Comparator.comparingLong(
                        (Map.Entry<String, Map<Group, Long>> entry) -> -sum(entry.getValue()))
                    .thenComparing(Map.Entry::getKey, Utf8Order.UTF8_ORDER))
            .limit(RECEIVERS_SHOWN)
            .toList();
    if (largest.isEmpty()) {
      return Optional.empty();
    }
    Words words = context.words();
    StackedBars bars = new StackedBars(context);
    Set<Group> present = EnumSet.noneOf(Group.class);
    largest.forEach(entry -> present.addAll(entry.getValue().keySet()));
    List<String> columns = new ArrayList<>(List.of(context.text("column.receiver")));
    columns.add(context.text("column.organisations"));
    present.forEach(group -> columns.add(context.group(group)));
    DataTable table = new DataTable(context.text("behind.receivers"), columns);
    List<String> seen = new ArrayList<>();
    for (var entry : largest) {
      String name = words.operator(entry.getKey());
      long n = sum(entry.getValue());
      bars.bar(name, words.count(n), SectorSection.pieces(context, entry.getValue()), null);
      seen.add(name + " " + words.count(n));
      List<String> cells = new ArrayList<>(List.of(name, words.count(n)));
      present.forEach(g -> cells.add(words.count(entry.getValue().getOrDefault(g, 0L))));
      table.row(cells);
    }
    return Optional.of(
        Picture.of(
            context,
            context.text("behind.receivers"),
            context.text("behind.receiversAlternative", "seen", String.join(", ", seen)),
            Picture.keys(context, List.copyOf(present)),
            bars.drawing(),
            table.element()));
  }

  private static long sum(Map<Group, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
