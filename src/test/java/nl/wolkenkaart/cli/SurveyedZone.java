package nl.wolkenkaart.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.wolkenkaart.world.StandardFault;
import nl.wolkenkaart.world.WorldServer;
import nl.wolkenkaart.world.ZoneFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A list, a server that answers for its domains, and a survey of both. */
abstract class SurveyedZone {
  static final Path ZONE = Path.of("src/test/resources/zones/survey.zone");

  /** Eleven rows: nine organisations, of which two share a domain, and two rejects. */
  static final String LIST =
      """
      id,name,domain,sector,region,country
      a,Cloud,https://www.Cloud.example/contact,council,North,NL
      b,Cloud too,info@cloud.example,council,North,NL
      c,Filtered,filtered.example.,council,South,NL
      d,Opaque,opaque.example,council,South,NL
      e,Own,own.example,school,,NL
      f,None,none.example,school,,NL
      g,Web,web.example,school,,NL
      h,Empty,empty.example,school,,NL
      i,Absent,absent.example,school,,NL
      j,No domain,,school,,NL
      a,Twice,twice.example,school,,NL
      """;

  @TempDir Path folder;
  Path list;
  Path output;
  WorldServer server;

  @BeforeEach
  void start() throws IOException {
    list = Files.writeString(folder.resolve("list.csv"), LIST);
    output = folder.resolve("output");
    server =
        WorldServer.start(ZoneFile.read(ZONE), Map.of("broken.example", StandardFault.SERVFAIL), 0);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  Ran survey(Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "survey",
                "--organisations",
                list,
                "--resolvers",
                server.address(),
                "--rate",
                0,
                "--run-date",
                "2026-04-28",
                "--buckets",
                3,
                "--output",
                output));
    arguments.addAll(List.of(more));
    return Ran.with(arguments.toArray());
  }

  List<CSVRecord> table(Path file) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();
    try (Reader reader = Files.newBufferedReader(file)) {
      return format.parse(reader).getRecords();
    }
  }

  List<String> attributions(String... columns) throws IOException {
    List<String> lines = new ArrayList<>();
    for (CSVRecord row : table(output.resolve("tables/attributions.csv"))) {
      List<String> cells = new ArrayList<>();
      for (String column : columns) {
        cells.add(row.get(column));
      }
      lines.add(String.join(" ", cells));
    }
    return lines;
  }
}
