package nl.wolkenkaart.provider;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import nl.wolkenkaart.provider.CatalogueEntry.OfJurisdiction;
import nl.wolkenkaart.provider.CatalogueEntry.OfLaw;
import nl.wolkenkaart.provider.CatalogueEntry.OfRisks;
import nl.wolkenkaart.provider.CatalogueEntry.Placed;
import nl.wolkenkaart.provider.CatalogueEntry.Text;
import nl.wolkenkaart.provider.Jurisdiction.Law;
import nl.wolkenkaart.provider.ServiceRisks.Words;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Reads the laws, the jurisdictions and the register of services, and notes their faults. */
final class LawReader {
  private static final ImmutableSet<String> BLOCS =
      ImmutableSet.of("NL", "EU-EEA", "adequate", "US", "other");
  private static final ImmutableSet<String> LEVELS =
      ImmutableSet.of("high", "medium", "low", "resolved", "disputed", "information");
  private static final ImmutableSet<String> BY = ImmutableSet.of("provider", "organisation");

  private final List<String> faults;

  LawReader(List<String> faults) {
    this.faults = faults;
  }

  /** The jurisdictions by country. */
  Map<String, Jurisdiction> jurisdictions(
      List<Placed<OfJurisdiction>> entries, List<Placed<OfLaw>> laws) {
    Map<String, Law> byId = new HashMap<>();
    laws.forEach(law -> law(law, byId));
    Map<String, Jurisdiction> found = new TreeMap<>();
    for (Placed<OfJurisdiction> placed : entries) {
      OfJurisdiction j = placed.entry();
      String place = placed.file() + ": " + j.country();
      note(place, CatalogueCheck.text("country", j.country()));
      note(place, CatalogueCheck.country("country", j.country()));
      sourced(place, j.source(), j.date());
      if (!BLOCS.contains(String.valueOf(j.bloc()))) {
        note(place, "bloc: must be one of " + BLOCS + ", not " + j.bloc());
      }
      List<Law> reach = new ArrayList<>();
      for (String id : orNone(j.laws())) {
        Law law = byId.get(id);
        if (law == null) {
          note(place, "laws: unknown law " + id);
        } else {
          reach.add(law);
        }
      }
      Jurisdiction jurisdiction =
          new Jurisdiction(
              text(j.country()),
              text(j.bloc()),
              List.copyOf(reach),
              text(j.source()),
              text(j.date()));
      if (found.putIfAbsent(text(j.country()), jurisdiction) != null) {
        note(place, "this jurisdiction is there twice");
      }
    }
    return found;
  }

  private void law(Placed<OfLaw> placed, Map<String, Law> into) {
    OfLaw l = placed.entry();
    String place = placed.file() + ": " + l.id();
    note(place, CatalogueCheck.id(l.id()));
    note(place, CatalogueCheck.text("name", l.name()));
    note(place, CatalogueCheck.date("since", l.since()));
    if (l.until() != null) {
      note(place, CatalogueCheck.date("until", l.until()));
    }
    sourced(place, l.source(), l.date());
    Words reaches = words(place, "reaches", l.reaches());
    Law law =
        new Law(
            text(l.id()),
            text(l.name()),
            text(l.since()),
            text(l.until()),
            reaches.en(),
            reaches.nl(),
            text(l.source()),
            text(l.date()));
    if (into.putIfAbsent(law.id(), law) != null) {
      note(place, "this law is there twice");
    }
  }

  /**
   * The register of services by service.
   *
   * @param services identifiers of the services of the catalogue
   */
  Map<String, ServiceRisks> risks(List<Placed<OfRisks>> entries, Set<String> services) {
    Map<String, ServiceRisks> found = new TreeMap<>();
    for (Placed<OfRisks> placed : entries) {
      OfRisks r = placed.entry();
      String place = placed.file() + ": " + r.service();
      if (!services.contains(text(r.service()))) {
        note(place, "service: services.yaml does not have " + r.service());
      }
      sourced(place, r.source(), r.date());
      ServiceRisks risks =
          new ServiceRisks(
              text(r.service()),
              orNone(r.assessments()).stream().map(a -> assessment(place, a)).toList(),
              orNone(r.risks()).stream().map(risk -> risk(place, risk)).toList(),
              orNone(r.changes()).stream().map(change -> change(place, change)).toList(),
              words(place, "not_visible", r.notVisible()),
              text(r.source()),
              text(r.date()));
      if (found.putIfAbsent(risks.service(), risks) != null) {
        note(place, "this service is there twice");
      }
    }
    return found;
  }

  private ServiceRisks.Assessment assessment(String of, CatalogueEntry.Assessment a) {
    String place = of + ": assessments: " + a.title();
    note(place, CatalogueCheck.text("title", a.title()));
    note(place, CatalogueCheck.text("author", a.author()));
    note(place, CatalogueCheck.text("publisher", a.publisher()));
    sourced(place, a.source(), a.date());
    return new ServiceRisks.Assessment(
        text(a.title()), text(a.author()), text(a.publisher()), text(a.source()), text(a.date()));
  }

  private ServiceRisks.Risk risk(String of, CatalogueEntry.Risk r) {
    String place = of + ": risks: " + r.id();
    note(place, CatalogueCheck.id(r.id()));
    if (!LEVELS.contains(String.valueOf(r.level()))) {
      note(place, "level: must be one of " + LEVELS + ", not " + r.level());
    }
    if (orNone(r.by()).isEmpty() || !BY.containsAll(orNone(r.by()))) {
      note(place, "by: must say who: " + BY);
    }
    sourced(place, r.source(), r.date());
    return new ServiceRisks.Risk(
        text(r.id()),
        text(r.level()),
        words(place, "risk", r.risk()),
        words(place, "mitigation", r.mitigation()),
        orNone(r.by()),
        text(r.source()),
        text(r.date()));
  }

  private ServiceRisks.Change change(String of, CatalogueEntry.Change c) {
    String place = of + ": changes: " + c.when();
    note(place, CatalogueCheck.date("when", c.when()));
    sourced(place, c.source(), c.date());
    return new ServiceRisks.Change(
        text(c.when()), words(place, "change", c.change()), text(c.source()), text(c.date()));
  }

  private Words words(String place, String field, @Nullable Text text) {
    note(place, CatalogueCheck.text(field + " in English", text == null ? null : text.en()));
    note(place, CatalogueCheck.text(field + " in Dutch", text == null ? null : text.nl()));
    return text == null ? new Words("", "") : new Words(text(text.en()), text(text.nl()));
  }

  private void sourced(String place, @Nullable String source, @Nullable String date) {
    note(place, CatalogueCheck.source(source));
    note(place, CatalogueCheck.date("date", date));
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
  }

  private static String text(@Nullable String text) {
    return Strings.nullToEmpty(text);
  }

  private void note(String place, @Nullable String fault) {
    if (fault != null) {
      faults.add(place + ": " + fault);
    }
  }
}
