package nl.wolkenkaart.web;

import com.google.common.collect.Multiset;
import java.util.List;
import nl.wolkenkaart.statistics.Counts;

/**
 * All that the sections are made of, and the language they are made in.
 *
 * @param rows the organisations, in the order of the table
 * @param sharing Microsoft's tenants, with how many organisations each has
 * @param synthetic whether the country is made up, which each picture then says
 */
record Context(
    Words words,
    Groups groups,
    Figures figures,
    Tally tally,
    List<OrganisationRow> rows,
    Multiset<String> sharing,
    RunDescription run,
    ReportOptions options,
    boolean synthetic) {

  /** Most sectors that a picture shows; all are in its table. */
  private static final int SECTORS_SHOWN = 24;

  String text(String key, Object... filling) {
    return words.text(key, filling);
  }

  /** A place in the page: the two languages stand in one document, so it names its language. */
  String id(String name) {
    return words.language().code() + '-' + name;
  }

  String group(Group group) {
    return words.group(group, groups.home());
  }

  /** The total and the sectors of a picture; the total alone where there is but one sector. */
  List<String> sectorsShown() {
    List<String> sectors = figures.sectors();
    if (sectors.size() == 1) {
      return sectors;
    }
    List<String> shown = new java.util.ArrayList<>(List.of(Counts.ALL));
    shown.addAll(sectors.subList(0, Math.min(SECTORS_SHOWN, sectors.size())));
    return shown;
  }

  /** The total and all sectors. */
  List<String> sectorsAll() {
    List<String> all = new java.util.ArrayList<>(List.of(Counts.ALL));
    all.addAll(figures.sectors());
    return all;
  }

  /** What was counted of a sector or of all. */
  Part part(String sector) {
    return sector.equals(Counts.ALL) ? tally.all() : tally.sector(sector);
  }
}
