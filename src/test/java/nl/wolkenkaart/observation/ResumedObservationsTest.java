package nl.wolkenkaart.observation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import nl.wolkenkaart.directory.Buckets;
import nl.wolkenkaart.lookup.LookupPlan;
import nl.wolkenkaart.lookup.LookupSettings;
import nl.wolkenkaart.lookup.SharedEngine;
import nl.wolkenkaart.world.Fault;
import nl.wolkenkaart.world.StandardFault;
import nl.wolkenkaart.world.WorldServer;
import nl.wolkenkaart.world.ZoneData;
import nl.wolkenkaart.world.ZoneFile;
import org.apache.beam.sdk.coders.IterableCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Sum;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a folder of observations holds is taken up. */
class ResumedObservationsTest {
  private static final Buckets BUCKETS = new Buckets(3);
  private static final String[] ALL = {"a.nl", "b.nl", "c.nl", "d.nl", "e.nl", "f.nl"};

  @TempDir Path folder;
  private Path observations;
  private ZoneData zone;
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();

  @BeforeEach
  void zone() throws IOException {
    observations = folder.resolve("observations");
    StringBuilder text =
        new StringBuilder(
            ". IN SOA ns.world.invalid. hostmaster.world.invalid. 1 3600 600 86400 300\n");
    for (String domain : ALL) {
      text.append(domain).append(". IN MX 10 mx.").append(domain).append(".\n");
      text.append("mx.").append(domain).append(". IN A 192.0.2.1\n");
    }
    Path file = folder.resolve("root.zone");
    Files.writeString(file, text, StandardCharsets.US_ASCII);
    zone = ZoneFile.read(file);
  }

  /** Mail alone, so that every question can be counted by hand: two for each domain. */
  private static LookupPlan plan(String... ids) {
    List<String> rest = new ArrayList<>();
    LookupPlan.embedded().questions().values().forEach(list -> list.forEach(q -> rest.add(q.id())));
    rest.removeAll(List.of(ids));
    return LookupPlan.embedded().without(rest);
  }

  private static LookupPlan mail() {
    return plan("mx", "mail-host-a");
  }

  /** Answers as it should and counts what it was asked. */
  private Fault counting(Fault fault) {
    return exchange -> {
      asked.merge(exchange.name(), 1, Integer::sum);
      fault.reply(exchange);
    };
  }

  private static final Fault NONE = exchange -> exchange.send(exchange.answer());

  private Map<String, Fault> faults(Map<String, Fault> wrong) {
    Map<String, Fault> faults = new TreeMap<>();
    for (String domain : ALL) {
      faults.put(domain, counting(NONE));
    }
    wrong.forEach((name, fault) -> faults.put(name, counting(fault)));
    return faults;
  }

  /** Asks about domains; gives the counts. */
  private Map<String, Long> observe(LookupPlan plan, Map<String, Fault> wrong, String... domains)
      throws IOException {
    asked.clear();
    Map<String, List<String>> byBucket = new TreeMap<>();
    for (String domain : domains) {
      byBucket.computeIfAbsent(BUCKETS.of(domain), b -> new ArrayList<>()).add(domain);
    }
    List<KV<String, Iterable<String>>> buckets = new ArrayList<>();
    byBucket.forEach((bucket, names) -> buckets.add(KV.of(bucket, names)));
    Map<String, Long> counts = new ConcurrentHashMap<>();
    try (WorldServer server = WorldServer.start(zone, faults(wrong), 0)) {
      LookupSettings settings =
          new LookupSettings(List.of(server.address()), 0, 100, 10, List.of(150, 150), 5_000);
      TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);
      PCollection<KV<String, Long>> counted =
          pipeline
              .apply(
                  Create.of(buckets)
                      .withCoder(
                          KvCoder.of(StringUtf8Coder.of(), IterableCoder.of(StringUtf8Coder.of()))))
              .apply(
                  ObserveDomains.with(
                      new SharedEngine("run", plan, settings), observations.toString(), BUCKETS, 2))
              .apply(CountQuestions.byStatus())
              .apply(Sum.longsPerKey());
      PAssert.that(counted)
          .satisfies(
              all -> {
                all.forEach(
                    count -> {
                      // Who asked how often is another test's matter.
                      if (count.getKey().matches("(domains|questions/).*")) {
                        COUNTS.put(count.getKey(), count.getValue());
                      }
                    });
                return null;
              });
      COUNTS.clear();
      pipeline.run().waitUntilFinish();
      counts.putAll(COUNTS);
    }
    return new TreeMap<>(counts);
  }

  private static final Map<String, Long> COUNTS = new ConcurrentHashMap<>();

  private List<DomainObservation> observed() throws Exception {
    List<DomainObservation> all = new ArrayList<>();
    for (String file : ObservationNames.whole(observations.toString())) {
      all.addAll(ObservationFiles.read(file).values());
    }
    return all;
  }

  private ObservedAnswer answer(String domain, String question) throws Exception {
    for (DomainObservation observation : observed()) {
      if (observation.getDomain().equals(domain)) {
        return new AnswerIndex(observation).one(question).orElseThrow();
      }
    }
    throw new AssertionError("not observed: " + domain);
  }

  @Test
  void completeFolderCostsNoQuestionAndStaysAsItIs() throws Exception {
    assertThat(
        observe(mail(), Map.of(), ALL),
        equalTo(Map.of("domains", 6L, "domains_kept", 0L, "questions/NOERROR", 12L)));
    Path file = Path.of(ObservationFiles.path(observations.toString(), BUCKETS.of("a.nl")));
    byte[] before = Files.readAllBytes(file);
    assertThat(
        observe(mail(), Map.of(), ALL),
        equalTo(Map.of("domains", 6L, "domains_kept", 6L, "questions/NOERROR", 12L)));
    assertThat(asked, equalTo(Map.of()));
    assertThat(Files.readAllBytes(file), is(before));
  }

  @Test
  void failedQuestionsAloneAreAskedAgainWithWhatFollows() throws Exception {
    Map<String, Fault> wrong =
        Map.of("a.nl", StandardFault.SERVFAIL, "mx.b.nl", StandardFault.REFUSED);
    Map<String, Long> first = observe(mail(), wrong, ALL);
    assertThat(first.get("questions/SERVFAIL"), is(1L));
    assertThat(first.get("questions/REFUSED"), is(1L));
    // Two attempts, and one in the second pass.
    assertThat(answer("a.nl", "mx").getAttempts(), is(3));
    assertThat(answer("b.nl", "mail-host-a").getAttempts(), is(3));
    List<DomainObservation> before = observed();
    assertThat(
        observe(mail(), Map.of(), ALL),
        equalTo(Map.of("domains", 6L, "domains_kept", 4L, "questions/NOERROR", 12L)));
    assertThat(asked, equalTo(Map.of("a.nl", 1, "mx.a.nl", 1, "mx.b.nl", 1)));
    assertThat(answer("a.nl", "mx").getStatus(), is("NOERROR"));
    assertThat(answer("a.nl", "mx").getAttempts(), is(4));
    for (DomainObservation kept : before) {
      if (kept.getDomain().compareTo("c.nl") >= 0) {
        assertThat(observed().contains(kept), is(true));
      }
    }
  }

  @Test
  void secondPassHealsWhatFailedForAWhile() throws Exception {
    Fault twice =
        exchange ->
            exchange.send(exchange.earlier() < 2 ? exchange.withCode(2) : exchange.answer());
    Map<String, Fault> wrong = Map.of("a.nl", twice, "mx.a.nl", NONE);
    assertThat(
        observe(mail(), wrong, ALL),
        equalTo(Map.of("domains", 6L, "domains_kept", 0L, "questions/NOERROR", 12L)));
    assertThat(answer("a.nl", "mx").getAttempts(), is(3));
    assertThat(answer("a.nl", "mail-host-a").getStatus(), is("NOERROR"));
    assertThat(asked.get("a.nl"), is(3));
  }

  /** A resolver that says nothing: the run ends soon, and nothing is called absent. */
  @Test
  void deadResolverEndsSoon() throws Exception {
    Map<String, Fault> dead = new TreeMap<>();
    for (String domain : ALL) {
      dead.put(domain, StandardFault.SILENT);
    }
    long started = System.nanoTime();
    assertThat(
        observe(mail(), dead, ALL),
        equalTo(Map.of("domains", 6L, "domains_kept", 0L, "questions/TIMEOUT", 6L)));
    assertThat((System.nanoTime() - started) / 1_000_000, is(lessThan(12_000L)));
  }

  @Test
  void listThatChanged() throws Exception {
    observe(mail(), Map.of(), "a.nl", "b.nl", "c.nl", "d.nl");
    Map<String, Long> counts = observe(mail(), Map.of(), "c.nl", "d.nl", "e.nl", "f.nl");
    assertThat(counts.get("domains"), is(4L));
    assertThat(counts.get("domains_kept"), is(2L));
    assertThat(asked.keySet(), containsInAnyOrder("e.nl", "mx.e.nl", "f.nl", "mx.f.nl"));
    assertThat(
        observed().stream().map(DomainObservation::getDomain).sorted().toList(),
        contains("c.nl", "d.nl", "e.nl", "f.nl"));
  }

  @Test
  void bucketWithoutDomainsLosesItsFile() throws Exception {
    observe(mail(), Map.of(), ALL);
    Files.writeString(observations.resolve("bucket-2.avro.unfinished"), "half");
    observe(mail(), Map.of(), "a.nl");
    assertThat(
        ObservationNames.whole(observations.toString()),
        contains(ObservationFiles.path(observations.toString(), BUCKETS.of("a.nl"))));
    assertThat(observations.toFile().list().length, is(1));
  }

  @Test
  void otherPlanIsAskedFromTheBeginning() throws Exception {
    observe(mail(), Map.of(), ALL);
    Map<String, Long> counts = observe(plan("mx", "mail-host-a", "txt"), Map.of(), ALL);
    assertThat(counts.get("domains_kept"), is(0L));
    assertThat(counts.get("questions/NODATA"), is(6L));
    assertThat(asked.get("a.nl"), is(2));
  }

  @Test
  void damagedFileIsAskedAnew() throws Exception {
    observe(mail(), Map.of(), ALL);
    List<DomainObservation> before = observed();
    String bucket = BUCKETS.of("a.nl");
    Path file = Path.of(ObservationFiles.path(observations.toString(), bucket));
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    long inBucket = Arrays.stream(ALL).filter(d -> BUCKETS.of(d).equals(bucket)).count();
    Map<String, Long> counts = observe(mail(), Map.of(), ALL);
    assertThat(counts.get("domains_kept"), is(6 - inBucket));
    assertThat(asked.size(), is((int) (2 * inBucket)));
    assertThat(
        observed().stream().map(DomainObservation::getDomain).toList(),
        equalTo(before.stream().map(DomainObservation::getDomain).toList()));
  }
}
