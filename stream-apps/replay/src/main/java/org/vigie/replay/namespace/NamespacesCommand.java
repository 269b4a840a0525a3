package org.vigie.replay.namespace;

import picocli.CommandLine.Command;

/** Groups the subcommands of {@code ./vigie namespaces}. */
@Command(
        name = "namespaces",
        subcommands = {NamespacesListCommand.class, NamespacesDropCommand.class},
        description = "Lists the namespaces of a broker, and deletes those of replays.")
public final class NamespacesCommand {}
