package nl.wolkenkaart.table;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.wolkenkaart.provider.Scenario;
import nl.wolkenkaart.statistics.InvariantReport;

/**
 * {@code run-manifest.json}: what was run, on what, and what came of it.
 *
 * <p>Sections are filled in as the run goes; the keys are sorted at every level, and a section that
 * was not filled in is left out. {@code seconds} is the only one that differs between two equal
 * runs on one machine.
 */
public final class RunManifest {
  /** The option of the smallest cell; {@link DatasetCheck} recounts with it. */
  public static final String MIN_CELL = "min-cell";

  private final Map<String, Object> sections = new TreeMap<>();
  private final Map<String, Map<String, Object>> inputs = new TreeMap<>();
  private final Map<String, Map<String, Object>> scenarios = new TreeMap<>();
  private final Map<String, Map<String, Long>> counts = new TreeMap<>();
  private final Map<String, Map<String, Long>> metrics = new TreeMap<>();
  private final Map<String, Double> seconds = new TreeMap<>();

  /** The program's name and version. */
  @CanIgnoreReturnValue
  public RunManifest program(String name, String version) {
    sections.put("program", Map.of("name", name, "version", version));
    return this;
  }

  /** The command, such as {@code classify}, and every option with the value that was used. */
  @CanIgnoreReturnValue
  public RunManifest command(String command, Map<String, String> options) {
    sections.put("command", command);
    sections.put("options", new TreeMap<>(options));
    return this;
  }

  /** What the folder holds, where that is not the tables of one run. */
  @CanIgnoreReturnValue
  public RunManifest dataset(DatasetKind kind) {
    sections.put("dataset", kind.word());
    return this;
  }

  /** The date that the run stands for. */
  @CanIgnoreReturnValue
  public RunManifest runDate(LocalDate date) {
    sections.put("run_date", date.toString());
    return this;
  }

  /** A file that was read, with its size and SHA-256 at this moment. */
  @CanIgnoreReturnValue
  public RunManifest input(Path file) throws IOException {
    return input(file.toString(), Files.size(file), Checksums.sha256(file));
  }

  /** A file that was read, wherever it is. */
  @CanIgnoreReturnValue
  public RunManifest input(String file, long bytes, String sha256) {
    inputs.put(file, Map.of("file", file, "bytes", bytes, "sha256", sha256));
    return this;
  }

  /** The program's jar, with its SHA-256; the libraries beside it are known by their versions. */
  @CanIgnoreReturnValue
  public RunManifest jar(Path file) throws IOException {
    sections.put("jar", Map.of("bytes", Files.size(file), "sha256", Checksums.sha256(file)));
    return this;
  }

  /** The hash of the catalogue that classified. */
  @CanIgnoreReturnValue
  public RunManifest catalogue(String hash) {
    sections.put("catalogue", hash);
    return this;
  }

  /** The day whose owners of companies count. */
  @CanIgnoreReturnValue
  public RunManifest ownershipAsOf(LocalDate day) {
    sections.put("ownership_as_of", day.toString());
    return this;
  }

  /** What was supposed beside what is, where that comes from, and the file that says it. */
  @CanIgnoreReturnValue
  public RunManifest scenario(Scenario scenario, Path file) {
    Map<String, Object> text = new TreeMap<>(ScenarioText.of(scenario));
    text.put("file", file.toString());
    scenarios.put(scenario.id(), text);
    return this;
  }

  /** The hash of the corrections that were laid over what was found. */
  @CanIgnoreReturnValue
  public RunManifest corrections(String hash) {
    sections.put("corrections", hash);
    return this;
  }

  /** The identifier of the plan of questions. */
  @CanIgnoreReturnValue
  public RunManifest plan(String plan) {
    sections.put("plan", plan);
    return this;
  }

  /** The resolvers that were asked, {@code address:port}, in the order of their use. */
  @CanIgnoreReturnValue
  public RunManifest resolvers(Collection<String> resolvers) {
    sections.put("resolvers", List.copyOf(resolvers));
    return this;
  }

  /** The runner, such as {@code direct}. */
  @CanIgnoreReturnValue
  public RunManifest runner(String runner) {
    sections.put("runner", runner);
    return this;
  }

  /**
   * The version of the runner's engine, how many slots worked at the same time, and among how many
   * processes the rate was divided.
   */
  @CanIgnoreReturnValue
  public RunManifest engine(String version, int slots, int workers) {
    sections.put("runner_version", version);
    sections.put("parallelism", slots);
    sections.put("workers", workers);
    return this;
  }

  /** The versions of libraries; see {@link Libraries#versions}. */
  @CanIgnoreReturnValue
  public RunManifest libraries(Map<String, String> versions) {
    sections.put("libraries", new TreeMap<>(versions));
    return this;
  }

  /** How many of something went in or out of a stage. */
  @CanIgnoreReturnValue
  public RunManifest count(String stage, String what, long number) {
    counts.computeIfAbsent(stage, s -> new TreeMap<>()).put(what, number);
    return this;
  }

  /** How many questions came to each status, and which part of them counts as failed, 0 to 1. */
  @CanIgnoreReturnValue
  public RunManifest questions(Map<String, Long> byStatus, double failureShare) {
    sections.put("questions", new TreeMap<>(byStatus));
    sections.put("failure_share", failureShare);
    return this;
  }

  /** The runner's counters of a stage, attempts that failed included. */
  @CanIgnoreReturnValue
  public RunManifest metrics(String stage, Map<String, Long> counters) {
    metrics.put(stage, new TreeMap<>(counters));
    return this;
  }

  /** How long a stage took. */
  @CanIgnoreReturnValue
  public RunManifest seconds(String stage, double duration) {
    seconds.put(stage, duration);
    return this;
  }

  /** What came of the invariants. */
  @CanIgnoreReturnValue
  public RunManifest invariants(InvariantReport report) {
    sections.put("invariants", Map.of("held", report.held(), "violated", report.violated()));
    return this;
  }

  /** The manifest as JSON (RFC 8259), indented by two spaces, with LF, ending in one. */
  public String toJson() {
    Map<String, Object> all = new TreeMap<>(sections);
    if (!inputs.isEmpty()) {
      all.put("inputs", new ArrayList<>(inputs.values()));
    }
    if (!scenarios.isEmpty()) {
      all.put("scenarios", new ArrayList<>(scenarios.values()));
    }
    if (!counts.isEmpty()) {
      all.put("counts", counts);
    }
    if (!metrics.isEmpty()) {
      all.put("metrics", metrics);
    }
    if (!seconds.isEmpty()) {
      all.put("seconds", seconds);
    }
    return PrettyJson.sorted(all);
  }

  /** Writes the manifest beside its place and renames it over what is there. */
  public void write(Path file) throws IOException {
    Checksums.replace(file, toJson());
  }
}
