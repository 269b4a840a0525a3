package org.vigie.analytics;

import picocli.CommandLine.Command;

/** The command {@code ./vigie alarms} with its subcommands. */
@Command(name = "alarms", subcommands = AlarmsReportCommand.class, description = "Reports on the alarm ledger.")
public final class AlarmsCommand {}
