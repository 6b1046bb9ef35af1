package nl.wolkenkaart.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A run specification: the options of a run in a YAML file. What the command line says goes before
 * it; each value may be absent.
 *
 * @param organisations path of the list, beside the file or from the root
 * @param inputs the lists and registers, where there are several or more is to be said of one
 * @param resolvers resolvers to ask, each {@code host} or {@code host:port}
 * @param rate questions per second in all, 0 for no limit
 * @param runner {@code direct}, {@code flink} or {@code spark}
 * @param parallelism threads or slots to use
 * @param workers processes of a cluster that ask
 * @param runDate the date that the run stands for, {@code YYYY-MM-DD}
 * @param buckets how many parts the domains are spread over
 * @param domainsInFlight domains looked up at the same time
 * @param questionsInFlight questions under way at the same time
 * @param deadlineSeconds seconds that resolvers may take over one domain in all
 * @param maxFailureShare part of the lookups that may fail, 0 to 1
 * @param withoutQuestions questions of the plan that are left out
 * @param addresses path of a table of addresses, beside the file or from the root
 * @param publication who answers for the dataset and where it will stand
 * @param minCell organisations that a cell of a table that counts must have
 * @param catalogue folder of a catalogue, beside the file or from the root
 * @param asOf the day whose owners of companies count, {@code YYYY-MM-DD}
 * @param scenarios paths of scenarios, beside the file or from the root
 */
record RunSpecification(
    String organisations,
    List<Input> inputs,
    List<String> resolvers,
    Integer rate,
    String runner,
    Integer parallelism,
    Integer workers,
    String runDate,
    Integer buckets,
    Integer domainsInFlight,
    Integer questionsInFlight,
    Integer deadlineSeconds,
    Double maxFailureShare,
    List<String> withoutQuestions,
    String addresses,
    PublicationOptions.Specified publication,
    Integer minCell,
    String catalogue,
    String asOf,
    List<String> scenarios) {

  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory())
          .setPropertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /**
   * A register that is read.
   *
   * @param path beside the file or from the root
   * @param format one of those that {@code directory --help} lists; the content tells it unless
   *     told
   * @param sector sector of all its organisations
   * @param sectors sector by type of organisation; goes before the catalogue's
   * @param asOf date of which it is, {@code YYYY-MM-DD}
   * @param fields columns by our fields, for a table that no format is for
   */
  record Input(
      String path,
      String format,
      String sector,
      Map<String, String> sectors,
      String asOf,
      Map<String, String> fields) {}

  RunSpecification {
    inputs = inputs == null ? List.of() : List.copyOf(inputs);
    resolvers = resolvers == null ? List.of() : List.copyOf(resolvers);
    scenarios = scenarios == null ? List.of() : List.copyOf(scenarios);
    withoutQuestions = withoutQuestions == null ? List.of() : List.copyOf(withoutQuestions);
  }

  /** A specification that says nothing. */
  static RunSpecification empty() {
    return new RunSpecification(
        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null, null, null, null);
  }

  /**
   * Reads a file.
   *
   * @throws UsageException naming the file and what is wrong with it
   */
  static RunSpecification read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UsageException(file + ": no such run specification");
    }
    try {
      RunSpecification read = YAML.readValue(file.toFile(), RunSpecification.class);
      return read == null ? empty() : read.beside(file);
    } catch (JsonProcessingException e) {
      throw new UsageException(
          file + ": " + e.getOriginalMessage().lines().findFirst().orElse(""), e);
    } catch (IOException e) {
      throw new UsageException(file + ": cannot be read", e);
    }
  }

  private RunSpecification beside(Path file) {
    List<Input> found = new ArrayList<>();
    for (Input input : inputs) {
      if (input.path() == null) {
        throw new UsageException(file + ": an input has no path");
      }
      found.add(
          new Input(
              beside(file, input.path()),
              input.format(),
              input.sector(),
              input.sectors(),
              input.asOf(),
              input.fields()));
    }
    return new RunSpecification(
        beside(file, organisations),
        found,
        resolvers,
        rate,
        runner,
        parallelism,
        workers,
        runDate,
        buckets,
        domainsInFlight,
        questionsInFlight,
        deadlineSeconds,
        maxFailureShare,
        withoutQuestions,
        beside(file, addresses),
        publication,
        minCell,
        beside(file, catalogue),
        asOf,
        scenarios.stream().map(scenario -> beside(file, scenario)).toList());
  }

  private static String beside(Path file, String path) {
    return path == null ? null : file.toAbsolutePath().resolveSibling(path).toString();
  }
}
