package nl.wolkenkaart.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wolkenkaart.table.Libraries;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.util.ReleaseInfo;

/**
 * What runs the pipelines: a runner of Beam, within this process or on a cluster, and how much of
 * it is used. The runners for clusters are named and never imported, since the default class path
 * is without them.
 *
 * @param name {@code direct}, {@code flink} or {@code spark}
 * @param parallelism how many threads, slots or cores work at the same time
 * @param workers how many processes ask, at most: the rate is divided among them
 * @param cluster whether it runs outside this process
 * @param given options of Beam, each {@code --name=value}, that go before ours
 */
record BeamRunner(String name, int parallelism, int workers, boolean cluster, List<String> given) {

  static final String DIRECT = "direct";
  private static final String FLINK = "flink";
  private static final String SPARK = "spark";

  /** The option of Beam that names a runner's master. */
  private static final Map<String, String> MASTER =
      Map.of(FLINK, "--flinkMaster", SPARK, "--sparkMaster");

  /** The jar with all that a cluster lacks; the launcher tells where it is. */
  private static final String CLUSTER_JAR = "wolkenkaart.cluster-jar";

  /** Shares for each slot: shares go to slots by their hash, and so unevenly. */
  private static final int SHARES_PER_SLOT = 8;

  /** A core is left idle by a thread that waits for an answer. */
  private static final int CORES = Math.max(2, Runtime.getRuntime().availableProcessors());

  /**
   * Reads the options.
   *
   * @param problems gets what is wrong with them
   */
  static BeamRunner of(RunnerOptions options, RunSpecification run, List<String> problems) {
    String name = first(options.name, run.runner(), DIRECT);
    if (!name.equals(DIRECT) && !MASTER.containsKey(name)) {
      problems.add("unknown runner '" + name + "'; there are direct, flink and spark");
      name = DIRECT;
    }
    List<String> given = List.copyOf(options.beam);
    for (String option : given) {
      if (!option.startsWith("--") || option.startsWith("--runner")) {
        problems.add("no option of Beam: '" + option + "'; those follow --, each --name=value");
      }
    }
    boolean cluster = !name.equals(DIRECT) && isOnCluster(name, given);
    Integer parallelism = first(options.parallelism, run.parallelism());
    if (parallelism == null) {
      if (cluster) {
        problems.add("say with --parallelism N how many slots of the cluster are to be used");
      }
      parallelism = CORES;
    }
    int workers = first(options.workers, run.workers(), cluster ? parallelism : 1);
    if (parallelism < 1 || workers < 1 || workers > parallelism) {
      problems.add(
          "the parallelism must be 1 or more and the workers no more than it, are "
              + parallelism
              + " and "
              + workers);
      workers = 1;
    }
    if (!cluster && workers > 1) {
      problems.add("more than one worker needs a cluster; name its master after --");
    }
    return new BeamRunner(name, Math.max(1, parallelism), workers, cluster, given);
  }

  /**
   * A cluster's own command (flink run, spark-submit) loads this program with a loader of its own
   * and knows the master.
   */
  private static boolean isOnCluster(String name, List<String> given) {
    Optional<String> master = value(given, MASTER.get(name));
    return master.isPresent()
        ? !master.get().startsWith("local") && !master.get().equals("[local]")
        : Main.isStartedByEngine();
  }

  @SafeVarargs
  private static <T> T first(T... values) {
    for (T value : values) {
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static Optional<String> value(List<String> options, String name) {
    return options.stream()
        .filter(option -> option.startsWith(name + "="))
        .map(option -> option.substring(name.length() + 1))
        .findFirst();
  }

  /** The options of Beam as they may be shown: without what gives access. */
  List<String> shown() {
    return given.stream().map(StoreOptions::shown).toList();
  }

  /**
   * Opens Beam's file systems with the options of this run.
   *
   * @throws UsageException when none of them knows a place
   */
  void reach(Location place) {
    FileSystems.setDefaultPipelineOptions(options("wolkenkaart"));
    try {
      FileSystems.matchNewResource(place.text(), true);
    } catch (IllegalArgumentException e) {
      String scheme = place.text().replaceFirst(":.*", "");
      throw new UsageException(
          place
              + ": this program has no file system for "
              + scheme
              + "://"
              + (scheme.equals("s3")
                  ? "; pipelines/run starts one that has, or build with -Ps3"
                  : ""),
          e);
    }
  }

  /** In how many parts work is dealt out. */
  int shares() {
    return name.equals(DIRECT) ? parallelism : parallelism * SHARES_PER_SLOT;
  }

  /** The version of the engine; of Beam for the direct runner, which is a part of it. */
  String version() {
    return switch (name) {
      case FLINK -> Libraries.version("/.flink-runtime.version.properties", "project.version");
      case SPARK -> Libraries.ofMaven("org.apache.spark", "spark-core_2.12");
      default -> ReleaseInfo.getReleaseInfo().getSdkVersion();
    };
  }

  /**
   * Options for a pipeline.
   *
   * @param job what the engine shows it as
   * @throws UsageException when an option is none, or the runner is not there
   */
  PipelineOptions options(String job) {
    if (name.equals(DIRECT)) {
      return direct();
    }
    List<String> all = new ArrayList<>(given);
    all.add("--runner=" + (name.equals(FLINK) ? "FlinkRunner" : "SparkRunner"));
    all.add("--jobName=" + job);
    for (String option : name.equals(FLINK) ? flink() : spark()) {
      if (value(given, option.substring(0, option.indexOf('='))).isEmpty()) {
        all.add(option);
      }
    }
    // Beam would send all that is on the class path, the engine itself with it.
    Object jar = Main.isStartedByEngine() ? Version.jar() : System.getProperty(CLUSTER_JAR);
    if (cluster && jar != null && value(given, "--filesToStage").isEmpty()) {
      all.add("--filesToStage=" + jar);
    }
    return read(all);
  }

  private PipelineOptions read(List<String> options) {
    try {
      return PipelineOptionsFactory.fromArgs(StoreOptions.with(options).toArray(String[]::new))
          .create();
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          String.valueOf(e.getMessage()).lines().findFirst().orElse("")
              + "; the runner "
              + name
              + " is there when pipelines/run --runner "
              + name
              + " starts the program",
          e);
    }
  }

  private PipelineOptions direct() {
    DirectOptions options = read(given).as(DirectOptions.class);
    options.setRunner(DirectRunner.class);
    options.setTargetParallelism(parallelism);
    // These two copy every element to find faults in our functions; the tests have them on.
    options.setEnforceImmutability(false);
    options.setEnforceEncodability(false);
    return options;
  }

  /**
   * Groups are read twice where both sides of a join are large. Elements are handed on as they are:
   * no function changes its input. On a cluster what is exchanged is kept, so that a lost slot
   * costs what it held and not the whole job.
   */
  private List<String> flink() {
    List<String> options =
        new ArrayList<>(
            List.of(
                "--parallelism=" + parallelism,
                "--reIterableGroupByKeyResult=true",
                "--objectReuse=true",
                "--fasterCopy=true"));
    if (cluster) {
      options.add("--executionModeForBatch=BATCH");
    } else {
      options.add("--flinkMaster=[local]");
    }
    return options;
  }

  /**
   * What several steps read is kept as bytes, on disk where memory does not hold it: for objects
   * Spark walks from each row to its schema and all that hangs there, to tell how large it is.
   */
  private List<String> spark() {
    property("spark.default.parallelism", Integer.toString(parallelism));
    if (cluster) {
      property("spark.executor.userClassPathFirst", "true");
      return List.of("--storageLevel=MEMORY_AND_DISK_SER");
    }
    property("spark.ui.enabled", "false");
    property("spark.driver.bindAddress", "127.0.0.1");
    property("spark.driver.host", "127.0.0.1");
    return List.of(
        "--storageLevel=MEMORY_AND_DISK_SER", "--sparkMaster=local[" + parallelism + "]");
  }

  /** Spark's own settings have no option of Beam. */
  private static void property(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }
}
