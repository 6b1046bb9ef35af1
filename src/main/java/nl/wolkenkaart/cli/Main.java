package nl.wolkenkaart.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.logging.LogManager;
import picocli.CommandLine;

/** The command line: the only place with a clock, an environment and an exit code. */
public final class Main {
  private Main() {}

  /** Runs the program and ends with its exit code. */
  public static void main(String[] arguments) {
    int exit = run(arguments);
    if (!isStartedByEngine()) {
      System.exit(exit);
    }
    // An end of this process would be one of the engine's, which tells success by the lack of an
    // exception.
    if (exit != ExitCode.GOOD) {
      throw new IllegalStateException("wolkenkaart ended with exit code " + exit);
    }
  }

  /** Whether a cluster's own command (flink run, spark-submit) has loaded this program. */
  static boolean isStartedByEngine() {
    String loader = Main.class.getClassLoader().getClass().getName();
    return loader.startsWith("org.apache.flink.") || loader.startsWith("org.apache.spark.");
  }

  /** Runs the program; returns its exit code. */
  static int run(String... arguments) {
    quietLogs();
    CommandLine line = new CommandLine(new MainCommand());
    line.registerConverter(Location.class, Location::of);
    line.registerConverter(Path.class, Location::path);
    line.setExecutionExceptionHandler(Main::failed);
    line.setParameterExceptionHandler(
        (e, args) -> {
          System.err.println("wolkenkaart: " + e.getMessage());
          return ExitCode.USAGE;
        });
    if (arguments.length == 0) {
      line.usage(System.err);
      return ExitCode.USAGE;
    }
    return line.execute(arguments);
  }

  /** Warnings and worse, a line each, on standard error; the runner's news is not the user's. */
  private static void quietLogs() {
    try (InputStream settings = Main.class.getResourceAsStream("/logging.properties")) {
      LogManager.getLogManager().readConfiguration(settings);
    } catch (IOException e) {
      throw new UncheckedIOException("the settings of the logs cannot be read", e);
    }
  }

  private static int failed(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
    if (e instanceof UsageException) {
      System.err.println("wolkenkaart: " + e.getMessage());
      return ExitCode.USAGE;
    }
    e.printStackTrace(System.err);
    return ExitCode.CRASH;
  }
}
