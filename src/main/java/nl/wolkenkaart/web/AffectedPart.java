package nl.wolkenkaart.web;

import static nl.wolkenkaart.web.Element.el;

import com.google.common.net.UrlEscapers;
import java.util.ArrayList;
import java.util.List;
import nl.wolkenkaart.statistics.CodeLists;
import nl.wolkenkaart.web.AffectedList.Change;
import nl.wolkenkaart.web.AffectedList.Touched;

/**
 * Who is affected by a scenario, each with a link to its own section: the first few in the page,
 * all of them from the scenario's file beside it, which {@code affected.js} reads.
 */
final class AffectedPart {
  /** Organisations in the page itself; the script shows the rest. */
  private static final int SHOWN = 10;

  /** As in the script: as many more at each click. */
  private static final int STEP = 100;

  private static final String NOBODY = "none";

  private AffectedPart() {}

  static Element of(Context context, ScenarioResult scenario, int place) {
    Words words = context.words();
    List<Touched> all = scenario.affected().all();
    Element part =
        el("div", "affected")
            .add(el("h4").add(context.text("whatIf.affected", "n", words.count(all.size()))));
    if (all.isEmpty()) {
      return part;
    }
    List<String> roles = new ArrayList<>();
    scenario
        .affected()
        .byRole()
        .forEach(
            (role, n) ->
                roles.add(context.text("affectedRole." + role) + " (" + words.count(n) + ')'));
    part.add(el("p").add(context.text("whatIf.byRole", "roles", String.join(", ", roles))));
    Element list = el("ol", "affected-list");
    for (Touched touched : all.subList(0, Math.min(SHOWN, all.size()))) {
      list.add(item(context, scenario, touched));
    }
    part.add(list);
    if (all.size() > SHOWN) {
      part.add(
          el("button", "more affected-more")
              .with("type", "button")
              .with("hidden", "hidden")
              .with("data-shard", ScenarioShards.number(context.rows().size(), place))
              .add(context.text("more", "n", words.count(Math.min(STEP, all.size() - SHOWN)))));
      part.add(el("p", "note").add(context.text("whatIf.whole")));
    }
    return part;
  }

  private static Element item(Context context, ScenarioResult scenario, Touched touched) {
    List<Change> changes = scenario.affected().changes();
    List<String> texts = new ArrayList<>();
    touched.changes().forEach(i -> texts.add(text(context, changes.get(i))));
    return el("li")
        .add(
            el("a")
                .with("href", "#org=" + encoded(touched.id()))
                .add(el("bdi").add(touched.name())))
        .add(
            el("span", "affected-where")
                .add(el("bdi").add(context.words().sector(touched.sector()))))
        .add(el("span", "affected-change").add(el("bdi").add(String.join("; ", texts))));
  }

  /** What the script's {@code decodeURIComponent} reads as the identifier again. */
  private static String encoded(String id) {
    return UrlEscapers.urlPathSegmentEscaper().escape(id);
  }

  private static String text(Context context, Change change) {
    return context.text(
        "affectedChange",
        "role",
        context.text("affectedRole." + change.role()),
        "before",
        who(context, change.operatorBefore(), change.lawBefore()),
        "after",
        who(context, change.operatorAfter(), change.lawAfter()));
  }

  private static String who(Context context, String operator, String law) {
    String name = context.words().operator(operator);
    return switch (law) {
      case CodeLists.SELF, CodeLists.UNKNOWN, NOBODY -> name;
      default ->
          context.text(
              "affectedWho", "name", name, "country", context.words().language().country(law));
    };
  }
}
