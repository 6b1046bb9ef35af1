package nl.wolkenkaart.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Catalogue;
import nl.wolkenkaart.provider.Exposure;
import nl.wolkenkaart.provider.Service;
import nl.wolkenkaart.provider.Tenant;
import nl.wolkenkaart.statistics.Concentration;
import nl.wolkenkaart.statistics.Counts;
import nl.wolkenkaart.statistics.NotMeasured;
import nl.wolkenkaart.statistics.ServerLaw;
import nl.wolkenkaart.statistics.Statistic;
import nl.wolkenkaart.statistics.Utf8Order;
import nl.wolkenkaart.table.Table;
import nl.wolkenkaart.table.TableRows;
import nl.wolkenkaart.table.Tables;
import org.apache.avro.specific.SpecificRecord;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Writes the report of a run: {@code index.html}, the evidence beside it, {@code summary.md} and
 * {@code summary.json}. The same tables give the same bytes.
 */
public final class Report {
  /** The page's name. */
  public static final String PAGE = "index.html";

  /** Why there is no report of pooled tables. */
  private static final String POOLED =
      "no report: it would show every organisation, and the statistics are pooled with --min-cell";

  /**
   * Organisations that a report can have. Each is in the page's own index, of which a thousand take
   * 57 KB: at the limit the page has some 12 MB.
   */
  private static final long MOST_ORGANISATIONS = 200_000;

  private static final String MARKDOWN = "summary.md";
  private static final String JSON = "summary.json";

  private Report() {}

  /** Whether a path within a report's folder, with slashes, is a file that a report has. */
  public static boolean isFile(String path) {
    return path.equals(PAGE)
        || path.equals(MARKDOWN)
        || path.equals(JSON)
        || path.startsWith(EvidenceShards.FOLDER + '/');
  }

  /**
   * What came of a report.
   *
   * @param page the page, if there is one
   * @param why what to say to people where there is none
   */
  public record Written(Optional<Path> page, String why) {
    private static Written none(String why) {
      return new Written(Optional.empty(), why);
    }
  }

  /**
   * Writes a report.
   *
   * @param tables folder of the tables; the run's manifest may lie beside it
   * @param output folder of the report, made if it is not there; an earlier report in it is
   *     replaced
   * @return the page; none where the statistics are pooled, since a page that shows every
   *     organisation would tell what the pooling is to hide, and none of more organisations than a
   *     page can hold
   * @throws IOException if a table is missing or damaged, or a file cannot be written
   * @throws ReportException if the tables contradict each other; nothing but evidence was written
   */
  public static Written write(Path tables, Path output, ReportOptions options) throws IOException {
    Figures figures;
    try (TableRows<Statistic> rows = TableRows.in(tables, Tables.STATISTICS)) {
      figures = new Figures(rows);
    }
    if (figures.arePooled()) {
      return Written.none(POOLED);
    }
    long number = figures.organisations(Counts.ALL);
    if (number > MOST_ORGANISATIONS) {
      return Written.none(
          String.format(
              Locale.ROOT,
              "no report: it would show each of %,d organisations on one page, which holds %,d; the tables have"
                  + " them all",
              number,
              MOST_ORGANISATIONS));
    }
    Path evidence = output.resolve(EvidenceShards.FOLDER);
    clear(evidence);
    List<OrganisationRow> organisations = new ArrayList<>();
    Map<String, Long> countries = new HashMap<>();
    EvidenceShards shards;
    try (TableRows<Attribution> rows = TableRows.in(tables, Tables.ATTRIBUTIONS);
        TableRows<Service> services = TableRows.in(tables, Tables.SERVICES);
        TableRows<Exposure> exposures =
            TableRows.exist(tables, Tables.EXPOSURES)
                ? TableRows.in(tables, Tables.EXPOSURES)
                : null;
        TableRows<Tenant> tenants = TableRows.in(tables, Tables.TENANTS);
        EvidenceShards writing =
            new EvidenceShards(evidence, services, exposures, tenants, options.catalogue())) {
      shards = writing;
      for (Attribution row : rows) {
        organisations.add(OrganisationRow.of(row));
        if (row.getCountry() != null) {
          countries.merge(row.getCountry(), 1L, Math::addExact);
        }
        writing.add(row);
      }
      writing.check();
    }
    Catalogue catalogue = options.catalogue();
    Groups groups = new Groups(catalogue, commonest(countries));
    Tally tally = new Tally(organisations, groups);
    ReportCheck.check(figures, tally, organisations.size());
    List<ServerLaw> serverLaw = all(tables, Tables.SERVER_LAW);
    ServerLawCheck.check(serverLaw, figures, organisations);
    RunDescription run = RunDescription.beside(tables);
    List<ScenarioResult> scenarios = ScenarioResult.in(tables, run);
    ScenarioCheck.check(scenarios, figures, organisations);
    ScenarioShards.write(evidence, scenarios, organisations);
    shards.writeCases(run);
    List<Context> languages = new ArrayList<>();
    List<Words> words = new ArrayList<>();
    for (Language language : Language.values()) {
      words.add(new Words(Messages.in(language), catalogue));
    }
    boolean synthetic = run.isDemo() || ReservedNames.areAll(organisations);
    List<Concentration> concentration = all(tables, Tables.CONCENTRATION);
    List<NotMeasured> notMeasured = all(tables, Tables.NOT_MEASURED);
    ComparisonTables comparison =
        options.comparison() == null ? null : ComparisonTables.in(options.comparison());
    for (Words one : words) {
      languages.add(
          new Context(
              one,
              groups,
              figures,
              tally,
              organisations,
              shards.sharing(),
              concentration,
              notMeasured,
              serverLaw,
              scenarios,
              comparison,
              run,
              options,
              synthetic));
    }
    String data =
        Packed.small(new OrganisationIndex(organisations, groups, catalogue, words).toJson());
    Page page = new Page(sections(output), data, options.errorAddress());
    Path target = output.resolve(PAGE);
    Files.write(target, page.html(languages).getBytes(UTF_8));
    Files.write(output.resolve(MARKDOWN), ReportSummary.markdown(languages).getBytes(UTF_8));
    Files.write(output.resolve(JSON), ReportSummary.json(languages.get(0)).getBytes(UTF_8));
    return new Written(Optional.of(target), "");
  }

  /** The rows of a small table; none where it is not there, as in datasets of earlier versions. */
  private static <T extends SpecificRecord> List<T> all(Path tables, Table<T> table)
      throws IOException {
    if (!TableRows.exist(tables, table)) {
      return List.of();
    }
    try (TableRows<T> rows = TableRows.in(tables, table)) {
      return ImmutableList.copyOf(rows);
    }
  }

  /** The story, from top to bottom. */
  private static List<Section> sections(Path output) {
    return List.of(
        new HeadlineSection(),
        new SearchSection(),
        new SectorSection(),
        new BehindSection(),
        new RegionSection(),
        new PlaceSection(),
        new ServiceSection(),
        new ConcentrationSection(),
        new ChangeSection(),
        new WhatIfSection(),
        new SecuritySection(),
        new NotMeasuredSection(),
        new MethodSection(),
        new DownloadSection(output));
  }

  private static @Nullable String commonest(Map<String, Long> countries) {
    Optional<String> found =
        countries.entrySet().stream()
            .min(
                Comparator.comparingLong((Map.Entry<String, Long> entry) -> -entry.getValue())
                    .thenComparing(Map.Entry::getKey, Utf8Order.UTF8_ORDER))
            .map(Map.Entry::getKey);
    return found.orElse(null);
  }

  /** Deletes the evidence of an earlier report, which may have had more files. */
  private static void clear(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".js")).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
