package nl.wolkenkaart.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import nl.wolkenkaart.directory.MailDomain;
import nl.wolkenkaart.directory.rows.PlainText;
import nl.wolkenkaart.observation.DomainObservation;
import nl.wolkenkaart.provider.AddressTable;
import nl.wolkenkaart.provider.Catalogue;
import nl.wolkenkaart.provider.Classifier;
import nl.wolkenkaart.provider.Corrections;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "explain",
    description = {
      "Tells why a domain is classified as it is: the evidence, its points, the rule that decided,",
      "and what would have changed the verdict. From observations, or straight from DNS."
    },
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  @Option(names = "--observations", paramLabel = "DIR", description = "Folder of observations.")
  private Path observations;

  @Option(
      names = "--resolvers",
      paramLabel = "HOST[:PORT]",
      split = ",",
      description = "Asks these resolvers now, in place of --observations.")
  private List<String> resolvers = List.of();

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Questions per second in all, 0 for no limit; 100 unless told.")
  private Integer rate;

  @Option(
      names = "--run-date",
      paramLabel = "DATE",
      description = "The date that corrections are judged by, YYYY-MM-DD; today unless told.")
  private String runDate;

  @Option(
      names = "--addresses",
      paramLabel = "FILE.mmdb",
      description = "Table of addresses that tells where servers stand; without it no country.")
  private Path addresses;

  @Option(
      names = "--catalogue",
      paramLabel = "DIR",
      description = "Folder of providers, companies, services and corrections; ours unless told.")
  private Path catalogueFolder;

  @Option(names = "--json", description = "Writes JSON, an object for each domain.")
  private boolean json;

  @Parameters(paramLabel = "DOMAIN", arity = "1..*", description = "Domains, URLs or addresses.")
  private List<String> given;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if ((observations == null) == resolvers.isEmpty()) {
      throw new UsageException(
          "name either a folder with --observations DIR, or whom to ask with --resolvers HOST");
    }
    Set<String> domains = domains();
    RunSettings settings = settings();
    ObservationFolder folder = observations == null ? null : new ObservationFolder(observations);
    List<DomainObservation> observed =
        folder != null ? folder.of(domains) : new ExplainLookup(settings).of(domains);
    Catalogue catalogue = settings.catalogue().catalogue();
    Corrections corrections = settings.catalogue().corrections(settings.runDate());
    List<ExplainedDomain> explained;
    try (AddressTable table = settings.addressTable()) {
      Classifier classifier = new Classifier(catalogue, table);
      ExplainCustomers survey =
          folder == null
              ? ExplainCustomers.unknown(classifier, catalogue)
              : ExplainCustomers.of(observed, folder, classifier, catalogue);
      explained =
          observed.stream()
              .map(o -> ExplainedDomain.of(o, survey, catalogue, corrections))
              .toList();
    }
    if (json) {
      System.out.write(ExplainJson.of(explained).getBytes(StandardCharsets.UTF_8));
      System.out.flush();
    } else {
      print(explained, System.out, catalogue);
    }
    return ExitCode.GOOD;
  }

  private static void print(List<ExplainedDomain> all, PrintStream out, Catalogue catalogue) {
    ExplainText text = new ExplainText(out, catalogue);
    for (int i = 0; i < all.size(); i++) {
      if (i > 0) {
        out.println();
      }
      text.print(all.get(i));
    }
  }

  /** What was given, read as the lists are. */
  private Set<String> domains() {
    Set<String> domains = new LinkedHashSet<>();
    List<String> problems = new ArrayList<>();
    for (String text : given) {
      MailDomain.Result result = MailDomain.of(text);
      if (result instanceof MailDomain.Found found) {
        domains.add(found.domain());
      } else if (result instanceof MailDomain.Refused refused) {
        problems.add("'" + PlainText.escape(text) + "': " + refused.reason());
      }
    }
    if (!problems.isEmpty()) {
      throw new UsageException(String.join("; ", problems));
    }
    return domains;
  }

  private RunSettings settings() {
    RunOptions options = new RunOptions();
    options.resolvers = resolvers;
    options.rate = rate;
    options.runDate = runDate;
    options.addresses = addresses;
    options.catalogue = catalogueFolder;
    boolean asks = observations == null;
    return RunSettings.of(options, RunSpecification.empty(), asks, Clock.systemUTC());
  }
}
