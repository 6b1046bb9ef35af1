package nl.wolkenkaart.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options that name the list of organisations. */
final class ListOptions {
  @Option(
      names = "--organisations",
      paramLabel = "FILE",
      description = "List or register of organisations.")
  Path organisations;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = {
        "Format of the list: csv, organisations, roo, rio, duo, websiteregister, basisbeveiliging,",
        "indicepa, universities or domains; its content tells it unless told."
      })
  String format;
}
