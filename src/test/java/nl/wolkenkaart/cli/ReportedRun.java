package nl.wolkenkaart.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nl.wolkenkaart.world.StandardFault;
import nl.wolkenkaart.world.WorldServer;
import nl.wolkenkaart.world.ZoneFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * A survey of seven organisations, one for each place in the range and each way of being outside.
 */
abstract class ReportedRun {
  static final Path ZONE = Path.of("src/test/resources/zones/report.zone");

  static final String LIST =
      """
      id,name,domain,sector,region,country
      a,Direct,direct.example,council,North,NL
      b,Behind,behind.example,council,North,NL
      c,Hint,hint.example,council,South,NL
      d,Own,own.example,school,South,NL
      e,None,none.example,school,South,NL
      f,Gone,gone.example,school,South,NL
      g,Broken,broken.example,school,South,NL
      """;

  @TempDir static Path folder;
  static Path run;
  static Ran survey;

  @BeforeAll
  static void survey() throws IOException {
    Path list = Files.writeString(folder.resolve("list.csv"), LIST);
    run = folder.resolve("run");
    try (WorldServer server =
        WorldServer.start(
            ZoneFile.read(ZONE), Map.of("broken.example", StandardFault.SERVFAIL), 0)) {
      survey =
          Ran.with(
              "survey",
              "--organisations=" + list,
              "--resolvers=" + server.address(),
              "--rate=0",
              "--run-date=2026-04-28",
              "--max-failure-share=1",
              "--output=" + run);
    }
  }

  static String page(Path report) throws IOException {
    return Files.readString(report.resolve("index.html"));
  }
}
