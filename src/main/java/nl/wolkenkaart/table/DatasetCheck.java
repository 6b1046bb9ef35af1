package nl.wolkenkaart.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import nl.wolkenkaart.directory.DirectoryCounts;
import nl.wolkenkaart.directory.Organisation;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Exposure;
import nl.wolkenkaart.provider.Service;
import nl.wolkenkaart.provider.Tenant;
import nl.wolkenkaart.statistics.Affected;
import nl.wolkenkaart.statistics.Change;
import nl.wolkenkaart.statistics.ComparisonFacts;
import nl.wolkenkaart.statistics.ComparisonInvariants;
import nl.wolkenkaart.statistics.Concentration;
import nl.wolkenkaart.statistics.Flow;
import nl.wolkenkaart.statistics.InvariantReport;
import nl.wolkenkaart.statistics.Invariants;
import nl.wolkenkaart.statistics.LawInvariants;
import nl.wolkenkaart.statistics.LawTables;
import nl.wolkenkaart.statistics.NetFlow;
import nl.wolkenkaart.statistics.NotMeasured;
import nl.wolkenkaart.statistics.RunFacts;
import nl.wolkenkaart.statistics.RunTables;
import nl.wolkenkaart.statistics.ScenarioStatistic;
import nl.wolkenkaart.statistics.ServerLaw;
import nl.wolkenkaart.statistics.Statistic;
import nl.wolkenkaart.statistics.Trend;
import nl.wolkenkaart.statistics.TrendInvariants;
import org.apache.avro.specific.SpecificRecord;

/**
 * Checks a published dataset: its files against their checksums and their description, the columns
 * against this version's schemas, keys and foreign keys, the three forms of each table against each
 * other, and all that must be true of a run. Trusts nothing that it reads.
 */
public final class DatasetCheck {
  private static final String MANIFEST = "run-manifest.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DatasetFiles files;
  private final DatasetKind kind;

  private DatasetCheck(DatasetFiles files, DatasetKind kind) {
    this.files = files;
    this.kind = kind;
  }

  /**
   * Checks a dataset.
   *
   * @param folder its folder, on this machine
   * @throws IOException if the folder cannot be read; a file that cannot is a fault of the dataset
   */
  public static DatasetReport of(Path folder) throws IOException {
    Path root = folder.toAbsolutePath().normalize();
    DatasetFiles files = new DatasetFiles(root);
    ImmutableList.Builder<DatasetReport.Part> parts = ImmutableList.builder();
    parts.add(files.check());
    DatasetKind kind = kind(files);
    parts.add(new DescriptorCheck(files, root, kind).check());
    parts.add(new PapersCheck(files, root, kind).check());
    TableCheck tables = new TableCheck(files, kind);
    if (kind != DatasetKind.RUN) {
      parts.addAll(tables.check());
      parts.add(new DatasetCheck(files, kind).invariants(tables.allUsable()));
      return new DatasetReport(parts.build());
    }
    parts.addAll(tables.check());
    ObservationsCheck observations = new ObservationsCheck(files, root);
    parts.add(observations.check());
    parts.add(new DatasetCheck(files, kind).invariants(tables.allUsable()));
    Map<String, Long> rows = new HashMap<>(tables.rows());
    rows.putAll(observations.rows());
    parts.add(new DuckDbCheck(root).check(rows, tables.allUsable() && !isPooled(files)));
    return new DatasetReport(parts.build());
  }

  /** What the manifest says that the folder holds; its tables must then be there. */
  private static DatasetKind kind(DatasetFiles files) {
    Path manifest = files.find(MANIFEST);
    try {
      return manifest == null
          ? DatasetKind.RUN
          : DatasetKind.of(JSON.readTree(manifest.toFile()).path("dataset").asText());
    } catch (IOException e) {
      // Told by the invariants.
      return DatasetKind.RUN;
    }
  }

  /** Whether cells of few organisations were pooled, which the queries do not do. */
  private static boolean isPooled(DatasetFiles files) {
    Path manifest = files.find(MANIFEST);
    try {
      return manifest != null
          && JSON.readTree(manifest.toFile()).path("options").path(RunManifest.MIN_CELL).asInt(0)
              > 0;
    } catch (IOException e) {
      // Told by the invariants.
      return false;
    }
  }

  private DatasetReport.Part invariants(boolean readable) {
    Findings findings =
        new Findings(
            switch (kind) {
              case COMPARISON ->
                  "invariants: nobody lost, codes known, steps chain up, a recount agrees";
              case RUN ->
                  "invariants: nothing lost, codes known, shares within ranges, a recount agrees";
              case SERIES -> "invariants: figures add up, shares are their parts, runs are marked";
            });
    Path manifest = files.find(MANIFEST);
    if (!readable) {
      findings.add("They cannot be checked, since a table cannot be read");
    } else if (manifest == null) {
      findings.add("%s is missing", MANIFEST);
    } else {
      try {
        JsonNode read = JSON.readTree(manifest.toFile());
        InvariantReport report =
            switch (kind) {
              case COMPARISON -> checkComparison(read.path("counts").path("compare"));
              case RUN -> check(read);
              case SERIES -> checkSeries();
            };
        report.violated().forEach(violation -> findings.add("%s", violation));
      } catch (IOException e) {
        findings.unreadable(MANIFEST, e);
      }
    }
    return findings.part();
  }

  private InvariantReport check(JsonNode manifest) throws IOException {
    int minCell = manifest.path("options").path(RunManifest.MIN_CELL).asInt(0);
    try (ParquetRows<Organisation> organisations = open(Tables.ORGANISATIONS);
        ParquetRows<Attribution> attributions = open(Tables.ATTRIBUTIONS);
        ParquetRows<Service> services = open(Tables.SERVICES);
        ParquetRows<Tenant> tenants = open(Tables.TENANTS);
        ParquetRows<Statistic> statistics = open(Tables.STATISTICS);
        ParquetRows<Concentration> concentration = open(Tables.CONCENTRATION);
        ParquetRows<NotMeasured> notMeasured = open(Tables.NOT_MEASURED)) {
      return Invariants.check(
              facts(manifest.path("counts")),
              minCell,
              new RunTables(
                  organisations,
                  attributions,
                  services,
                  tenants,
                  statistics,
                  concentration,
                  notMeasured))
          .and(law(minCell));
    }
  }

  private InvariantReport law(int minCell) throws IOException {
    try (ParquetRows<Attribution> attributions = open(Tables.ATTRIBUTIONS);
        ParquetRows<Statistic> statistics = open(Tables.STATISTICS);
        ParquetRows<Exposure> exposures = open(Tables.EXPOSURES);
        ParquetRows<ServerLaw> serverLaw = open(Tables.SERVER_LAW);
        ParquetRows<ScenarioStatistic> scenarios = open(Tables.SCENARIOS);
        ParquetRows<Affected> affected = open(Tables.AFFECTED)) {
      return LawInvariants.check(
          minCell,
          new LawTables(attributions, statistics, exposures, serverLaw, scenarios, affected));
    }
  }

  private InvariantReport checkComparison(JsonNode counts) throws IOException {
    ComparisonFacts facts =
        new ComparisonFacts(
            counts.path("organisations_before").asLong(-1),
            counts.path("organisations_after").asLong(-1),
            counts.path("organisations_in_both").asLong(-1));
    try (ParquetRows<Change> changes = open(Tables.CHANGES);
        ParquetRows<Flow> flows = open(Tables.FLOWS);
        ParquetRows<NetFlow> net = open(Tables.NET_FLOWS)) {
      return ComparisonInvariants.check(facts, changes, flows, net);
    }
  }

  private InvariantReport checkSeries() throws IOException {
    try (ParquetRows<Trend> trend = open(Tables.TREND)) {
      return TrendInvariants.check(trend);
    }
  }

  /** What the run has counted, as its manifest tells; -1 where it does not. */
  private static RunFacts facts(JsonNode counts) {
    JsonNode classify = counts.path("classify");
    JsonNode directory = counts.path("directory");
    JsonNode measure = counts.path("measure");
    return new RunFacts(
        classify.path("rows").asLong(-1),
        classify.path("rejects").asLong(-1),
        classify.path("organisations").asLong(-1),
        directory.path(DirectoryCounts.JOINED).asLong(0),
        directory.path(DirectoryCounts.ENDED).asLong(0),
        measure.isMissingNode()
            ? null
            : new RunFacts.Observed(
                measure.path("domains").asLong(-1),
                measure.path("domains_asked").asLong(-1) + measure.path("domains_kept").asLong(-1),
                classify.path("observations").asLong(-1)));
  }

  private <T extends SpecificRecord> ParquetRows<T> open(Table<T> table) throws IOException {
    return new ParquetRows<>(files.find(TableCheck.name(table, TableFormat.PARQUET)), table.type());
  }
}
