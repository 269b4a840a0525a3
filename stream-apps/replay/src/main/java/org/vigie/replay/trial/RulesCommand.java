package org.vigie.replay.trial;

import org.vigie.replay.publication.RulesListCommand;
import org.vigie.replay.publication.RulesPublishCommand;
import org.vigie.replay.publication.RulesRollbackCommand;
import picocli.CommandLine.Command;

/** Groups the subcommands of {@code ./vigie rules}. */
@Command(
        name = "rules",
        subcommands = {
            RulesTryCommand.class,
            RulesPublishCommand.class,
            RulesListCommand.class,
            RulesRollbackCommand.class
        },
        description = "Tries alarm rules on recorded streams, and publishes them for a running ward.")
public final class RulesCommand {}
