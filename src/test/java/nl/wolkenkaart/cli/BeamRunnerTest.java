package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.junit.jupiter.api.Test;

/** What the options say about the runner. The runners for clusters are not on this class path. */
class BeamRunnerTest {
  private final List<String> problems = new ArrayList<>();

  private BeamRunner runner(String name, Integer parallelism, Integer workers, String... beam) {
    RunnerOptions options = new RunnerOptions();
    options.name = name;
    options.parallelism = parallelism;
    options.workers = workers;
    options.beam = List.of(beam);
    return BeamRunner.of(options, RunSpecification.empty(), problems);
  }

  @Test
  void directRunnerHasAsManySharesAsThreads() {
    BeamRunner runner = runner(null, 3, null);
    assertThat(problems, is(empty()));
    assertThat(runner.name(), is("direct"));
    assertThat(runner.shares(), is(3));
    assertThat(runner.workers(), is(1));
    DirectOptions options = runner.options("test").as(DirectOptions.class);
    assertThat(options.getRunner(), is((Object) DirectRunner.class));
    assertThat(options.getTargetParallelism(), is(3));
    assertThat(options.isEnforceImmutability(), is(false));
  }

  @Test
  void optionsOfBeamReachTheRunner() {
    BeamRunner runner = runner("direct", 2, null, "--blockOnRun=false");
    assertThat(runner.options("test").as(DirectOptions.class).isBlockOnRun(), is(false));
  }

  @Test
  void whatGivesAccessIsNotShown() {
    BeamRunner runner =
        runner(
            null,
            2,
            null,
            "--endpoint=http://127.0.0.1:9444",
            "--awsCredentialsProvider={\"awsSecretKey\":\n\"mine\"}",
            "--SSECustomerKey={\"key\":\"mine\"}");
    assertThat(
        runner.shown(),
        contains(
            "--endpoint=http://127.0.0.1:9444",
            "--awsCredentialsProvider=***",
            "--SSECustomerKey=***"));
  }

  @Test
  void embeddedEngineIsOneWorkerWithMoreSharesThanSlots() {
    BeamRunner runner = runner("spark", 2, null, "--sparkMaster=local[2]");
    assertThat(problems, is(empty()));
    assertThat(runner.cluster(), is(false));
    assertThat(runner.workers(), is(1));
    assertThat(runner.shares(), is(greaterThan(2)));
    assertThat(runner("flink", 2, null, "--flinkMaster=[local]").cluster(), is(false));
    assertThat(runner("flink", 2, null).cluster(), is(false));
  }

  /** Each slot may be a process of its own: then none asks faster than was allowed. */
  @Test
  void clusterHasAsManyWorkersAsSlotsUnlessTold() {
    BeamRunner runner = runner("flink", 6, null, "--flinkMaster=jobmanager:8081");
    assertThat(problems, is(empty()));
    assertThat(runner.cluster(), is(true));
    assertThat(runner.workers(), is(6));
    assertThat(runner("flink", 6, 2, "--flinkMaster=jobmanager:8081").workers(), is(2));
  }

  @Test
  void clusterWithoutParallelismIsAProblem() {
    runner("spark", null, null, "--sparkMaster=spark://master:7077");
    assertThat(problems, contains(containsString("--parallelism")));
  }

  @Test
  void moreWorkersThanSlotsAndWorkersWithoutAClusterAreProblems() {
    runner("flink", 2, 3, "--flinkMaster=jobmanager:8081");
    runner("flink", 2, 2);
    assertThat(
        problems, contains(containsString("no more than it"), containsString("needs a cluster")));
  }

  @Test
  void unknownRunnerAndWhatIsNoOptionAreProblems() {
    runner("samza", null, null, "flinkMaster=x", "--runner=FlinkRunner");
    assertThat(
        problems,
        contains(
            containsString("unknown runner 'samza'"),
            containsString("'flinkMaster=x'"),
            containsString("'--runner=FlinkRunner'")));
  }

  @Test
  void runnerThatIsNotThereIsAMatterOfUsage() {
    BeamRunner runner = runner("flink", 2, null);
    UsageException e = assertThrows(UsageException.class, () -> runner.options("test"));
    assertThat(
        e.getMessage(),
        allOf(containsString("FlinkRunner"), containsString("pipelines/run --runner flink")));
  }

  @Test
  void unknownOptionOfBeamIsAMatterOfUsage() {
    BeamRunner runner = runner("direct", 2, null, "--noSuchOption=1");
    assertThrows(UsageException.class, () -> runner.options("test"));
  }
}
