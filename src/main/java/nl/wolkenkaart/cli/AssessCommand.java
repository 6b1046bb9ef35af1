package nl.wolkenkaart.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.net.PercentEscaper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import nl.wolkenkaart.directory.MailDomain;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Catalogue;
import nl.wolkenkaart.provider.CatalogueException;
import nl.wolkenkaart.provider.CatalogueSource;
import nl.wolkenkaart.provider.Exposure;
import nl.wolkenkaart.provider.Service;
import nl.wolkenkaart.table.ReadTable;
import nl.wolkenkaart.table.Table;
import nl.wolkenkaart.table.TableFormat;
import nl.wolkenkaart.table.Tables;
import nl.wolkenkaart.web.CaseFacts;
import nl.wolkenkaart.web.CaseSheet;
import nl.wolkenkaart.web.Language;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.specific.SpecificRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "assess",
    description =
        "Writes case sheets of organisations, from tables of an earlier run: what is seen, whose law,"
            + " what public assessments say, what to check and ask. Gives no verdict.",
    mixinStandardHelpOptions = true)
final class AssessCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final PercentEscaper NAMES = new PercentEscaper("-_", false);
  private static final int LONGEST_NAME = 100;

  @Option(
      names = "--tables",
      paramLabel = "DIR",
      required = true,
      description = "Folder of a run's tables, or the run's folder.")
  private Path tables;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Folder for the sheets; cases beside the tables unless told.")
  private Path output;

  @Option(
      names = "--catalogue",
      paramLabel = "DIR",
      description = "Folder of the catalogue that the tables were made with; ours unless told.")
  private Path catalogue;

  @Parameters(
      arity = "1..*",
      paramLabel = "ORGANISATION",
      description = "Identifier in the list, domain, or name.")
  private List<String> wanted;

  @Override
  public Integer call() throws Exception {
    Path folder = Files.isDirectory(tables.resolve("tables")) ? tables.resolve("tables") : tables;
    folder = folder.toAbsolutePath().normalize();
    Map<String, Attribution> found = organisations(folder);
    JsonNode manifest = manifest(folder.resolveSibling("run-manifest.json"));
    Catalogue known = catalogue(manifest);
    Map<String, List<Service>> services =
        of(folder, Tables.SERVICES, found.keySet(), Service::getOrganisationId);
    Map<String, List<Exposure>> exposures =
        of(folder, Tables.EXPOSURES, found.keySet(), Exposure::getOrganisationId);
    Path target = output == null ? folder.resolveSibling("cases") : output;
    Files.createDirectories(target);
    for (Attribution row : found.values()) {
      String id = row.getOrganisationId();
      CaseFacts facts =
          new CaseFacts(
              row,
              services.getOrDefault(id, List.of()),
              exposures.getOrDefault(id, List.of()),
              known,
              manifest.path("run_date").asText("?"),
              manifest.path("ownership_as_of").asText("?"));
      for (Language language : Language.values()) {
        Path file = target.resolve(fileName(id) + '.' + language.code());
        write(file + ".html", CaseSheet.html(facts, language));
        write(file + ".md", CaseSheet.markdown(facts, language));
      }
    }
    return ExitCode.GOOD;
  }

  private static void write(String file, String text) throws IOException {
    Files.write(Path.of(file), text.getBytes(UTF_8));
    System.out.println(file);
  }

  /** An identifier as a part of a file's name: other characters as their bytes. */
  private static String fileName(String id) {
    String name = NAMES.escape(id);
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  private Map<String, Attribution> organisations(Path folder) throws IOException {
    Map<String, String> domains = new LinkedHashMap<>();
    for (String text : wanted) {
      if (MailDomain.of(text) instanceof MailDomain.Found domain) {
        domains.put(text, domain.domain());
      }
    }
    Map<String, Attribution> found = new LinkedHashMap<>();
    Set<String> open = new LinkedHashSet<>(wanted);
    try (DataFileStream<Attribution> rows = open(folder, Tables.ATTRIBUTIONS)) {
      for (Attribution row : rows) {
        for (String text : wanted) {
          if (text.equals(row.getOrganisationId())
              || text.equals(row.getOrganisationName())
              || (row.getDomain() != null && row.getDomain().equals(domains.get(text)))) {
            found.put(row.getOrganisationId(), row);
            open.remove(text);
          }
        }
      }
    }
    if (!open.isEmpty()) {
      throw new UsageException("the tables have no organisation " + String.join(", ", open));
    }
    return found;
  }

  private static <T extends SpecificRecord> Map<String, List<T>> of(
      Path folder, Table<T> table, Set<String> ids, Function<T, String> id) throws IOException {
    Map<String, List<T>> found = new LinkedHashMap<>();
    try (DataFileStream<T> rows = open(folder, table)) {
      for (T row : rows) {
        if (ids.contains(id.apply(row))) {
          found.computeIfAbsent(id.apply(row), any -> new ArrayList<>()).add(row);
        }
      }
    }
    return found;
  }

  private static <T extends SpecificRecord> DataFileStream<T> open(Path folder, Table<T> table)
      throws IOException {
    Path file = folder.resolve(table.name() + '.' + TableFormat.AVRO.extension());
    if (!Files.isRegularFile(file)) {
      throw new UsageException(file + ": no such table");
    }
    return ReadTable.avro(file.toString(), table.type());
  }

  private static JsonNode manifest(Path file) throws IOException {
    return Files.isRegularFile(file) ? JSON.readTree(file.toFile()) : JSON.createObjectNode();
  }

  private Catalogue catalogue(JsonNode manifest) {
    try {
      CatalogueSource source =
          catalogue == null ? CatalogueSource.embedded() : CatalogueSource.of(catalogue);
      String day = manifest.path("ownership_as_of").asText("");
      Catalogue known = source.asOf(day.isEmpty() ? null : LocalDate.parse(day)).catalogue();
      String hash = manifest.path("catalogue").asText(known.hash());
      if (!hash.equals(known.hash())) {
        System.err.println(
            "warning: the tables were made with another catalogue; --catalogue DIR names it");
      }
      return known;
    } catch (CatalogueException | DateTimeParseException e) {
      throw new UsageException(e.getMessage());
    }
  }
}
