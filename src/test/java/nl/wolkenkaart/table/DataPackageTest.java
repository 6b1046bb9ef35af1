package nl.wolkenkaart.table;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataPackageTest {
  private static final LocalDate DATE = LocalDate.of(2026, 4, 28);

  @TempDir Path folder;
  private Path list;
  private RunFolder run;

  @BeforeEach
  void files() throws IOException {
    list = Files.writeString(folder.resolve("list.csv"), "abc");
    Path tables = Files.createDirectories(folder.resolve("run/tables"));
    for (Table<?> table : Tables.ALL) {
      for (TableFormat format : TableFormat.values()) {
        Files.writeString(tables.resolve(table.name() + '.' + format.extension()), "abc");
      }
    }
    Files.writeString(folder.resolve("run/rejects.csv"), "");
    run = new RunFolder(folder.resolve("run").toString());
  }

  private Path write() throws IOException {
    Descriptors.write(run, Subject.run(DATE, List.of(list)), Publication.untold());
    return folder.resolve("run/datapackage.json");
  }

  @Test
  void everyFileHasItsSizeHashAndKeys() throws IOException {
    Path file = write();
    String text = Files.readString(file);
    JsonNode read = new ObjectMapper().readTree(text);
    assertThat(read.path("name").asText(), is("wolkenkaart-2026-04-28"));
    assertThat(read.at("/licenses/0/name").asText(), is("CC-BY-4.0"));
    assertThat(
        read.at("/sources/0").toString(),
        is(
            "{\"title\":\"List of organisations list.csv\",\"bytes\":3,\"hash\":\"sha256:"
                + "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"}"));
    assertThat(read.path("version").asText(), is("2026.4.28"));
    assertThat(read.path("created").asText(), is("2026-04-28T00:00:00Z"));
    List<String> names = new ArrayList<>();
    read.path("resources").forEach(resource -> names.add(resource.path("name").asText()));
    assertThat(
        names,
        contains(
            "organisations-parquet",
            "organisations-avro",
            "organisations",
            "attributions-parquet",
            "attributions-avro",
            "attributions",
            "services-parquet",
            "services-avro",
            "services",
            "tenants-parquet",
            "tenants-avro",
            "tenants",
            "statistics-parquet",
            "statistics-avro",
            "statistics",
            "concentration-parquet",
            "concentration-avro",
            "concentration",
            "not_measured-parquet",
            "not_measured-avro",
            "not_measured",
            "exposures-parquet",
            "exposures-avro",
            "exposures",
            "server_law-parquet",
            "server_law-avro",
            "server_law",
            "scenarios-parquet",
            "scenarios-avro",
            "scenarios",
            "affected-parquet",
            "affected-avro",
            "affected",
            "rejects"));
    JsonNode services = read.at("/resources/6");
    assertThat(services.path("path").asText(), is("tables/services.parquet"));
    assertThat(services.path("bytes").asInt(), is(3));
    assertThat(
        services.path("hash").asText(),
        is("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    assertThat(
        services.at("/schema/primaryKey").toString(), is("[\"organisation_id\",\"service\"]"));
    assertThat(
        services.at("/schema/foreignKeys").toString(),
        is(
            "[{\"fields\":[\"organisation_id\"],\"reference\":"
                + "{\"resource\":\"attributions-parquet\",\"fields\":[\"organisation_id\"]}}]"));
    assertThat(
        read.at("/resources/8/schema/foreignKeys/0/reference/resource").asText(),
        is("attributions"));
    // Nothing of this machine, and nothing that another run would have otherwise.
    assertThat(text.contains(folder.toString()), is(false));
    write();
    assertThat(Files.readString(file), is(text));
  }

  @Test
  void aTableThatIsMissingIsNamed() throws IOException {
    Files.delete(folder.resolve("run/tables/tenants.avro"));
    Exception failure = assertThrows(NoSuchFileException.class, () -> write());
    assertThat(failure.getMessage(), containsString("tenants.avro"));
    assertThat(Files.exists(folder.resolve("run/datapackage.json")), is(false));
  }
}
