package nl.wolkenkaart.table;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Exposure;
import nl.wolkenkaart.provider.Network;
import nl.wolkenkaart.provider.Posture;
import nl.wolkenkaart.provider.Service;
import nl.wolkenkaart.provider.Tenant;
import nl.wolkenkaart.statistics.Affected;
import nl.wolkenkaart.statistics.Rows;
import nl.wolkenkaart.statistics.ScenarioStatistic;
import nl.wolkenkaart.statistics.ServerLaw;
import nl.wolkenkaart.statistics.Statistic;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is published of the schemas is what the Avro schemas say. */
class PublishedSchemasTest {
  private static final Path FOLDER = Path.of("pipelines", "schemas");
  private static final Path DICTIONARY = Path.of("src/site/markdown/data-dictionary.md");
  private static final ImmutableList<TableShape> TABLES =
      DatasetKind.allTables().stream().map(TableShape::of).collect(ImmutableList.toImmutableList());

  private static Map<Path, String> current() {
    Map<Path, String> files = new TreeMap<>();
    for (TableShape table : TABLES) {
      files.put(
          FOLDER.resolve(table.name() + ".tableschema.json"),
          PrettyJson.of(TableSchema.of(table, "")));
      files.put(
          FOLDER.resolve(table.name() + ".schema.json"), PrettyJson.of(RowJsonSchema.of(table)));
    }
    files.put(DICTIONARY, DataDictionary.of(TABLES));
    return files;
  }

  @BeforeAll
  static void writeThemIfTold() throws IOException {
    if ("write".equals(System.getProperty("wolkenkaart.schemas"))) {
      Files.createDirectories(FOLDER);
      for (var file : current().entrySet()) {
        Files.writeString(file.getKey(), file.getValue());
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> theyAreCurrent() {
    return current().entrySet().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getKey().toString(),
                    () ->
                        assertThat(
                            "write it again with -Dwolkenkaart.schemas=write",
                            Files.readString(file.getKey()),
                            is(file.getValue()))));
  }

  @Test
  void noSchemaIsLeftOfATableThatIsGone() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.filter(file -> !current().containsKey(file)).toList(), is(empty()));
    }
  }

  @Test
  void keysAreThoseByWhichTheRowsAreSorted() {
    assertThat(
        TABLES.stream().map(table -> table.name() + " " + table.primaryKey()).toList(),
        contains(
            "organisations [organisation_id]",
            "attributions [organisation_id]",
            "services [organisation_id, service]",
            "tenants [tenant, organisation_id]",
            "statistics [sector, measure, value]",
            "concentration [sector, axis]",
            "not_measured [sector, axis, reason]",
            "exposures [organisation_id, role, operator, jurisdiction]",
            "server_law [sector, role, server_country, jurisdiction]",
            "scenarios [scenario, sector, measure, value]",
            "affected [scenario, organisation_id, role, operator_before, operator_after]",
            "observations [domain]",
            "observation_rows [domain, answer_number, record_number]",
            "changes [organisation_id, axis, item, kind]",
            "flows [sector, axis, from, to, kind]",
            "net_flows [sector, axis, value]",
            "trend [sector, measure, value, run_date]"));
    Attribution attribution = Rows.attribution("i", "s", "ok", "self", "self");
    assertThat(Tables.ATTRIBUTIONS.primaryKey().apply(attribution), is("i"));
    Service service = new Service("i", "d", "teams", "c", "US", "hint", List.of());
    assertThat(Tables.SERVICES.primaryKey().apply(service), is("i\0teams"));
    assertThat(Tables.TENANTS.primaryKey().apply(new Tenant("t", "i", "d")), is("t\0i"));
    Statistic statistic = Rows.statistic("s", "m", "v", 1L, 1L, 1.0, 1.0, 1.0);
    assertThat(Tables.STATISTICS.primaryKey().apply(statistic), is("s\0m\0v"));
    Exposure exposure =
        new Exposure("i", "sender", "o", "NL", null, null, null, List.of("SPF record"));
    assertThat(Tables.EXPOSURES.primaryKey().apply(exposure), is("i\0sender\0o\0NL"));
    ServerLaw law = new ServerLaw("s", "receiver", "NL", "US", 1L, 2L, 0.5);
    assertThat(Tables.SERVER_LAW.primaryKey().apply(law), is("s\0receiver\0NL\0US"));
    ScenarioStatistic supposed =
        new ScenarioStatistic("x", "s", "m", "v", 1L, 2L, 3L, 3L, 0.333333, 0.666667);
    assertThat(Tables.SCENARIOS.primaryKey().apply(supposed), is("x\0s\0m\0v"));
    Affected affected = new Affected("x", "i", "n", "s", "backend", "a", "NL", "b", "US");
    assertThat(Tables.AFFECTED.primaryKey().apply(affected), is("x\0i\0backend\0a\0b"));
  }

  @Test
  void foreignKeysPointToColumnsThatAreThere() {
    assertThat(
        TABLES.stream()
            .flatMap(table -> table.foreignKeys().stream().map(key -> table.name() + ' ' + key))
            .toList(),
        contains(
            to("attributions", "organisations"),
            to("services", "attributions"),
            to("tenants", "attributions"),
            to("exposures", "attributions"),
            to("affected", "attributions")));
  }

  private static String to(String table, String other) {
    return table
        + ' '
        + new TableShape.ForeignKey(
            ImmutableList.of("organisation_id"), other, ImmutableList.of("organisation_id"));
  }

  @Test
  void everyColumnAndRecordIsExplained() {
    for (TableShape table : TABLES) {
      assertThat(table.name(), table.schema().getDoc(), containsString("Primary key and order"));
      for (Schema record :
          Stream.concat(Stream.of(table.schema()), table.records().values().stream()).toList()) {
        assertThat(record.getName(), record.getDoc() == null, is(false));
        for (Schema.Field field : record.getFields()) {
          assertThat(record.getName() + '.' + field.name(), field.doc() == null, is(false));
        }
      }
    }
  }

  @Test
  void rowsFitTheJsonSchemaAndOthersDoNot() throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(FOLDER.resolve("attributions.schema.json")));
    List<Attribution> rows = Rows.town();
    rows.get(0).setEvidence(List.of(Rows.evidence("mx", "10 mx.example", 40)));
    rows.get(0).setReceiverNetworks(List.of(new Network(64500L, "NET")));
    rows.get(0).setPosture(Posture.newBuilder().setSpf("ok").setSpfLookups(3).build());
    for (Attribution row : rows) {
      assertThat(schema.validate(json(row)), is(empty()));
    }
    rows.get(0).setStatus("good");
    assertThat(schema.validate(json(rows.get(0))).toString(), containsString("status"));
    rows.get(0).setStatus("ok");
    rows.get(0).getServices().get(0).setLevel("sure");
    assertThat(schema.validate(json(rows.get(0))).toString(), containsString("level"));
    assertThat(schema.validate(new ObjectMapper().createObjectNode()), is(not(empty())));
  }

  private static JsonNode json(Attribution row) throws IOException {
    return new ObjectMapper().readTree(NestedJson.of(row.getSchema(), row));
  }
}
