package nl.wolkenkaart.web;

import static nl.wolkenkaart.web.Element.el;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wolkenkaart.provider.Catalogue;
import nl.wolkenkaart.web.ScenarioDescription.Change;

/** What would follow from each scenario of the run: a supposition and no prediction. */
final class WhatIfSection implements Section {
  /** Rows of figures that the page has of all scenarios together; the tables have all. */
  private static final int ROWS = 240;

  private static final int FEWEST_ROWS = 8;

  /** What a move can tell of those who move. */
  private static final List<String> FIELDS =
      List.of("sector", "region", "tenant", "backend", "receiver");

  @Override
  public String name() {
    return "whatIf";
  }

  @Override
  public Optional<Element> of(Context context) {
    List<ScenarioResult> scenarios = context.scenarios();
    if (scenarios.isEmpty()) {
      return Optional.empty();
    }
    Element section = opened(context);
    section.add(el("p").add(context.text("whatIf.supposition")));
    int rows = Math.max(FEWEST_ROWS, ROWS / scenarios.size() / 2);
    for (int i = 0; i < scenarios.size(); i++) {
      section.add(scenario(context, scenarios.get(i), i, rows));
    }
    return Optional.of(section);
  }

  private Element scenario(Context context, ScenarioResult scenario, int place, int rows) {
    ScenarioDescription description = scenario.description();
    String id = context.id(name() + '-' + place);
    Element block =
        el("section", "scenario")
            .with("aria-labelledby", id)
            .add(
                el("h3")
                    .with("id", id)
                    .add(el("bdi").add(description.name(context.words().language()))));
    if (!description.changes().isEmpty()) {
      Element changes = el("ul");
      description
          .changes()
          .forEach(change -> changes.add(el("li").add(el("bdi").add(sentence(context, change)))));
      String key = description.changes().size() > 1 ? "whatIf.supposesAll" : "whatIf.supposes";
      block.add(el("p").add(context.text(key)), changes);
    }
    sources(context, description).ifPresent(block::add);
    if (scenario.differences().isEmpty() && scenario.affected().all().isEmpty()) {
      return block.add(el("p", "note", context.text("whatIf.nothing")));
    }
    ScenarioLaws.of(context, scenario, rows).ifPresent(block::add);
    ScenarioOperators.of(context, scenario, rows).ifPresent(block::add);
    return block.add(AffectedPart.of(context, scenario, place));
  }

  private static Optional<Element> sources(Context context, ScenarioDescription description) {
    if (description.sources().isEmpty()) {
      return Optional.empty();
    }
    Element list = el("p", "sources").add(context.text("whatIf.sources") + ' ');
    String between = "";
    for (ScenarioDescription.Source source : description.sources()) {
      Element address =
          source.isLink()
              ? el("a").with("href", source.address()).with("rel", "noreferrer")
              : el("bdi");
      list.add(between).add(address.add(source.address())).add(" (" + source.date() + ")");
      between = "; ";
    }
    return Optional.of(list.add("."));
  }

  private static String sentence(Context context, Change change) {
    Map<String, String> told = change.told();
    Words words = context.words();
    return switch (change.kind()) {
      case "owner" ->
          context.text(
              "whatIf.owner",
              "company",
              company(context, told.getOrDefault("company", "")),
              "parent",
              company(context, told.getOrDefault("parent", "")));
      case "leaves" ->
          context.text(
              "whatIf.leaves", "provider", words.operator(told.getOrDefault("provider", "")));
      default ->
          context.text(
              "whatIf.moves",
              "whose",
              whose(context, change),
              "to",
              words.operator(told.getOrDefault("to", "")));
    };
  }

  private static String company(Context context, String id) {
    Catalogue catalogue = context.options().catalogue();
    return catalogue.company(id).map(company -> company.name()).orElse(id);
  }

  /** For whom all of it holds. */
  private static String whose(Context context, Change change) {
    Words words = context.words();
    List<String> parts = new ArrayList<>();
    for (String field : FIELDS) {
      String value = change.told().get(field);
      if (value != null) {
        String shown =
            switch (field) {
              case "sector" -> words.sector(value);
              case "backend", "receiver" -> words.operator(value);
              default -> value;
            };
        parts.add(context.text("whatIf.whose." + field, "who", shown));
      }
    }
    if (change.named() > 0) {
      parts.add(context.text("whatIf.whose.named", "n", words.count(change.named())));
    }
    return String.join(context.text("whatIf.whose.and"), parts);
  }
}
