package nl.wolkenkaart.observation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.sameInstance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.wolkenkaart.lookup.LookupEngine;
import nl.wolkenkaart.lookup.LookupPlan;
import nl.wolkenkaart.lookup.LookupSettings;
import nl.wolkenkaart.lookup.SharedEngine;
import nl.wolkenkaart.world.WorldServer;
import nl.wolkenkaart.world.ZoneFile;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.OutputBuilder;
import org.apache.beam.sdk.values.TupleTag;
import org.joda.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObserveShareFnTest {
  @TempDir Path folder;

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

  /** An attempt whose worker died after it wrote, and the attempt that the runner makes for it. */
  @Test
  void aBundleThatRunsTwiceAsksOnceAndWritesOnce() throws Exception {
    Path zone = folder.resolve("root.zone");
    Files.writeString(
        zone,
        """
        . IN SOA ns.world.invalid. hostmaster.world.invalid. 1 3600 600 86400 300
        mx.example. IN A 192.0.2.1
        a.nl. IN MX 10 mx.example.
        b.nl. IN MX 10 mx.example.
        """);
    try (WorldServer server = WorldServer.start(ZoneFile.read(zone))) {
      SharedEngine shared =
          new SharedEngine(
              "twice", LookupPlan.embedded(), LookupSettings.of(List.of(server.address()), 0));
      List<ObservedBucket> first = bundle(shared);
      long answered = server.answered();
      byte[] written = Files.readAllBytes(folder.resolve("bucket-3.avro"));
      List<ObservedBucket> second = bundle(shared);
      assertThat(answered, is(greaterThan(0L)));
      assertThat(server.answered(), is(answered));
      assertThat(Files.readAllBytes(folder.resolve("bucket-3.avro")), is(written));
      assertThat(List.of(folder.toFile().list()), containsInAnyOrder("root.zone", "bucket-3.avro"));
      assertThat(first.size(), is(1));
      assertThat(first.get(0).getDomainsKept(), is(0L));
      assertThat(second.size(), is(1));
      assertThat(second.get(0).getDomains(), is(2L));
      assertThat(second.get(0).getDomainsKept(), is(2L));
      assertThat(
          second.get(0).getQuestionsByStatus(), equalTo(first.get(0).getQuestionsByStatus()));
    }
  }

  private List<ObservedBucket> bundle(SharedEngine shared) throws Exception {
    List<ObservedBucket> observed = new ArrayList<>();
    ObserveShareFn step = new ObserveShareFn(shared, folder.toString(), 4);
    DoFn<KV<Integer, Iterable<KV<String, Iterable<String>>>>, ObservedBucket> beam = step;
    step.setup();
    try {
      step.begin();
      step.process(
          KV.of(0, List.of(KV.of("3", List.of("a.nl", "b.nl")))),
          new DoFn.OutputReceiver<>() {
            @Override
            public OutputBuilder<ObservedBucket> builder(ObservedBucket bucket) {
              throw new UnsupportedOperationException();
            }

            @Override
            public void output(ObservedBucket bucket) {
              observed.add(bucket);
            }
          });
      step.end(
          beam.new FinishBundleContext() {
            @Override
            public PipelineOptions getPipelineOptions() {
              throw new UnsupportedOperationException();
            }

            @Override
            public void output(ObservedBucket bucket, Instant timestamp, BoundedWindow window) {
              observed.add(bucket);
            }

            @Override
            public <T> void output(
                TupleTag<T> tag, T output, Instant timestamp, BoundedWindow window) {
              throw new UnsupportedOperationException();
            }
          });
    } finally {
      step.teardown();
    }
    return observed;
  }
}
