package nl.wolkenkaart.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.wolkenkaart.world.WorldServer;
import nl.wolkenkaart.world.ZoneFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose folder is in a store of objects. */
class StoredRunTest {
  private static final String RUN = "store://bucket/runs/one";

  @TempDir Path folder;
  private Path list;
  private WorldServer server;

  @BeforeEach
  void start() throws IOException {
    MemoryStore.clear();
    list = folder.resolve("list.csv");
    Files.writeString(
        list, "id,name,domain,sector\n1,Een,een.example,test\n2,Twee,twee.example,test\n");
    Path zone = folder.resolve("root.zone");
    Files.writeString(
        zone,
        ". IN SOA ns.world.invalid. hostmaster.world.invalid. 1 3600 600 86400 300\n"
            + "een.example. IN MX 10 mx.een.example.\n"
            + "mx.een.example. IN A 192.0.2.1\n"
            + "twee.example. IN MX 10 twee-example.mail.protection.outlook.com.\n",
        US_ASCII);
    server = WorldServer.start(ZoneFile.read(zone));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private Ran run(String command, Object output, Object... more) {
    List<Object> arguments = new ArrayList<>();
    arguments.addAll(List.of(command, "--organisations", list, "--output", output));
    arguments.addAll(List.of("--run-date", "2026-11-26", "--rate", "0"));
    if (!List.of(more).contains("--buckets")) {
      arguments.addAll(List.of("--buckets", "4"));
    }
    if (!command.equals("classify")) {
      arguments.addAll(List.of("--resolvers", server.address()));
    }
    arguments.addAll(List.of(more));
    return Ran.with(arguments.toArray());
  }

  private static Map<String, byte[]> local(Path root) throws IOException {
    Map<String, byte[]> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return found;
  }

  /** Hashes of what two surveys of the same answers have in common. */
  private static Map<String, String> comparable(Map<String, byte[]> files) {
    Map<String, String> sums = new TreeMap<>();
    files.forEach(
        (name, bytes) -> {
          if (name.startsWith("tables/") || name.startsWith("report/") || name.contains("reject")) {
            sums.put(name, Hashing.sha256().hashBytes(bytes).toString());
          }
        });
    return sums;
  }

  private static JsonNode manifest(String root) throws IOException {
    return new ObjectMapper().readTree(MemoryStore.below(root).get("run-manifest.json"));
  }

  @Test
  void surveyGivesTheSameBytesAsInALocalFolder() throws IOException {
    Path local = folder.resolve("local");
    assertThat(run("survey", local).exit(), is(0));
    Ran ran = run("survey", RUN + '/');
    assertThat(ran.err(), ran.exit(), is(0));
    Map<String, byte[]> stored = MemoryStore.below(RUN);
    assertThat(comparable(stored), equalTo(comparable(local(local))));
    assertThat(comparable(stored).size(), greaterThan(30));
    assertThat(stored.keySet(), equalTo(local(local).keySet()));
    assertThat(
        ran.out(),
        allOf(
            containsString("Written to " + RUN),
            containsString("Report: " + RUN + "/report/index.html")));
    // Every object is named with its sum, and neither a lock nor anything unfinished is left.
    Map<String, String> sums = new TreeMap<>();
    stored.forEach((name, bytes) -> sums.put(name, Hashing.sha256().hashBytes(bytes).toString()));
    sums.remove("SHA256SUMS");
    StringBuilder lines = new StringBuilder();
    sums.forEach((name, sum) -> lines.append(sum).append("  ").append(name).append('\n'));
    assertThat(new String(stored.get("SHA256SUMS"), UTF_8), is(lines.toString()));
  }

  @Test
  void folderInUseIsRefusedAndLeftAsItWas() {
    assertThat(run("measure", RUN).exit(), is(0));
    List<String> before = List.copyOf(MemoryStore.below(RUN).keySet());
    Ran again = run("survey", RUN);
    assertThat(again.exit(), is(2));
    assertThat(
        again.err(),
        allOf(containsString("observations of an earlier run"), containsString("--resume")));
    assertThat(List.copyOf(MemoryStore.below(RUN).keySet()), is(before));
    // A folder whose name only begins like it is another.
    assertThat(run("measure", RUN + "-two").exit(), is(0));
  }

  @Test
  void lockThatIsLeftIsToldWithItsObject() {
    MemoryStore.put(RUN + "/.lock", "2026-11-26T12:00:00Z\nanother\n".getBytes(UTF_8));
    for (Object[] more : List.of(new Object[] {}, new Object[] {"--resume"})) {
      Ran ran = run("measure", RUN, more);
      assertThat(ran.exit(), is(2));
      assertThat(ran.err().lines().count(), is(1L));
      assertThat(
          ran.err(),
          allOf(containsString(RUN + "/.lock"), containsString("since 2026-11-26T12:00:00Z")));
    }
    assertThat(MemoryStore.below(RUN).keySet(), equalTo(Set.of(".lock")));
    MemoryStore.remove(RUN + "/.lock");
    assertThat(run("measure", RUN, "--resume").exit(), is(0));
  }

  /** Nothing closes a folder that another run may have begun to write to. */
  @Test
  void runThatLostItsLockPublishesNothing() throws IOException {
    Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    try (StoredFolder held = StoredFolder.take(RUN, List.of("tables"), clock)) {
      assertThrows(UsageException.class, () -> StoredFolder.take(RUN, List.of(), clock));
      Files.writeString(Path.of(held.here().manifest()), "{}");
      Files.writeString(Path.of(held.here().checksums()), "");
      MemoryStore.put(RUN + "/.lock", "another".getBytes(UTF_8));
      IOException lost = assertThrows(IOException.class, held::publish);
      assertThat(lost.getMessage(), containsString("lock of this run is gone"));
    }
    assertThat(MemoryStore.below(RUN).keySet(), is(Set.of(".lock")));
    assertThat(new String(MemoryStore.below(RUN).get(".lock"), UTF_8), is("another"));
  }

  @Test
  void runIsTakenUp() throws IOException {
    assertThat(run("survey", RUN).exit(), is(0));
    Map<String, String> first = comparable(MemoryStore.below(RUN));
    // As a killed run leaves it: one bucket is missing, one is cut, and an old page is about.
    List<String> buckets =
        MemoryStore.below(RUN).keySet().stream()
            .filter(name -> name.endsWith(".avro"))
            .filter(name -> name.startsWith("observations/"))
            .toList();
    byte[] whole = MemoryStore.below(RUN).get(buckets.get(0));
    MemoryStore.put(RUN + '/' + buckets.get(0), Arrays.copyOf(whole, whole.length - 10));
    MemoryStore.put(RUN + '/' + buckets.get(1) + ".unfinished", new byte[] {1});
    MemoryStore.put(RUN + "/report/old.html", new byte[] {1});
    Ran resumed = run("survey", RUN, "--resume");
    assertThat(resumed.err(), resumed.exit(), is(0));
    assertThat(resumed.err(), containsString("asked anew"));
    assertThat(comparable(MemoryStore.below(RUN)), equalTo(first));
    assertThat(MemoryStore.below(RUN).keySet(), everyItem(not(endsWith("unfinished"))));
    assertThat(manifest(RUN).at("/counts/measure/domains_kept").asInt(), is(1));
    Ran spread = run("survey", RUN, "--resume", "--buckets", "5");
    assertThat(spread.exit(), is(2));
    assertThat(spread.err(), containsString("spread over 4 buckets"));
    assertThat(MemoryStore.below(RUN).containsKey(".lock"), is(false));
    assertThat(MemoryStore.below(RUN).containsKey("SHA256SUMS"), is(true));
  }

  @Test
  void observationsAreClassifiedFromTheStoreAndNamedInTheManifest() throws IOException {
    assertThat(run("survey", RUN).exit(), is(0));
    Ran ran = run("classify", "store://bucket/two", "--observations", RUN + "/observations");
    assertThat(ran.err(), ran.exit(), is(0));
    Map<String, String> again = comparable(MemoryStore.below("store://bucket/two"));
    Map<String, String> expected = comparable(MemoryStore.below(RUN));
    expected.keySet().removeIf(name -> name.startsWith("report/"));
    assertThat(again, equalTo(expected));
    Map<String, String> named = new TreeMap<>();
    manifest("store://bucket/two")
        .at("/inputs")
        .forEach(input -> named.put(input.get("file").asText(), input.get("sha256").asText()));
    MemoryStore.below(RUN + "/observations")
        .forEach(
            (name, bytes) -> {
              if (name.endsWith(".avro")) {
                assertThat(
                    named.get(RUN + "/observations/" + name),
                    is(Hashing.sha256().hashBytes(bytes).toString()));
              }
            });
  }

  @Test
  void placesThatCannotBeReachedAreTold() {
    Ran unknown = run("measure", "nowhere://bucket/run");
    assertThat(unknown.exit(), is(2));
    assertThat(unknown.err(), containsString("no file system for nowhere://"));
    Ran wild = run("measure", "store://bucket/run*");
    assertThat(wild.exit(), is(2));
    assertThat(wild.err(), containsString("stands for others"));
    for (Object[] words :
        List.of(
            new Object[] {"verify", RUN},
            new Object[] {"report", "--tables", RUN + "/tables", "--output", folder},
            new Object[] {"demo", "--output", RUN})) {
      Ran ran = Ran.with(words);
      assertThat(ran.err(), ran.exit(), is(2));
      assertThat(ran.err(), containsString("is not on this machine; copy it here first"));
      assertThat(ran.err().lines().count(), is(1L));
    }
  }

  @Test
  void fileUrlIsAFolderOnThisMachine() {
    Path output = folder.resolve("by url");
    Ran ran = run("measure", output.toUri());
    assertThat(ran.err(), ran.exit(), is(0));
    assertThat(Files.exists(output.resolve("SHA256SUMS")), is(true));
  }
}
