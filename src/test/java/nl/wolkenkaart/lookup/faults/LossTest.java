package nl.wolkenkaart.lookup.faults;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nl.wolkenkaart.lookup.AnswerStatus;
import nl.wolkenkaart.lookup.DomainAnswers;
import nl.wolkenkaart.lookup.LookupEngine;
import nl.wolkenkaart.lookup.LookupPlan;
import nl.wolkenkaart.lookup.LookupSettings;
import nl.wolkenkaart.observation.DomainObservation;
import nl.wolkenkaart.observation.Observations;
import nl.wolkenkaart.world.Country;
import nl.wolkenkaart.world.Fault;
import nl.wolkenkaart.world.PlantedOrganisation;
import nl.wolkenkaart.world.StandardFault;
import nl.wolkenkaart.world.Weather;
import nl.wolkenkaart.world.WorldServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A country asked over networks that lose packets, and more or less at a time. */
class LossTest {
  private static final LookupPlan PLAN = LookupPlan.embedded();

  private static Country country;
  private static List<String> domains;

  /** What names are faulty for reasons of their own, without those that never answer. */
  private static final Map<String, Fault> faults = new TreeMap<>();

  @BeforeAll
  static void plant() {
    country = Country.of(3, 0.02);
    domains = country.organisations().stream().map(PlantedOrganisation::domain).distinct().toList();
    country
        .faults()
        .forEach(
            (name, fault) -> {
              if (fault == StandardFault.FLAKY || fault == StandardFault.TRUNCATE_UDP) {
                faults.put(name, fault);
              }
            });
  }

  /** What was observed and does not depend on when, how often and where it was asked. */
  private record Observed(Map<String, DomainObservation> byDomain, LookupEngine engine) {
    long ended() {
      return engine.counters().endedSoFar();
    }

    long failed() {
      long failed = 0;
      for (AnswerStatus status : AnswerStatus.values()) {
        failed += status.isFailure() ? engine.counters().endedSoFar(status) : 0;
      }
      return failed;
    }
  }

  private static Observed observe(Fault network, int domainsInFlight, int divisor)
      throws Exception {
    try (WorldServer server = WorldServer.start(country.zones(), faults, network, 0)) {
      LookupSettings settings =
          new LookupSettings(
              List.of(server.address()),
              0,
              1_000,
              domainsInFlight,
              Asking.timeouts(divisor),
              30_000);
      try (LookupEngine engine = LookupEngine.open("2024-03-18", PLAN, settings)) {
        return new Observed(observe(engine), engine);
      }
    }
  }

  private static Map<String, DomainObservation> observe(LookupEngine engine) throws Exception {
    BlockingQueue<DomainAnswers> ended = new LinkedBlockingQueue<>();
    for (String domain : domains) {
      engine.look(domain, ended::add);
    }
    Map<String, DomainObservation> observed = new TreeMap<>();
    while (observed.size() < domains.size()) {
      DomainAnswers answers = ended.poll(2, TimeUnit.MINUTES);
      if (answers.fault() != null) {
        throw answers.fault();
      }
      DomainObservation observation =
          Observations.of(answers.domain(), PLAN.id(), answers.answers());
      observation.getAnswers().forEach(LossTest::forgetCircumstances);
      observed.put(answers.domain(), observation);
    }
    return observed;
  }

  private static void forgetCircumstances(nl.wolkenkaart.observation.ObservedAnswer answer) {
    answer.setAttempts(0);
    answer.setResolver(null);
    answer.setObservedAt(Instant.EPOCH);
    answer.setRoundTripMs(0);
  }

  @Test
  void anAnswerDoesNotDependOnHowItWasAsked() throws Exception {
    Observed one = observe(Fault.NONE, 1, 1);
    assertThat(one.byDomain, is(aMapWithSize(domains.size())));
    assertThat(one.failed(), is(0L));
    assertThat("64", observe(Fault.NONE, 64, 1).byDomain, is(one.byDomain));
    assertThat("1,000", observe(Fault.NONE, 1_000, 1).byDomain, is(one.byDomain));
    Observed lossy = observe(Weather.loss(1, 1), 64, 1);
    assertThat("1 % lost", lossy.byDomain, is(one.byDomain));
    assertThat(
        "packets were lost",
        lossy.engine.counters().sentSoFar(),
        is(greaterThan(lossy.ended() + lossy.ended() / 100)));
  }

  @Test
  void aFifthOfAllPacketsLostIsLessThanOneQuestionInAThousand() throws Exception {
    Observed lossy = observe(Weather.loss(20, 2), 1_000, 3);
    assertThat("questions", lossy.ended(), is(greaterThan(15_000L)));
    assertThat(
        "sent for each, 1 / 0.64 or more",
        (double) lossy.engine.counters().sentSoFar() / lossy.ended(),
        is(greaterThan(1.5)));
    assertThat("failed of " + lossy.ended(), 1_000 * lossy.failed(), is(lessThan(lossy.ended())));
  }
}
