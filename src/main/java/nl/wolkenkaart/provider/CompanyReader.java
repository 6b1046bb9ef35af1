package nl.wolkenkaart.provider;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.wolkenkaart.provider.CatalogueEntry.OfCompany;
import nl.wolkenkaart.provider.CatalogueEntry.OfDeal;
import nl.wolkenkaart.provider.CatalogueEntry.OfPeriod;
import nl.wolkenkaart.provider.CatalogueEntry.Placed;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Reads who holds which company and since when. Of every company the periods follow on each other
 * without a gap or an overlap, each has a source with its date, and no company is its own parent.
 */
final class CompanyReader {
  private static final Set<String> FROM_IS = Set.of("exact", "month", "year", "reported");
  private static final Set<String> STATES = Set.of("pending", "prohibited", "withdrawn");

  private final Set<String> jurisdictions;
  private final List<String> faults;
  private final Map<String, Company> companies = new LinkedHashMap<>();
  private final Map<String, String> places = new LinkedHashMap<>();

  private CompanyReader(Set<String> jurisdictions, List<String> faults) {
    this.jurisdictions = jurisdictions;
    this.faults = faults;
  }

  /**
   * The companies, without what follows from those above them.
   *
   * @param jurisdictions countries that the catalogue describes
   * @param faults where faults are noted
   */
  static Map<String, Company> of(
      List<Placed<OfCompany>> entries, Set<String> jurisdictions, List<String> faults) {
    CompanyReader reader = new CompanyReader(jurisdictions, faults);
    entries.forEach(reader::company);
    reader.references();
    return reader.companies;
  }

  private void company(Placed<OfCompany> placed) {
    OfCompany c = placed.entry();
    String place = placed.file() + ": " + c.id();
    note(place, CatalogueCheck.id(c.id()));
    note(place, CatalogueCheck.text("name", c.name()));
    note(place, CatalogueCheck.country("country", c.country()));
    if (c.country() != null
        && CatalogueCheck.country("", c.country()) == null
        && !jurisdictions.contains(c.country())) {
      note(place, "country: jurisdictions.yaml does not have " + c.country());
    }
    List<Holding> history = new ArrayList<>();
    if (c.ownership() == null || c.ownership().isEmpty()) {
      note(place, "missing ownership");
    } else {
      c.ownership().forEach(period -> history.add(holding(place, c, period)));
      inOrder(place, history);
    }
    List<Deal> announced = new ArrayList<>();
    for (OfDeal deal : c.announced() == null ? List.<OfDeal>of() : c.announced()) {
      announced.add(deal(place + ": announced", deal));
    }
    String id = String.valueOf(c.id());
    Company company =
        new Company(
            id,
            String.valueOf(c.name()),
            c.country(),
            null,
            id,
            Owners.UNKNOWN,
            null,
            List.copyOf(history),
            List.copyOf(announced));
    if (companies.putIfAbsent(id, company) != null) {
      note(place, "this company is there twice");
    }
    places.putIfAbsent(id, place);
  }

  private Holding holding(String company, OfCompany of, OfPeriod period) {
    String place =
        company + ": ownership" + (period.from() == null ? "" : " from " + period.from());
    note(place, CatalogueCheck.source(period.source()));
    note(place, CatalogueCheck.date("date", period.date()));
    if (!Owners.CONFIDENCE.contains(String.valueOf(period.confidence()))) {
      note(
          place,
          "confidence: must be one of " + Owners.CONFIDENCE + ", not " + period.confidence());
    }
    String fromIs = period.fromIs() == null ? "exact" : period.fromIs();
    if (!FROM_IS.contains(fromIs)) {
      note(place, "from_is: unknown word " + fromIs);
    }
    Optional<Control> control = Control.of(String.valueOf(period.control()));
    if (control.isEmpty()) {
      note(place, "unknown control " + period.control());
    } else if (control.get().hasParent() && period.parent() == null) {
      note(place, "control " + period.control() + " needs a parent");
    } else if (!control.get().hasParent() && period.parent() != null) {
      note(place, "control " + period.control() + " has no parent");
    } else if (!control.get().hasParent()
        && control.get() != Control.UNKNOWN
        && of.country() == null) {
      note(place, "control " + period.control() + " needs the company's country");
    }
    return new Holding(
        day(place, "from", period.from()),
        fromIs,
        day(place, "to", period.to()),
        control.orElse(Control.UNKNOWN),
        period.parent(),
        period.holders() == null ? List.of() : List.copyOf(period.holders()),
        String.valueOf(period.source()),
        String.valueOf(period.date()),
        String.valueOf(period.confidence()));
  }

  /** Each period begins on the day on which the one before it ends, and only the last is open. */
  private void inOrder(String place, List<Holding> history) {
    for (int i = 0; i < history.size(); i++) {
      Holding holding = history.get(i);
      boolean last = i == history.size() - 1;
      if (holding.from() != null
          && holding.to() != null
          && !holding.from().isBefore(holding.to())) {
        note(place, "ownership: ends on " + holding.to() + " before it begins");
      }
      if (last) {
        continue;
      }
      LocalDate next = history.get(i + 1).from();
      if (holding.to() == null || next == null) {
        note(place, "ownership: only the first may have no from and only the last no to");
      } else if (holding.to().isBefore(next)) {
        note(place, "ownership: a gap from " + holding.to() + " to " + next);
      } else if (holding.to().isAfter(next)) {
        note(place, "ownership: an overlap from " + next + " to " + holding.to());
      }
    }
  }

  private Deal deal(String place, OfDeal deal) {
    note(place, CatalogueCheck.source(deal.source()));
    note(place, CatalogueCheck.date("date", deal.date()));
    note(place, CatalogueCheck.date("announced", deal.announced()));
    if (deal.stateSince() != null) {
      note(place, CatalogueCheck.date("state_since", deal.stateSince()));
    }
    if (!STATES.contains(String.valueOf(deal.state()))) {
      note(place, "unknown state " + deal.state());
    }
    return new Deal(
        String.valueOf(deal.buyer()),
        String.valueOf(deal.announced()),
        String.valueOf(deal.state()),
        deal.stateSince(),
        String.valueOf(deal.source()),
        String.valueOf(deal.date()));
  }

  private void references() {
    Owners owners = new Owners(companies);
    companies.forEach(
        (id, company) -> {
          String place = String.valueOf(places.get(id));
          for (Holding holding : company.history()) {
            if (holding.parent() != null && !companies.containsKey(holding.parent())) {
              note(place, "ownership: unknown parent " + holding.parent());
            }
          }
          for (Deal deal : company.announced()) {
            if (!companies.containsKey(deal.buyer())) {
              note(place, "announced: unknown buyer " + deal.buyer());
            }
          }
          String cycle = owners.cycle(id);
          note(place, cycle == null ? null : "ownership: a cycle: " + cycle);
        });
  }

  private @Nullable LocalDate day(String place, String field, @Nullable String text) {
    if (text == null) {
      return null;
    }
    String fault = CatalogueCheck.day(field, text);
    note(place, fault);
    return fault == null ? LocalDate.parse(text) : null;
  }

  private void note(String place, @Nullable String fault) {
    if (fault != null) {
      faults.add(place + ": " + fault);
    }
  }
}
