package nl.wolkenkaart.observation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.sameInstance;

import java.util.List;
import nl.wolkenkaart.lookup.LookupEngine;
import nl.wolkenkaart.lookup.LookupPlan;
import nl.wolkenkaart.lookup.LookupSettings;
import nl.wolkenkaart.lookup.SharedEngine;
import org.junit.jupiter.api.Test;

class ObserveShareFnTest {

  /** Beam tears down a function whose set-up failed. */
  @Test
  void tearingDownWithoutSettingUpReleasesNobodysEngine() {
    SharedEngine shared =
        new SharedEngine(
            "tear down", LookupPlan.embedded(), LookupSettings.of(List.of("127.0.0.1:5300"), 0));
    LookupEngine engine = shared.acquire();
    ObserveShareFn never = new ObserveShareFn(shared, "unused", 64);
    never.teardown();
    assertThat(shared.acquire(), is(sameInstance(engine)));
    ObserveShareFn used = new ObserveShareFn(shared, "unused", 64);
    used.setup();
    used.teardown();
    used.teardown();
    shared.release();
    assertThat(shared.acquire(), is(sameInstance(engine)));
    shared.release();
    shared.release();
  }
}
