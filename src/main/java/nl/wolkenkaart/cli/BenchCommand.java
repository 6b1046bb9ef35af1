package nl.wolkenkaart.cli;

import picocli.CommandLine.Command;

@Command(
    name = "bench",
    description = "Measures how fast this program is on this machine.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "lookup",
    subcommands = BenchLookupCommand.class)
final class BenchCommand {}
