package org.vigie.testing.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TestProgramTest {
    private static final Duration MINUTES = Duration.ofMinutes(5);
    private static final int KILLED = 128 + 9;

    @Test
    void aProgramThatStopsWhenItIsAskedIsNotKilled() throws IOException {
        // given
        TestProgram program = started("trap 'exit 7' TERM; echo ready; while :; do sleep 0.1; done", MINUTES);

        // when
        program.close();

        // then
        assertThat(program.process().exitValue()).isEqualTo(7);
    }

    @Test
    void aProgramThatDoesNotStopIsKilled() throws IOException {
        // given
        TestProgram program = started("trap '' TERM; echo ready; while :; do sleep 0.1; done", Duration.ofMillis(100));

        // when
        program.close();

        // then
        assertThat(program.process().exitValue()).isEqualTo(KILLED);
    }

    @Test
    void aProgramThatEndedByItselfIsClosed() throws IOException {
        // given
        TestProgram program = started("echo ready", MINUTES);
        program.process().onExit().join();

        // when
        program.close();

        // then
        assertThat(program.process().exitValue()).isZero();
    }

    /** Returns when the script has said {@code ready}, so that its traps are set. */
    private static TestProgram started(String script, Duration patience) throws IOException {
        TestProgram program = TestProgram.start(new ProcessBuilder("sh", "-c", script), patience);
        BufferedReader lines = program.process().inputReader(StandardCharsets.UTF_8);
        assertThat(lines.readLine()).isEqualTo("ready");
        return program;
    }
}
