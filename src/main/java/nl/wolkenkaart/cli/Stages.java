package nl.wolkenkaart.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import nl.wolkenkaart.ClassifyPipeline;
import nl.wolkenkaart.ClassifyRules;
import nl.wolkenkaart.MeasurePipeline;
import nl.wolkenkaart.directory.Buckets;
import nl.wolkenkaart.directory.OrganisationLists;
import nl.wolkenkaart.lookup.LookupEngine;
import nl.wolkenkaart.lookup.SharedEngine;
import nl.wolkenkaart.observation.CountQuestions;
import nl.wolkenkaart.provider.Corrections;
import nl.wolkenkaart.table.RunFolder;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the two pipelines and brings back what they counted. */
final class Stages {
  private static final Logger LOG = LoggerFactory.getLogger(Stages.class);

  private static final double NANOS_PER_SECOND = 1e9;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunSettings settings;
  private final RunFolder folder;

  Stages(RunSettings settings, RunFolder folder) {
    this.settings = settings;
    this.folder = folder;
  }

  /**
   * What a stage counted.
   *
   * @param counts elements by what they are
   * @param metrics what the runner's counters say, see {@link RunnerMetrics}
   * @param seconds wall time
   */
  record Outcome(Map<String, Long> counts, Map<String, Long> metrics, double seconds) {
    long count(String what) {
      return counts.getOrDefault(what, 0L);
    }

    /** Questions by status. */
    Map<String, Long> questions() {
      return beginningWith(CountQuestions.QUESTIONS);
    }

    /** Questions that ended, by status, those of many domains once. */
    Map<String, Long> asked() {
      return beginningWith(CountQuestions.ASKED);
    }

    /** Domains that each process asked about, by what the process calls itself. */
    Map<String, Long> workers() {
      return beginningWith(CountQuestions.WORKER);
    }

    private Map<String, Long> beginningWith(String beginning) {
      Map<String, Long> found = new TreeMap<>();
      counts.forEach(
          (what, n) -> {
            if (what.startsWith(beginning)) {
              found.put(what.substring(beginning.length()), n);
            }
          });
      return found;
    }
  }

  /**
   * Asks.
   *
   * @param domains how many there are
   */
  Outcome measure(OrganisationLists organisations, long domains, Progress progress)
      throws IOException {
    BeamRunner runner = settings.runner();
    SharedEngine shared = settings.engine().dividedAmong(runner.workers());
    if (settings.rate() > 0) {
      LOG.info(
          "at most {} questions per second in all, divided among {} worker(s): {} for each",
          settings.rate(),
          runner.workers(),
          shared.settings().rate());
    }
    if (runner.cluster()) {
      LOG.info("the engine's own pages show how far it is");
      return measure(organisations, shared);
    }
    // Held here too, so that the counters outlast the workers that come and go.
    LookupEngine engine = shared.acquire();
    try (AutoCloseable watching = progress.watch(engine.counters(), domains)) {
      return measure(organisations, shared);
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("the progress could not be stopped", e);
    } finally {
      shared.release();
    }
  }

  private Outcome measure(OrganisationLists organisations, SharedEngine shared) throws IOException {
    int shares = settings.runner().shares();
    return run(
        "measure",
        pipeline ->
            MeasurePipeline.build(
                pipeline, organisations, shared, settings.buckets(), shares, folder),
        MeasurePipeline.COUNTS);
  }

  Outcome classify(OrganisationLists organisations, String observations, Corrections corrections)
      throws IOException {
    int shares = settings.runner().shares();
    return run(
        "classify",
        pipeline ->
            ClassifyPipeline.build(
                pipeline,
                organisations,
                observations,
                shares,
                joined(),
                rules(corrections),
                folder),
        ClassifyPipeline.COUNTS);
  }

  /**
   * Classifies a run's observations again, with the catalogue of these settings.
   *
   * @param organisations its table of organisations, as Avro
   */
  Outcome classifyAgain(String organisations, String observations, Corrections corrections)
      throws IOException {
    int shares = settings.runner().shares();
    return run(
        "classify-again",
        pipeline ->
            ClassifyPipeline.again(
                pipeline,
                organisations,
                observations,
                shares,
                joined(),
                rules(corrections),
                folder),
        ClassifyPipeline.COUNTS);
  }

  /**
   * Over how many keys organisations and domains are joined: a worker holds those of one key in
   * memory. On the direct runner, which keeps all in memory anyway, each key costs.
   */
  private Buckets joined() {
    int shares = settings.runner().shares();
    return settings.runner().name().equals(BeamRunner.DIRECT)
        ? new Buckets(shares)
        : new Buckets(Math.max(shares, settings.buckets().count()));
  }

  private ClassifyRules rules(Corrections corrections) {
    return new ClassifyRules(
        settings.catalogue(),
        corrections,
        settings.addresses() == null ? null : settings.addresses().toString(),
        settings.minCell(),
        settings.scenarios().stream().map(ScenarioInput::scenario).toList());
  }

  private Outcome run(String stage, Consumer<Pipeline> build, String counts) throws IOException {
    long started = System.nanoTime();
    Pipeline pipeline = Pipeline.create(settings.runner().options("wolkenkaart-" + stage));
    build.accept(pipeline);
    PipelineResult result = pipeline.run();
    PipelineResult.State state = result.waitUntilFinish();
    if (state != PipelineResult.State.DONE) {
      throw new IOException("the runner ended the job with " + state);
    }
    String file = folder.root() + '/' + counts;
    Map<String, Long> read = JSON.readValue(StoredFiles.read(file), new TypeReference<>() {});
    StoredFiles.delete(file);
    double seconds = (System.nanoTime() - started) / NANOS_PER_SECOND;
    return new Outcome(read, RunnerMetrics.counters(result), seconds);
  }
}
