package nl.wolkenkaart.observation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.arrayContaining;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.Iterables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nl.wolkenkaart.directory.Buckets;
import nl.wolkenkaart.lookup.LookupPlan;
import nl.wolkenkaart.lookup.LookupSettings;
import nl.wolkenkaart.lookup.SharedEngine;
import nl.wolkenkaart.world.WorldServer;
import nl.wolkenkaart.world.ZoneFile;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.coders.IterableCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Sum;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObserveDomainsTest {
  private static final int MANY = 40;
  private static final Buckets BUCKETS = new Buckets(4);
  private static final LookupPlan PLAN = plan();

  @TempDir static Path shared;
  @TempDir Path folder;
  private static WorldServer server;
  private static SharedEngine engine;

  /** Mail alone, so that every answer can be counted by hand. */
  private static LookupPlan plan() {
    List<String> ids = new ArrayList<>();
    LookupPlan.embedded().questions().values().forEach(list -> list.forEach(q -> ids.add(q.id())));
    ids.removeAll(List.of("mx", "txt", "mail-host-a", "spf"));
    return LookupPlan.embedded().without(ids);
  }

  @BeforeAll
  static void start() throws IOException {
    StringBuilder zone = new StringBuilder();
    zone.append(". IN SOA ns.world.invalid. hostmaster.world.invalid. 1 3600 600 86400 300\n");
    zone.append("mx.example. IN A 192.0.2.1\n");
    zone.append("_spf.example. IN TXT \"v=spf1 ip4:192.0.2.0/24 -all\"\n");
    for (int i = 0; i < MANY; i++) {
      zone.append("d%02d.nl. IN MX 10 mx.example.\n".formatted(i));
      zone.append("d%02d.nl. IN TXT \"v=spf1 include:_spf.example -all\"\n".formatted(i));
    }
    Path file = shared.resolve("root.zone");
    Files.writeString(file, zone, StandardCharsets.US_ASCII);
    server = WorldServer.start(ZoneFile.read(file));
    engine = new SharedEngine("run", PLAN, LookupSettings.of(List.of(server.address()), 0));
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  private static List<KV<String, Iterable<String>>> buckets(String... domains) {
    return List.of(KV.of("3", List.of(domains)));
  }

  private static List<KV<String, Iterable<String>>> manyBuckets() {
    Map<String, List<String>> byBucket = new TreeMap<>();
    IntStream.range(0, MANY)
        .forEach(
            i ->
                byBucket
                    .computeIfAbsent("" + i % 4, b -> new ArrayList<>())
                    .add("d%02d.nl".formatted(i)));
    List<KV<String, Iterable<String>>> buckets = new ArrayList<>();
    byBucket.forEach((bucket, domains) -> buckets.add(KV.of(bucket, domains)));
    return buckets;
  }

  private PCollection<ObservedBucket> observe(
      Pipeline pipeline, List<KV<String, Iterable<String>>> buckets) {
    return pipeline
        .apply(
            Create.of(buckets)
                .withCoder(
                    KvCoder.of(StringUtf8Coder.of(), IterableCoder.of(StringUtf8Coder.of()))))
        .apply("Observe", ObserveDomains.with(engine, folder.toString(), BUCKETS, 3));
  }

  private static TestPipeline pipeline() {
    return TestPipeline.create().enableAbandonedNodeEnforcement(false);
  }

  private static Map<String, Long> counters(PipelineResult result) {
    Map<String, Long> counters = new TreeMap<>();
    MetricsFilter lookup =
        MetricsFilter.builder().addNameFilter(MetricNameFilter.inNamespace("lookup")).build();
    for (MetricResult<Long> counter : result.metrics().queryMetrics(lookup).getCounters()) {
      counters.put(counter.getName().getName(), counter.getAttempted());
    }
    return counters;
  }

  private String[] files() {
    String[] names = folder.toFile().list();
    Arrays.sort(names);
    return names;
  }

  @Test
  void oneFilePerBucketAndEveryQuestionCounted() throws IOException {
    Pipeline pipeline = pipeline();
    PCollection<KV<String, Long>> counts =
        observe(pipeline, manyBuckets()).apply(CountQuestions.byStatus()).apply(Sum.longsPerKey());
    // Each domain: mx, txt, its mail host and its SPF record; the last two are asked once for all.
    PAssert.that(counts)
        .satisfies(
            all -> {
              Map<String, Long> counted = new TreeMap<>();
              all.forEach(count -> counted.put(count.getKey(), count.getValue()));
              String worker =
                  counted.keySet().stream().filter(n -> n.startsWith("worker/")).findFirst().get();
              assertThat(counted.remove(worker), is(40L));
              counted.values().removeIf(n -> n == 0);
              assertThat(
                  counted,
                  is(
                      Map.of(
                          "domains", 40L,
                          "questions/NOERROR", 160L,
                          "questions_sent", 82L,
                          "asked/NOERROR", 82L)));
              return null;
            });
    PipelineResult result = pipeline.run();
    result.waitUntilFinish();
    assertThat(
        files(),
        is(arrayContaining("bucket-0.avro", "bucket-1.avro", "bucket-2.avro", "bucket-3.avro")));
    assertThat(
        counters(result),
        allOf(
            hasEntry("domains", 40L),
            hasEntry("NOERROR", 160L),
            // Two questions of each domain; the mail host and the SPF record of all once.
            hasEntry(CountQuestions.SENT, 82L),
            hasEntry("asked/NOERROR", 82L)));
    List<DomainObservation> first =
        ObservationFilesTest.read(folder.resolve("bucket-2.avro").toFile());
    assertThat(
        first.stream().map(DomainObservation::getDomain).toList(),
        equalTo(
            List.of(
                "d02.nl", "d06.nl", "d10.nl", "d14.nl", "d18.nl", "d22.nl", "d26.nl", "d30.nl",
                "d34.nl", "d38.nl")));
    assertThat(first.get(0).getPlan(), is(PLAN.id()));
    assertThat(new AnswerIndex(first.get(0)).find("mx.example", "A").isPresent(), is(true));
  }

  @Test
  void whatWasWrittenIsReadBack() {
    Pipeline asking = pipeline();
    observe(asking, manyBuckets());
    asking.run().waitUntilFinish();
    // As `classify` does: the files found and dealt out to three, each read one by one.
    Pipeline reading = pipeline();
    PCollection<KV<Integer, Iterable<String>>> found =
        reading.apply("Find", FindObservations.in(folder.toString(), 3));
    PAssert.that(found)
        .satisfies(
            shares -> {
              Map<Integer, List<String>> files = new TreeMap<>();
              Map<String, Integer> answers = new TreeMap<>();
              for (KV<Integer, Iterable<String>> share : shares) {
                for (String file : share.getValue()) {
                  files
                      .computeIfAbsent(share.getKey(), s -> new ArrayList<>())
                      .add(file.substring(file.lastIndexOf('/') + 1));
                  readAll(file, one -> answers.put(one.getDomain(), one.getAnswers().size()));
                }
              }
              files.values().forEach(Collections::sort);
              assertThat(files.get(0), is(List.of("bucket-0.avro", "bucket-3.avro")));
              assertThat(files.get(1), is(List.of("bucket-1.avro")));
              assertThat(files.get(2), is(List.of("bucket-2.avro")));
              assertThat(answers.size(), is(MANY));
              assertThat(Set.copyOf(answers.values()), is(Set.of(4)));
              return null;
            });
    reading.run().waitUntilFinish();
  }

  private static void readAll(String file, Consumer<DomainObservation> taker) {
    try {
      ObservationFiles.forEach(file, taker);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void bucketProcessedAgainReplacesItsFile() throws IOException {
    for (String[] domains : List.of(new String[] {"d01.nl", "d02.nl"}, new String[] {"d03.nl"})) {
      Pipeline pipeline = pipeline();
      observe(pipeline, buckets(domains));
      pipeline.run().waitUntilFinish();
    }
    assertThat(files(), is(arrayContaining("bucket-3.avro")));
    assertThat(
        ObservationFilesTest.read(folder.resolve("bucket-3.avro").toFile()).get(0).getDomain(),
        is("d03.nl"));
  }

  /** A list should not hold a domain twice; where it does, the run must not wait for ever. */
  @Test
  void domainThatStandsInABucketTwiceIsObservedOnce() throws IOException {
    Pipeline pipeline = pipeline();
    PCollection<ObservedBucket> observed = observe(pipeline, buckets("d01.nl", "d02.nl", "d01.nl"));
    PAssert.that(observed)
        .satisfies(
            buckets -> {
              ObservedBucket bucket = Iterables.getOnlyElement(buckets);
              assertThat(bucket.getDomains(), is(2L));
              assertThat(bucket.getDomainsKept(), is(0L));
              assertThat(bucket.getQuestionsByStatus(), is(Map.of("NOERROR", 8L)));
              assertThat(bucket.getDone(), hasEntry(CountQuestions.SENT, 8L));
              return null;
            });
    PipelineResult result = pipeline.run();
    result.waitUntilFinish();
    assertThat(counters(result), hasEntry("domains", 2L));
  }

  @Test
  void emptyBucketIsAnEmptyFile() throws IOException {
    Pipeline pipeline = pipeline();
    observe(pipeline, buckets());
    pipeline.run().waitUntilFinish();
    assertThat(ObservationFilesTest.read(folder.resolve("bucket-3.avro").toFile()).size(), is(0));
  }

  /** Opening fails before anything was acquired: the engine of others must not be released. */
  @Test
  void engineThatCannotBeOpenedIsSaidAndReleasesNothing() {
    SharedEngine bad =
        new SharedEngine("run", PLAN, LookupSettings.of(List.of("192.0.2.1:99999"), 0));
    Pipeline pipeline = pipeline();
    pipeline
        .apply(
            Create.of(buckets("d01.nl"))
                .withCoder(
                    KvCoder.of(StringUtf8Coder.of(), IterableCoder.of(StringUtf8Coder.of()))))
        .apply(ObserveDomains.with(bad, folder.toString(), BUCKETS, 3));
    Throwable thrown = assertThrows(RuntimeException.class, () -> pipeline.run().waitUntilFinish());
    while (thrown.getCause() != null) {
      thrown = thrown.getCause();
    }
    assertThat(thrown.getMessage(), containsString("192.0.2.1:99999"));
  }
}
