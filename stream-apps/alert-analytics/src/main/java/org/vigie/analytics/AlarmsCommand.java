package org.vigie.analytics;

import picocli.CommandLine.Command;

/** {@code ./vigie alarms}: what the alarm ledger says of the unit's days. */
@Command(
        name = "alarms",
        subcommands = AlarmsReportCommand.class,
        description = "What the alarm ledger says of the unit's days.")
public final class AlarmsCommand {}
