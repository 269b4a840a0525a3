package org.vigie.bench.streams;

import org.vigie.platform.command.CommandRunner;
import org.vigie.replay.ward.ReplayCommand;

/** Runs {@code ./vigie replay} at full speed until the process is ended, each time in a namespace of its own. */
final class ReplayLoop {
    private ReplayLoop() {}

    /** @param arguments broker, registry, namespace of the recorded ward, and the beginning of the names of the replays */
    public static void main(String[] arguments) {
        int code = CommandRunner.DONE;
        for (int number = 1; code == CommandRunner.DONE; number++) {
            code = CommandRunner.run(
                    new ReplayCommand(),
                    "--broker=" + arguments[0],
                    "--registry=" + arguments[1],
                    "--ward=" + arguments[2],
                    "--namespace=" + arguments[3] + "-" + number,
                    "--from=PT1H",
                    "--warm-up=PT0S");
        }
        System.exit(code);
    }
}
