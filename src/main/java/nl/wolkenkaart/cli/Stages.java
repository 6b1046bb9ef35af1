package nl.wolkenkaart.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import nl.wolkenkaart.ClassifyPipeline;
import nl.wolkenkaart.MeasurePipeline;
import nl.wolkenkaart.directory.Buckets;
import nl.wolkenkaart.directory.OrganisationLists;
import nl.wolkenkaart.lookup.LookupEngine;
import nl.wolkenkaart.lookup.LookupFigures;
import nl.wolkenkaart.lookup.SharedEngine;
import nl.wolkenkaart.observation.CountQuestions;
import nl.wolkenkaart.provider.Corrections;
import nl.wolkenkaart.table.RunFolder;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the two pipelines and brings back what they counted. */
final class Stages {
  private static final Logger LOG = LoggerFactory.getLogger(Stages.class);

  /**
   * Threads of the DirectRunner, and shares of the buckets that are asked. A thread that has
   * nothing to do takes a core for itself, looking for work: there are no more of them than cores.
   */
  private static final int WORKERS = Math.max(2, Runtime.getRuntime().availableProcessors());

  /** The DirectRunner's threads share one engine. */
  private static final int PROCESSES = 1;

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
   * @param seconds wall time
   * @param asked what was asked, questions of many domains once; nothing for a stage that asks
   *     nothing
   */
  record Outcome(Map<String, Long> counts, double seconds, LookupFigures asked) {
    long count(String what) {
      return counts.getOrDefault(what, 0L);
    }

    /** Questions by status. */
    Map<String, Long> questions() {
      Map<String, Long> questions = new TreeMap<>();
      counts.forEach(
          (what, n) -> {
            if (what.startsWith(CountQuestions.QUESTIONS)) {
              questions.put(what.substring(CountQuestions.QUESTIONS.length()), n);
            }
          });
      return questions;
    }
  }

  /**
   * Asks.
   *
   * @param domains how many there are
   */
  Outcome measure(OrganisationLists organisations, long domains, Progress progress)
      throws IOException {
    SharedEngine shared = settings.engine().dividedAmong(PROCESSES);
    if (settings.rate() > 0) {
      LOG.info(
          "at most {} questions per second in all, divided among {} process(es): {} for each",
          settings.rate(),
          PROCESSES,
          shared.settings().rate());
    }
    // Held here too, so that the counters outlast the workers that come and go.
    LookupEngine engine = shared.acquire();
    try (AutoCloseable watching = progress.watch(engine.counters(), domains)) {
      Outcome outcome =
          run(
              pipeline ->
                  MeasurePipeline.build(
                      pipeline, organisations, shared, settings.buckets(), WORKERS, folder),
              MeasurePipeline.COUNTS);
      return new Outcome(outcome.counts, outcome.seconds, engine.counters().soFar());
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("the progress could not be stopped", e);
    } finally {
      shared.release();
    }
  }

  Outcome classify(OrganisationLists organisations, String observations, Corrections corrections)
      throws IOException {
    return run(
        pipeline ->
            ClassifyPipeline.build(
                pipeline,
                organisations,
                observations,
                WORKERS,
                new Buckets(WORKERS),
                settings.addresses() == null ? null : settings.addresses().toString(),
                settings.catalogue(),
                corrections,
                settings.minCell(),
                settings.scenarios().stream().map(ScenarioInput::scenario).toList(),
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
    return run(
        pipeline ->
            ClassifyPipeline.again(
                pipeline,
                organisations,
                observations,
                WORKERS,
                new Buckets(WORKERS),
                settings.addresses() == null ? null : settings.addresses().toString(),
                settings.catalogue(),
                corrections,
                folder),
        ClassifyPipeline.COUNTS);
  }

  private Outcome run(Consumer<Pipeline> build, String counts) throws IOException {
    long started = System.nanoTime();
    DirectOptions options = PipelineOptionsFactory.create().as(DirectOptions.class);
    options.setRunner(DirectRunner.class);
    options.setTargetParallelism(WORKERS);
    // These two copy every element to find faults in our functions; the tests have them on.
    options.setEnforceImmutability(false);
    options.setEnforceEncodability(false);
    Pipeline pipeline = Pipeline.create(options);
    build.accept(pipeline);
    pipeline.run().waitUntilFinish();
    Path file = Path.of(folder.root(), counts);
    Map<String, Long> read = JSON.readValue(file.toFile(), new TypeReference<>() {});
    Files.delete(file);
    return new Outcome(
        read, (System.nanoTime() - started) / NANOS_PER_SECOND, LookupFigures.none());
  }
}
