package nl.wolkenkaart.table;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import nl.wolkenkaart.directory.Organisation;
import nl.wolkenkaart.directory.Reject;
import nl.wolkenkaart.observation.DomainObservation;
import nl.wolkenkaart.observation.ObservedRow;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Exposure;
import nl.wolkenkaart.provider.Service;
import nl.wolkenkaart.provider.Tenant;
import nl.wolkenkaart.statistics.Affected;
import nl.wolkenkaart.statistics.Change;
import nl.wolkenkaart.statistics.Concentration;
import nl.wolkenkaart.statistics.Flow;
import nl.wolkenkaart.statistics.NetFlow;
import nl.wolkenkaart.statistics.NotMeasured;
import nl.wolkenkaart.statistics.ScenarioStatistic;
import nl.wolkenkaart.statistics.ServerLaw;
import nl.wolkenkaart.statistics.Statistic;
import nl.wolkenkaart.statistics.Trend;

/** The tables of a run. */
public final class Tables {
  /** One row per organisation, as the lists have it; key organisation_id. */
  public static final Table<Organisation> ORGANISATIONS =
      new Table<>("organisations", Organisation.class, Organisation::getOrganisationId);

  /** One row per organisation; key organisation_id. */
  public static final Table<Attribution> ATTRIBUTIONS =
      new Table<>("attributions", Attribution.class, Attribution::getOrganisationId);

  /** One row per organisation and service; key organisation_id, service. */
  public static final Table<Service> SERVICES =
      new Table<>("services", Service.class, row -> key(row.getOrganisationId(), row.getService()));

  /** One row per tenant and organisation; key tenant, organisation_id. */
  public static final Table<Tenant> TENANTS =
      new Table<>("tenants", Tenant.class, row -> key(row.getTenant(), row.getOrganisationId()));

  /** Counts and shares; key sector, measure, value. */
  public static final Table<Statistic> STATISTICS =
      new Table<>(
          "statistics",
          Statistic.class,
          row -> key(row.getSector(), row.getMeasure(), row.getValue()));

  /** How concentrated each sector is; key sector, axis. */
  public static final Table<Concentration> CONCENTRATION =
      new Table<>("concentration", Concentration.class, row -> key(row.getSector(), row.getAxis()));

  /** What was not measured, and why; key sector, axis, reason. */
  public static final Table<NotMeasured> NOT_MEASURED =
      new Table<>(
          "not_measured",
          NotMeasured.class,
          row -> key(row.getSector(), row.getAxis(), row.getReason()));

  /**
   * Who holds or passes an organisation's mail; key organisation_id, role, operator, jurisdiction.
   */
  public static final Table<Exposure> EXPOSURES =
      new Table<>(
          "exposures",
          Exposure.class,
          row ->
              key(
                  row.getOrganisationId(),
                  row.getRole(),
                  row.getOperator(),
                  row.getJurisdiction()));

  /** Server country against jurisdiction; key sector, role, server_country, jurisdiction. */
  public static final Table<ServerLaw> SERVER_LAW =
      new Table<>(
          "server_law",
          ServerLaw.class,
          row ->
              key(row.getSector(), row.getRole(), row.getServerCountry(), row.getJurisdiction()));

  /** What scenarios would change in the statistics; key scenario, sector, measure, value. */
  public static final Table<ScenarioStatistic> SCENARIOS =
      new Table<>(
          "scenarios",
          ScenarioStatistic.class,
          row -> key(row.getScenario(), row.getSector(), row.getMeasure(), row.getValue()));

  /** Whom scenarios touch; key scenario, organisation_id, role, operator_before, operator_after. */
  public static final Table<Affected> AFFECTED =
      new Table<>(
          "affected",
          Affected.class,
          row ->
              key(
                  row.getScenario(),
                  row.getOrganisationId(),
                  row.getRole(),
                  row.getOperatorBefore(),
                  row.getOperatorAfter()));

  /**
   * What was seen of each domain, one file per bucket of domains as Avro and Parquet; key domain.
   */
  public static final Table<DomainObservation> OBSERVATIONS =
      new Table<>("observations", DomainObservation.class, DomainObservation::getDomain);

  /**
   * The same as flat rows, one file per bucket as CSV; key domain, answer_number, record_number.
   */
  static final Table<ObservedRow> OBSERVATION_ROWS =
      new Table<>(
          "observation_rows",
          ObservedRow.class,
          row ->
              key(
                  row.getDomain(),
                  String.format(Locale.ROOT, "%010d", row.getAnswerNumber()),
                  String.format(Locale.ROOT, "%010d", row.getRecordNumber())));

  /** Rows of the lists that could not be used; by file, line and value. */
  static final Table<Reject> REJECTS =
      new Table<>(
          "rejects",
          Reject.class,
          row ->
              key(
                  row.getFile(),
                  String.format(Locale.ROOT, "%019d", row.getLine()),
                  row.getValue()));

  /**
   * The tables that are written in every format, in the order in which they are described; a table
   * stands after those to which its foreign keys point.
   */
  public static final ImmutableList<Table<?>> ALL =
      ImmutableList.of(
          ORGANISATIONS,
          ATTRIBUTIONS,
          SERVICES,
          TENANTS,
          STATISTICS,
          CONCENTRATION,
          NOT_MEASURED,
          EXPOSURES,
          SERVER_LAW,
          SCENARIOS,
          AFFECTED);

  /** One row per organisation, axis and step between two runs. */
  public static final Table<Change> CHANGES =
      new Table<>(
          "changes",
          Change.class,
          row -> key(row.getOrganisationId(), row.getAxis(), row.getItem(), row.getKind()));

  /** Organisations that went from one value to another; key sector, axis, from, to, kind. */
  public static final Table<Flow> FLOWS =
      new Table<>(
          "flows",
          Flow.class,
          row -> key(row.getSector(), row.getAxis(), row.getFrom(), row.getTo(), row.getKind()));

  /** What came to a value and left it; key sector, axis, value. */
  public static final Table<NetFlow> NET_FLOWS =
      new Table<>(
          "net_flows", NetFlow.class, row -> key(row.getSector(), row.getAxis(), row.getValue()));

  /** The statistics of several runs; key sector, measure, value, run_date. */
  public static final Table<Trend> TREND =
      new Table<>(
          "trend",
          Trend.class,
          row -> key(row.getSector(), row.getMeasure(), row.getValue(), row.getRunDate()));

  /** All tables that are described: those, and the observations, nested and as flat rows. */
  public static final ImmutableList<Table<?>> DESCRIBED =
      ImmutableList.<Table<?>>builder().addAll(ALL).add(OBSERVATIONS).add(OBSERVATION_ROWS).build();

  private Tables() {}

  /**
   * Several columns as one key: the order of the joined text is that of the first column, then the
   * second, and so on, since NUL sorts before every other character.
   */
  public static String key(String... columns) {
    return String.join("\0", columns);
  }
}
