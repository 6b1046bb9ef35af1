package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

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
 * The survey of {@link ReportedRun} with fifteen libraries that run their own mail, under three
 * scenarios: a sale, a move, and one whose name would like to be markup and that touches nobody.
 */
abstract class WhatIfRun {
  private static final String SALE =
      """
      id: ezorg-us
      name: {en: E-Zorg is sold, nl: E-Zorg wordt verkocht}
      changes:
        - owner: {company: e-zorg, parent: kyndryl}
      sources:
        - {source: "https://news.example/sale?a=1&b=2", date: "2026-01-31"}
      """;
  private static final String MOVE =
      """
      id: libraries-move
      name: {en: Libraries move, nl: Bibliotheken verhuizen}
      changes:
        - moves: {backend: self, sector: library, to: soverin}
      """;
  private static final String HOSTILE =
      """
      id: x-hostile
      name:
        en: "<script>hacked(1)</script>"
        nl: "\\"><img src=x onerror=hacked(2)>"
      changes:
        - leaves: {provider: mimecast}
      """;

  @TempDir static Path folder;
  static Path run;

  @BeforeAll
  static void survey() throws IOException {
    StringBuilder list = new StringBuilder(ReportedRun.LIST);
    for (int i = 10; i < 25; i++) {
      list.append("l" + i + ",Library " + i + ",own.example,library,North,NL\n");
    }
    Path file = Files.writeString(folder.resolve("list.csv"), list);
    Path sale = Files.writeString(folder.resolve("sale.yaml"), SALE);
    Path move = Files.writeString(folder.resolve("move.yaml"), MOVE);
    Path hostile = Files.writeString(folder.resolve("hostile.yaml"), HOSTILE);
    run = folder.resolve("run");
    try (WorldServer server =
        WorldServer.start(
            ZoneFile.read(ReportedRun.ZONE), Map.of("broken.example", StandardFault.SERVFAIL), 0)) {
      Ran ran =
          Ran.with(
              "survey",
              "--organisations=" + file,
              "--resolvers=" + server.address(),
              "--rate=0",
              "--run-date=2026-04-28",
              "--max-failure-share=1",
              "--scenario=" + sale,
              "--scenario=" + move,
              "--scenario=" + hostile,
              "--output=" + run);
      assertThat(ran.err(), ran.exit(), is(0));
    }
  }
}
