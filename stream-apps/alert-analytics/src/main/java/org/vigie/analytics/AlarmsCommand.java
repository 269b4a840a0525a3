package org.vigie.analytics;

import picocli.CommandLine.Command;

/** Groups the subcommands of {@code ./vigie alarms}. */
@Command(name = "alarms", subcommands = AlarmsReportCommand.class, description = "Reports on the alarm ledger.")
public final class AlarmsCommand {}
