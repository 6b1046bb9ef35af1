package nl.wolkenkaart.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import nl.wolkenkaart.world.Country;
import nl.wolkenkaart.world.WorldServer;

/**
 * A made-up country that others survey: its list and what is planted in it as files, its name
 * server on loopback.
 */
final class DemoServer {
  static final String PLANTED = "planted.csv";

  private final Country country;
  private final Path folder;

  DemoServer(Country country, Path folder) {
    this.country = country;
    this.folder = folder;
  }

  /** Answers until this process is stopped. */
  int serve(int port) throws IOException, InterruptedException {
    try (WorldServer server = start(port)) {
      System.out.printf(
          "%s has the list; %s answers for it until this is stopped.%n",
          folder.resolve(DemoYear.LIST), server.address());
      System.out.flush();
      new CountDownLatch(1).await();
      return ExitCode.GOOD;
    }
  }

  /** Writes the files, and begins to answer. */
  WorldServer start(int port) throws IOException {
    Files.createDirectories(folder);
    country.writeCsv(folder.resolve(DemoYear.LIST));
    country.writePlanted(folder.resolve(PLANTED));
    return WorldServer.start(country.zones(), country.faults(), port);
  }
}
