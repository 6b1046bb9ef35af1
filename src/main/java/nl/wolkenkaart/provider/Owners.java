package nl.wolkenkaart.provider;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Follows companies to their ultimate parents on a day. The jurisdiction is the country of the last
 * company of the chain; it is not known where any link is not, or where the catalogue has nobody
 * for that day.
 */
final class Owners {
  /** Read in a source of that date. */
  static final String DOCUMENTED = "documented";

  /** What the company's own site or a register's entry at that address is there to state. */
  static final String STATED = "stated";

  /** Believed, and the address shows no more than that the company exists. */
  static final String ASSUMED = "assumed";

  /** Not known. */
  static final String UNKNOWN = "unknown";

  /** The surest first. */
  static final ImmutableList<String> CONFIDENCE =
      ImmutableList.of(DOCUMENTED, STATED, ASSUMED, UNKNOWN);

  /** A day before all others. */
  private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

  private final Map<String, Company> companies;

  /** Companies of which nobody was yet asked who stands above them. */
  Owners(Map<String, Company> companies) {
    this.companies = companies;
  }

  /** The same with companies that are taken to have been sold, for all days. */
  Owners supposing(List<Scenario.Owner> owners) {
    Map<String, Company> supposed = new LinkedHashMap<>(companies);
    for (Scenario.Owner owner : owners) {
      Company company = supposed.get(owner.company());
      if (company != null) {
        Holding sold =
            new Holding(
                null,
                "exact",
                null,
                Control.WHOLE,
                owner.parent(),
                List.of(),
                company.source(),
                "",
                ASSUMED);
        supposed.put(
            owner.company(),
            new Company(
                company.id(),
                company.name(),
                company.country(),
                null,
                company.id(),
                UNKNOWN,
                null,
                List.of(sold),
                company.announced()));
      }
    }
    return new Owners(supposed);
  }

  /**
   * Each company as it stood on a day.
   *
   * @param day null for the latest that is known
   */
  Map<String, Company> on(@Nullable LocalDate day) {
    LocalDate asked = day == null ? LocalDate.MAX : day;
    Map<String, Company> found = new LinkedHashMap<>();
    companies.forEach((id, company) -> found.put(id, on(company, asked)));
    return found;
  }

  private Company on(Company company, LocalDate day) {
    Holding own = company.on(day).orElse(null);
    Company last = company;
    Holding holding = own;
    String confidence = holding == null ? UNKNOWN : holding.confidence();
    Set<String> passed = new HashSet<>();
    while (holding != null && holding.parent() != null && passed.add(last.id())) {
      Company parent = companies.get(holding.parent());
      if (parent == null) {
        break;
      }
      last = parent;
      holding = last.on(day).orElse(null);
      confidence = weaker(confidence, holding == null ? UNKNOWN : holding.confidence());
    }
    boolean known =
        holding != null && holding.parent() == null && holding.control() != Control.UNKNOWN;
    return new Company(
        company.id(),
        company.name(),
        company.country(),
        known ? last.country() : null,
        last.id(),
        confidence,
        own,
        company.history(),
        company.announced());
  }

  private static String weaker(String one, String other) {
    return CONFIDENCE.indexOf(one) > CONFIDENCE.indexOf(other) ? one : other;
  }

  /** A chain of parents that comes back to where it began, in words; null where there is none. */
  @Nullable String cycle(String id) {
    Set<LocalDate> days = new TreeSet<>(List.of(BEGINNING));
    companies
        .values()
        .forEach(
            company ->
                company.history().stream()
                    .filter(holding -> holding.from() != null)
                    .forEach(holding -> days.add(holding.from())));
    for (LocalDate day : days) {
      StringBuilder way = new StringBuilder(id);
      Set<String> passed = new HashSet<>();
      for (String at = id; at != null && passed.add(at); ) {
        Company company = companies.get(at);
        Holding holding = company == null ? null : company.on(day).orElse(null);
        at = holding == null ? null : holding.parent();
        way.append(" -> ").append(at);
        if (id.equals(at)) {
          return day.equals(BEGINNING) ? way.toString() : "since " + day + ", " + way;
        }
      }
    }
    return null;
  }
}
