package org.vigie.replay.passport;

import picocli.CommandLine.Command;

/** Groups the subcommands of {@code ./vigie verify}. */
@Command(
        name = "verify",
        subcommands = {VerifyScoreCommand.class, VerifyAlertCommand.class},
        description = "Computes a recorded score or alert again from its recorded inputs and compares.")
public final class VerifyCommand {}
