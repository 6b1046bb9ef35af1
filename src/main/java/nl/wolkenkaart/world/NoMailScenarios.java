package nl.wolkenkaart.world;

import static nl.wolkenkaart.world.Truth.NONE;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/** Domains at which no mail is to be seen. */
final class NoMailScenarios {
  private NoMailScenarios() {}

  /** Organisations without mail. */
  static List<Scenario> none() {
    return List.of(
        noMail("null-mx", 400, NoMailScenarios::nullMx, Expectation.NO_MAIL_DECLARED),
        noMail("no-mail", 250, Site::delegated, Expectation.NO_MAIL_FOUND),
        noMail("absent-domain", 150, site -> {}, Expectation.NXDOMAIN),
        noMail("verification-mx-only", 70, NoMailScenarios::bogus, Expectation.NO_MAIL_FOUND),
        noMail("wildcard-no-mail", 70, NoMailScenarios::wildcard, Expectation.NO_MAIL_FOUND),
        Scenario.of(
                "dead-delegation",
                NONE,
                60,
                site -> {
                  site.fault(StandardFault.SERVFAIL);
                  return Outcome.elsewhere("none", Expectation.LOOKUP_FAILED);
                })
            .atMost(12));
  }

  /**
   * Public bodies whose listed domain is stale or for the website only, while their mail is at a
   * domain that the list does not give.
   */
  static List<Scenario> elsewhere(Truth truth, Function<Site, String> backend, int weight) {
    String suffix = "-" + truth.name().toLowerCase(Locale.ROOT);
    return List.of(
        elsewhere("stale-domain" + suffix, truth, weight, s -> {}, backend, Expectation.NXDOMAIN),
        elsewhere(
            "website-null-mx" + suffix,
            truth,
            weight,
            NoMailScenarios::nullMx,
            backend,
            Expectation.NO_MAIL_DECLARED));
  }

  private static Scenario elsewhere(
      String id,
      Truth truth,
      int weight,
      Consumer<Site> records,
      Function<Site, String> backend,
      Expectation expected) {
    Scenario scenario =
        Scenario.of(
            id,
            truth,
            weight,
            site -> {
              records.accept(site);
              return Outcome.elsewhere(backend.apply(site), expected);
            });
    return scenario.in(Sector::isPublic);
  }

  private static Scenario noMail(
      String id, int weight, Consumer<Site> records, Expectation expected) {
    return Scenario.of(
        id,
        NONE,
        weight,
        site -> {
          records.accept(site);
          return Outcome.noMail(expected);
        });
  }

  private static void nullMx(Site site) {
    site.web().mx(0, ".").txt("v=spf1 -all");
  }

  private static void bogus(Site site) {
    site.web().mx(0, "ms" + (10_000_000 + site.number) + ".msv1.invalid");
  }

  private static void wildcard(Site site) {
    site.delegated().cname("*", SharedHosts.BLOG);
  }
}
