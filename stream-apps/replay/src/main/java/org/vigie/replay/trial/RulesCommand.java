package org.vigie.replay.trial;

import picocli.CommandLine.Command;

/** Groups the subcommands of {@code ./vigie rules}. */
@Command(name = "rules", subcommands = RulesTryCommand.class, description = "Tries alarm rules on recorded streams.")
public final class RulesCommand {}
