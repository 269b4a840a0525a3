package org.vigie.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.cluster.process.SystemCommand.CommandOutcome;

/** Tests how the end of a program is reported. */
class SystemCommandTest {
    @Test
    void aProgramThatFailsSaysWhy() {
        // when
        CommandOutcome outcome = SystemCommand.of("ls", "/no/such/folder").run();

        // then
        assertThat(outcome.isGood()).isFalse();
        assertThat(outcome.output()).contains("/no/such/folder");
    }

    @Test
    void aProgramThatDoesNotExistEndsAsInAShell() {
        // when
        CommandOutcome outcome = SystemCommand.of("no-such-program").run();

        // then
        assertThat(outcome.code()).isEqualTo(127);
        assertThat(outcome.output()).contains("no-such-program");
    }

    @Test
    void aProgramThatEndsWellHasItsOutput() {
        assertThat(SystemCommand.of("echo", "done").run()).isEqualTo(new CommandOutcome(0, "done"));
    }
}
