package org.vigie.analytics;

import picocli.CommandLine.Command;

/** The command {@code ./vigie alarms} with its subcommands. */
@Command(
        name = "alarms",
        subcommands = AlarmsReportCommand.class,
        description = "What the alarm ledger says of the unit's days.")
public final class AlarmsCommand {}
