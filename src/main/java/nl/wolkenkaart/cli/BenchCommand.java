package nl.wolkenkaart.cli;

import picocli.CommandLine.Command;

@Command(
    name = "bench",
    description = "Measures how fast this program is on this machine.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(lookup|classify)",
    subcommands = {BenchLookupCommand.class, BenchClassifyCommand.class})
final class BenchCommand {}
