package org.vigie.replay.passport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.platform.command.CommandRunner;

class PassportReportTest {
    private static final PassportAnswer SAME =
            PassportAnswer.compared("a1", "rules 3", List.of("t-0-1", "t-0-2"), Optional.empty());
    private static final PassportAnswer OTHER =
            PassportAnswer.compared("a2", "rules 3", List.of(), Optional.of("value: recorded 1, computed 2"));
    private static final PassportAnswer UNKNOWN = PassportAnswer.unknown("a3", "its window is gone");

    @Test
    void aDifferenceOutweighsWhatCouldNotBeComputed() {
        assertThat(new PassportReport(List.of(SAME)).exitCode()).isEqualTo(CommandRunner.DONE);
        assertThat(new PassportReport(List.of(SAME, UNKNOWN)).exitCode()).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(new PassportReport(List.of(SAME, UNKNOWN, OTHER)).exitCode()).isEqualTo(CommandRunner.NO);
    }

    @Test
    void eachAnswerIsALineWithItsReasonAndItsInputs() {
        assertThat(new PassportReport(List.of(SAME, OTHER, UNKNOWN)).toString())
                .hasToString(String.join(
                        System.lineSeparator(),
                        "SAME a1 (rules 3)",
                        "  inputs: t-0-1, t-0-2",
                        "DIFF a2 (rules 3): value: recorded 1, computed 2",
                        "UNKNOWN a3: its window is gone"));
    }

    @Test
    void theFiguresCountEachOutcome() {
        assertThat(new PassportReport(List.of(SAME, OTHER, UNKNOWN)).figures())
                .containsEntry("same", 1L)
                .containsEntry("diff", 1L)
                .containsEntry("unknown", 1L);
    }
}
