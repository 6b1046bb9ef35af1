package nl.wolkenkaart.web;

import com.google.common.collect.Multiset;
import java.util.ArrayList;
import java.util.List;
import nl.wolkenkaart.provider.MailStatus;
import nl.wolkenkaart.statistics.CodeLists;
import nl.wolkenkaart.statistics.Concentration;
import nl.wolkenkaart.statistics.Counts;
import nl.wolkenkaart.statistics.NotMeasured;
import nl.wolkenkaart.statistics.ServerLaw;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * All that the sections are made of, and the language they are made in.
 *
 * @param rows the organisations, in the order of the table
 * @param sharing Microsoft's tenants, with how many organisations each has
 * @param concentration empty where the tables lack it
 * @param notMeasured empty where the tables lack it
 * @param serverLaw place against law by sector; empty where the tables lack it
 * @param scenarios what was supposed, and what would follow; empty where nothing was
 * @param comparison with the run before; null where there is none
 * @param synthetic whether the country is made up, which each picture then says
 */
record Context(
    Words words,
    Groups groups,
    Figures figures,
    Tally tally,
    List<OrganisationRow> rows,
    Multiset<String> sharing,
    List<Concentration> concentration,
    List<NotMeasured> notMeasured,
    List<ServerLaw> serverLaw,
    List<ScenarioResult> scenarios,
    @Nullable ComparisonTables comparison,
    RunDescription run,
    ReportOptions options,
    boolean synthetic) {

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

  /** A jurisdiction as a cell of a table shows it. */
  String law(String jurisdiction) {
    return switch (jurisdiction) {
      case CodeLists.SELF -> group(Group.SELF);
      case MailStatus.CONFLICT -> text("places.law.conflict");
      case CodeLists.UNKNOWN -> text("places.law.unknown");
      default -> words.language().country(jurisdiction);
    };
  }

  /** The total and all sectors. */
  List<String> sectorsAll() {
    List<String> all = new ArrayList<>(List.of(Counts.ALL));
    all.addAll(figures.sectors());
    return all;
  }
}
