package nl.wolkenkaart.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Closer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.wolkenkaart.provider.Tenant;
import nl.wolkenkaart.statistics.Change;
import nl.wolkenkaart.statistics.ComparedRun;
import nl.wolkenkaart.statistics.ComparisonInvariants;
import nl.wolkenkaart.statistics.Flow;
import nl.wolkenkaart.statistics.InvariantReport;
import nl.wolkenkaart.statistics.NetFlow;
import nl.wolkenkaart.statistics.RunComparison;
import nl.wolkenkaart.table.Checksums;
import nl.wolkenkaart.table.DatasetKind;
import nl.wolkenkaart.table.Descriptors;
import nl.wolkenkaart.table.Libraries;
import nl.wolkenkaart.table.Publication;
import nl.wolkenkaart.table.ReadTable;
import nl.wolkenkaart.table.RunFolder;
import nl.wolkenkaart.table.RunManifest;
import nl.wolkenkaart.table.SortedTable;
import nl.wolkenkaart.table.Subject;
import nl.wolkenkaart.table.Table;
import nl.wolkenkaart.table.TableFormat;
import nl.wolkenkaart.table.Tables;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.specific.SpecificRecord;

/**
 * The comparison of two runs.
 *
 * @param again what is to be classified again, step by step; nothing where both runs have the same
 *     rules
 */
record CompareRun(
    FinishedRun before,
    FinishedRun after,
    ComparedRules rules,
    List<Reclassification> again,
    Publication publication,
    RunFolder output) {

  /** Where tables go that are deleted at the end. */
  private static final String WORK = ".work";

  private static final double NANOS_PER_SECOND = 1e9;

  /** Tenants in the order of the other tables. */
  private static final Table<Tenant> TENANTS_BY_ORGANISATION =
      new Table<>(
          "tenants", Tenant.class, row -> Tables.key(row.getOrganisationId(), row.getTenant()));

  /** Compares and writes; gives the exit code. */
  int run(PrintStream out) throws IOException {
    long started = System.nanoTime();
    Path work = Path.of(output.root(), WORK);
    RunManifest manifest = manifest();
    RunComparison comparison;
    try {
      double seconds = 0;
      for (Reclassification step : again) {
        seconds += step.into(folder(work, step));
      }
      manifest.seconds("classify", seconds);
      comparison = compare(work);
    } finally {
      OutputFolder.delete(work);
    }
    List<InvariantReport> reports = check(comparison);
    count(manifest, comparison);
    manifest.invariants(joined(reports));
    manifest.seconds("compare", (System.nanoTime() - started) / NANOS_PER_SECOND);
    manifest.write(Path.of(output.manifest()));
    Subject subject =
        Subject.ofRuns(
            DatasetKind.COMPARISON,
            List.of(before.date(), after.date()),
            List.of(before.manifest(), after.manifest()));
    Checksums.write(Path.of(output.root()), Descriptors.write(output, subject, publication));
    new CompareSummary(out).print(this, comparison);
    out.println("Written to " + output.root());
    List<String> violated = joined(reports).violated();
    violated.forEach(text -> System.err.println("does not hold: " + text));
    return violated.isEmpty() ? ExitCode.GOOD : ExitCode.INVARIANT;
  }

  private RunManifest manifest() throws IOException {
    Map<String, String> options = new TreeMap<>();
    options.put("before", before.folder().root());
    options.put("after", after.folder().root());
    options.put("before-date", before.date().toString());
    options.put("after-date", after.date().toString());
    options.put("before-owners-of", before.ownersOf().toString());
    options.put("after-owners-of", after.ownersOf().toString());
    options.put("classified-again-for", String.join(", ", rules.why()));
    PublicationOptions.describe(publication, options);
    RunManifest manifest =
        new RunManifest()
            .program("wolkenkaart", Version.current())
            .command("compare", options)
            .dataset(DatasetKind.COMPARISON)
            .runDate(after.date())
            .catalogue(after.catalogue())
            .corrections(after.corrections())
            .libraries(Libraries.versions());
    for (FinishedRun run : List.of(before, after)) {
      manifest.input(run.manifest());
      for (Table<?> table :
          List.of(Tables.ATTRIBUTIONS, Tables.SERVICES, Tables.TENANTS, Tables.STATISTICS)) {
        manifest.input(run.avro(table));
      }
    }
    return manifest;
  }

  private static RunFolder folder(Path work, Reclassification step) {
    return new RunFolder(work.resolve(step.kind()).toString());
  }

  private RunComparison compare(Path work) throws IOException {
    try (Closer closer = Closer.create();
        SortedTable<Change> changes = SortedTable.of(output, Tables.CHANGES);
        SortedTable<Flow> flows = SortedTable.of(output, Tables.FLOWS);
        SortedTable<NetFlow> net = SortedTable.of(output, Tables.NET_FLOWS)) {
      ComparedRun earlier = open(before.folder(), work.resolve("before"), closer);
      ComparedRun later = open(after.folder(), work.resolve("after"), closer);
      List<RunComparison.Again> steps = new ArrayList<>();
      for (Reclassification step : again) {
        RunFolder classified = folder(work, step);
        Path tenants = Path.of(classified.root(), "by-organisation");
        steps.add(new RunComparison.Again(step.kind(), open(classified, tenants, closer)));
      }
      RunComparison comparison =
          RunComparison.of(
              earlier,
              steps,
              later,
              new RunComparison.Addresses(
                  before.addressesHash().equals(after.addressesHash()),
                  again.stream().allMatch(Reclassification::hasAddresses)),
              changes::add);
      changes.write();
      for (Flow flow : comparison.flows().flows()) {
        flows.add(flow);
      }
      flows.write();
      for (NetFlow row : comparison.flows().net()) {
        net.add(row);
      }
      net.write();
      return comparison;
    }
  }

  private static ComparedRun open(RunFolder run, Path work, Closer closer) throws IOException {
    try (SortedTable<Tenant> sorted = SortedTable.asAvro(work, TENANTS_BY_ORGANISATION);
        DataFileStream<Tenant> tenants = read(run, Tables.TENANTS)) {
      for (Tenant tenant : tenants) {
        sorted.add(tenant);
      }
      sorted.write();
    }
    String tenants = work.resolve("tenants.avro").toString();
    return new ComparedRun(
        run.root(),
        closer.register(read(run, Tables.ATTRIBUTIONS)),
        closer.register(read(run, Tables.SERVICES)),
        closer.register(ReadTable.avro(tenants, Tenant.class)));
  }

  private static <T extends SpecificRecord> DataFileStream<T> read(RunFolder run, Table<T> table)
      throws IOException {
    return ReadTable.avro(run.table(table, TableFormat.AVRO), table.type());
  }

  private List<InvariantReport> check(RunComparison comparison) throws IOException {
    try (DataFileStream<Change> changes = read(output, Tables.CHANGES);
        DataFileStream<Flow> flows = read(output, Tables.FLOWS);
        DataFileStream<NetFlow> net = read(output, Tables.NET_FLOWS);
        DataFileStream<NetFlow> netAgain = read(output, Tables.NET_FLOWS)) {
      return List.of(
          ComparisonInvariants.check(comparison.facts(), changes, flows, net),
          ComparisonInvariants.checkStatistics(netAgain, before.statistics(), after.statistics()));
    }
  }

  private static InvariantReport joined(List<InvariantReport> reports) {
    List<String> held = new ArrayList<>();
    List<String> violated = new ArrayList<>();
    reports.forEach(report -> held.addAll(report.held()));
    reports.forEach(report -> violated.addAll(report.violated()));
    return new InvariantReport(ImmutableList.copyOf(held), ImmutableList.copyOf(violated));
  }

  private static void count(RunManifest manifest, RunComparison comparison) {
    String stage = "compare";
    manifest.count(stage, "organisations_before", comparison.facts().before());
    manifest.count(stage, "organisations_after", comparison.facts().after());
    manifest.count(stage, "organisations_in_both", comparison.facts().kept());
    for (String kind : comparison.kinds()) {
      manifest.count(
          stage, "organisations/" + kind, comparison.organisations(kind, RunComparison.ANY));
    }
  }
}
