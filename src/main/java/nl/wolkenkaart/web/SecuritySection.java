package nl.wolkenkaart.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.wolkenkaart.provider.Posture;

/** How the mail is secured, as facts from DNS. */
final class SecuritySection implements Section {
  /** What was not asked or not answered; never taken for an absence. */
  private static final String NOT_ANSWERED = "notAnswered";

  /**
   * A fact and its values.
   *
   * @param values from the strongest to the weakest, each a key; that order gives their looks
   */
  private record Fact(String key, List<String> values, Function<Posture, String> value) {}

  private static final List<Fact> FACTS =
      List.of(
          new Fact(
              "dmarc",
              List.of("reject", "quarantine", "none", "invalid", "missing"),
              Posture::getDmarc),
          new Fact(
              "spf",
              List.of("ok", "opaque", "permerror", "missing"),
              posture -> "none".equals(posture.getSpf()) ? "missing" : posture.getSpf()),
          yesOrNo("dnssec", Posture::getDnssec),
          yesOrNo("dane", Posture::getDane),
          yesOrNo("mtaSts", Posture::getMtaSts),
          yesOrNo("tlsRpt", Posture::getTlsRpt));

  private static Fact yesOrNo(String key, Function<Posture, Boolean> value) {
    return new Fact(
        key,
        List.of("yes", "no"),
        posture -> {
          Boolean is = value.apply(posture);
          return is == null ? null : is ? "yes" : "no";
        });
  }

  @Override
  public String name() {
    return "security";
  }

  @Override
  public Optional<Element> of(Context context) {
    List<Posture> postures =
        context.rows().stream()
            .filter(row -> row.hasShare() && row.posture() != null)
            .map(OrganisationRow::posture)
            .toList();
    if (postures.isEmpty()) {
      return Optional.empty();
    }
    Words words = context.words();
    StackedBars bars = new StackedBars(context);
    DataTable table =
        new DataTable(
            context.text("security.picture"),
            List.of(
                context.text("column.fact"),
                context.text("column.value"),
                context.text("column.organisations"),
                context.text("column.share")));
    List<String> seen = new ArrayList<>();
    for (Fact fact : FACTS) {
      String name = context.text("security.fact." + fact.key());
      Map<String, Long> counts = count(fact, postures);
      List<StackedBars.Piece> pieces = new ArrayList<>();
      counts.forEach(
          (value, n) -> {
            String label = context.text("security.value." + value);
            pieces.add(new StackedBars.Piece(look(fact, value), label, n));
            String share = words.percent((double) n / postures.size());
            table.row(List.of(name, label, words.count(n), share));
          });
      bars.bar(name, words.count(postures.size()), pieces, null);
      long best = counts.getOrDefault(fact.values().get(0), 0L);
      seen.add(
          name
              + ": "
              + context.text("security.value." + fact.values().get(0))
              + " "
              + words.percent((double) best / postures.size()));
    }
    List<Element> keys = new ArrayList<>();
    for (int i = 0; i < FACTS.get(0).values().size(); i++) {
      String value = FACTS.get(0).values().get(i);
      keys.add(Picture.key(look(FACTS.get(0), value), context.text("security.key." + value)));
    }
    keys.add(Picture.key("g-unknown", context.text("security.value." + NOT_ANSWERED)));
    Element section = opened(context);
    section.add(
        Picture.of(
            context,
            context.text("security.picture"),
            context.text("security.alternative", "seen", String.join("; ", seen)),
            keys,
            bars.drawing(),
            table.element()));
    return Optional.of(section);
  }

  private static Map<String, Long> count(Fact fact, List<Posture> postures) {
    Map<String, Long> counts = new LinkedHashMap<>();
    fact.values().forEach(value -> counts.put(value, 0L));
    counts.put(NOT_ANSWERED, 0L);
    for (Posture posture : postures) {
      String value = fact.value().apply(posture);
      counts.merge(value == null ? NOT_ANSWERED : value, 1L, Math::addExact);
    }
    counts.values().removeIf(n -> n == 0);
    return counts;
  }

  /** Darkest for the strongest; what is absent is pale, whatever the fact. */
  private static String look(Fact fact, String value) {
    int place = fact.values().indexOf(value);
    if (place < 0) {
      return "g-unknown";
    }
    return place == fact.values().size() - 1 ? "p-absent" : "p-" + place;
  }
}
