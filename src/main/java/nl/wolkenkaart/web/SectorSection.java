package nl.wolkenkaart.web;

import static nl.wolkenkaart.web.Element.el;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.wolkenkaart.statistics.Statistic;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Bars by sector: who runs the mailboxes, who receives first, and how sure the US share is. */
final class SectorSection implements Section {
  @Override
  public String name() {
    return "sectors";
  }

  @Override
  public Optional<Element> of(Context context) {
    Element section = opened(context);
    section.add(bars(context, "sectors.backend", "backend_jurisdiction", Part::last));
    section.add(bars(context, "sectors.receiver", "receiver_jurisdiction", Part::first));
    section.add(RangePlot.ofSectors(context));
    int all = context.figures().sectors().size();
    int shown = context.sectorsShown().size();
    if (all > shown) {
      section.add(el("p", "note", context.text("sectors.more", "n", context.words().count(all))));
    }
    return Optional.of(section);
  }

  private static Element bars(
      Context context, String key, String measure, Function<Part, Map<Group, Long>> counts) {
    Words words = context.words();
    StackedBars bars = new StackedBars(context);
    Set<Group> present = EnumSet.noneOf(Group.class);
    for (String sector : context.sectorsShown()) {
      Part part = context.part(sector);
      Map<Group, Long> groups = counts.apply(part);
      present.addAll(groups.keySet());
      bars.bar(
          words.sector(sector),
          words.count(part.withMail()),
          pieces(context, groups),
          range(context, sector, measure));
    }
    List<String> columns = new ArrayList<>(List.of(context.text("column.sector")));
    columns.add(context.text("column.denominator"));
    present.forEach(group -> columns.add(context.group(group)));
    columns.add(context.text("column.usShare"));
    columns.add(context.text("column.range"));
    DataTable table = new DataTable(context.text(key + ".title"), columns);
    for (String sector : context.sectorsAll()) {
      Map<Group, Long> groups = counts.apply(context.part(sector));
      List<String> cells = new ArrayList<>(List.of(words.sector(sector)));
      cells.add(words.count(context.part(sector).withMail()));
      present.forEach(group -> cells.add(words.count(groups.getOrDefault(group, 0L))));
      Optional<Statistic> us = us(context, sector, measure);
      cells.add(us.map(row -> words.percent(row.getShare())).orElse(words.percent(0)));
      cells.add(us.map(words::range).orElse(""));
      table.row(cells);
    }
    return Picture.of(
        context,
        context.text(key + ".title"),
        alternative(context, key, measure),
        Picture.keys(context, List.copyOf(present)),
        bars.drawing(),
        table.element());
  }

  private static String alternative(Context context, String key, String measure) {
    List<String> seen = new ArrayList<>();
    for (String sector : context.sectorsShown()) {
      us(context, sector, measure)
          .ifPresent(
              row ->
                  seen.add(
                      context.words().sector(sector)
                          + " "
                          + context.words().percent(row.getShare())));
    }
    return context.text(key + ".alternative", "seen", String.join(", ", seen));
  }

  /** The row of the US share, where it is part of the denominator. */
  static Optional<Statistic> us(Context context, String sector, String measure) {
    return context
        .figures()
        .row(sector, measure, Groups.US)
        .filter(row -> row.getShare() != null);
  }

  /** The range of the US share, to be drawn. */
  static StackedBars.@Nullable Range range(Context context, String sector, String measure) {
    return us(context, sector, measure)
        .map(
            row ->
                new StackedBars.Range(
                    context.text("usShare"),
                    row.getShareLow(),
                    row.getShare(),
                    row.getShareHigh()))
        .orElse(null);
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
