package nl.wolkenkaart.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import nl.wolkenkaart.provider.CatalogueException;
import nl.wolkenkaart.provider.CatalogueSource;
import nl.wolkenkaart.provider.Company;
import nl.wolkenkaart.provider.Exposure;
import nl.wolkenkaart.provider.Holding;
import nl.wolkenkaart.provider.OwnerChange;
import nl.wolkenkaart.provider.Service;
import nl.wolkenkaart.table.ReadTable;
import nl.wolkenkaart.table.TableFormat;
import nl.wolkenkaart.table.Tables;
import org.apache.avro.file.DataFileStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "owners",
    description =
        "Says which companies changed hands between two days, by which source, and which"
            + " organisations of a run that touches.",
    mixinStandardHelpOptions = true)
final class OwnersCommand implements Callable<Integer> {
  @Option(names = "--from", paramLabel = "DATE", required = true, description = "The first day.")
  private String from;

  @Option(names = "--to", paramLabel = "DATE", required = true, description = "The second day.")
  private String to;

  @Option(
      names = "--tables",
      paramLabel = "DIR",
      description = "Folder of a run's tables, or the run's folder.")
  private Path tables;

  @Option(
      names = "--catalogue",
      paramLabel = "DIR",
      description = "Folder of the catalogue; ours unless told.")
  private Path catalogue;

  @Override
  public Integer call() throws Exception {
    List<OwnerChange> changes;
    try {
      CatalogueSource source =
          catalogue == null ? CatalogueSource.embedded() : CatalogueSource.of(catalogue);
      changes = OwnerChange.between(source.catalogue(), LocalDate.parse(from), LocalDate.parse(to));
    } catch (CatalogueException | DateTimeParseException e) {
      throw new UsageException(e.getMessage());
    }
    Map<String, Map<String, Set<String>>> touched = tables == null ? Map.of() : touched();
    for (OwnerChange change : changes) {
      print(change);
      touched
          .getOrDefault(change.after().id(), Map.of())
          .forEach(
              (role, organisations) ->
                  System.out.println(
                      "  "
                          + role
                          + " of "
                          + organisations.size()
                          + ": "
                          + String.join(", ", organisations)));
    }
    System.out.println(changes.size() + " companies differ between " + from + " and " + to);
    return ExitCode.GOOD;
  }

  private static void print(OwnerChange change) {
    Holding cause = change.cause();
    System.out.println(
        change.after().id() + ": " + text(change.before()) + " -> " + text(change.after()));
    if (cause != null) {
      System.out.println("  from " + cause.from() + " (" + cause.fromIs() + ')');
      System.out.println(
          "  " + cause.source() + " (" + cause.date() + ", " + cause.confidence() + ')');
    }
  }

  private static String text(Company company) {
    return (company.jurisdiction() == null ? "not known" : company.jurisdiction())
        + " ("
        + company.ultimate()
        + ')';
  }

  /** Organisations by role and company. */
  private Map<String, Map<String, Set<String>>> touched() throws IOException {
    Path folder = Files.isDirectory(tables.resolve("tables")) ? tables.resolve("tables") : tables;
    Map<String, Map<String, Set<String>>> touched = new TreeMap<>();
    try (DataFileStream<Exposure> rows =
            ReadTable.avro(file(folder, Tables.EXPOSURES.name()), Exposure.class);
        DataFileStream<Service> services =
            ReadTable.avro(file(folder, Tables.SERVICES.name()), Service.class)) {
      for (Exposure row : rows) {
        if (row.getCompany() != null) {
          add(touched, row.getCompany(), row.getRole(), row.getOrganisationId());
        }
      }
      for (Service row : services) {
        add(touched, row.getCompany(), "service " + row.getService(), row.getOrganisationId());
      }
    }
    return touched;
  }

  private static void add(
      Map<String, Map<String, Set<String>>> touched, String company, String role, String id) {
    touched
        .computeIfAbsent(company, any -> new TreeMap<>())
        .computeIfAbsent(role, any -> new TreeSet<>())
        .add(id);
  }

  private static String file(Path folder, String table) {
    Path file = folder.resolve(table + '.' + TableFormat.AVRO.extension());
    if (!Files.isRegularFile(file)) {
      throw new UsageException(file + ": no such table");
    }
    return file.toAbsolutePath().normalize().toString();
  }
}
