package nl.wolkenkaart.web;

import static nl.wolkenkaart.web.Element.el;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Bars by sector: who runs the mailboxes, who receives first, and how sure the US share is. */
final class SectorSection implements Section {
  @Override
  public String name() {
    return "sectors";
  }

  @Override
  public Optional<Element> of(Context context) {
    Element section = opened(context);
    if (Slice.areRegions(context)) {
      String sector = context.words().sector(context.figures().sectors().get(0));
      section.add(el("p").add(context.text("sectors.one", "sector", sector)));
    }
    section.add(bars(context, "sectors.backend", Part::last, UsShare::last));
    section.add(bars(context, "sectors.receiver", Part::first, UsShare::first));
    section.add(RangePlot.ofSlices(context));
    int all = Slice.all(context).size();
    if (all > Slice.shown(context).size()) {
      section.add(el("p", "note", context.text("sectors.more", "n", context.words().count(all))));
    }
    return Optional.of(section);
  }

  private static Element bars(
      Context context,
      String key,
      Function<Part, Map<Group, Long>> counts,
      Function<Part, UsShare> us) {
    Words words = context.words();
    StackedBars bars = new StackedBars(context);
    Set<Group> present = EnumSet.noneOf(Group.class);
    List<String> seen = new ArrayList<>();
    for (Slice slice : Slice.shown(context)) {
      Map<Group, Long> groups = counts.apply(slice.part());
      present.addAll(groups.keySet());
      UsShare share = us.apply(slice.part());
      bars.bar(
          slice.label(),
          words.count(slice.part().withMail()),
          pieces(context, groups),
          range(context, share));
      seen.add(slice.label() + " " + words.percent(share.share()));
    }
    List<String> columns = new ArrayList<>();
    columns.add(context.text("column.part"));
    columns.add(context.text("column.denominator"));
    present.forEach(group -> columns.add(context.group(group)));
    columns.add(context.text("column.usShare"));
    columns.add(context.text("column.range"));
    DataTable table = new DataTable(context.text(key + ".title"), columns);
    for (Slice slice : Slice.all(context)) {
      Map<Group, Long> groups = counts.apply(slice.part());
      List<String> cells = new ArrayList<>(List.of(slice.label()));
      cells.add(words.count(slice.part().withMail()));
      present.forEach(group -> cells.add(words.count(groups.getOrDefault(group, 0L))));
      UsShare share = us.apply(slice.part());
      cells.add(words.percent(share.share()));
      cells.add(words.range(share.low(), share.high()));
      table.row(cells);
    }
    List<Element> keys = new ArrayList<>(Picture.keys(context, List.copyOf(present)));
    keys.add(RangePlot.lineKey(context));
    return Picture.of(
        context,
        context.text(key + ".title"),
        context.text(key + ".alternative", "seen", String.join(", ", seen)),
        keys,
        bars.drawing(),
        table.element());
  }

  /** A share with its range, to be drawn. */
  static StackedBars.Range range(Context context, UsShare us) {
    return new StackedBars.Range(context.text("usShare"), us.low(), us.share(), us.high());
  }

  /** The pieces of a bar, in the order of the groups. */
  static List<StackedBars.Piece> pieces(Context context, Map<Group, Long> groups) {
    List<StackedBars.Piece> pieces = new ArrayList<>();
    groups.forEach(
        (group, n) ->
            pieces.add(new StackedBars.Piece("g-" + group.id(), context.group(group), n)));
    return pieces;
  }
}
