package org.vigie.signal.alarm.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.signal.alarm.command.AlarmCommand;
import org.vigie.signal.alarm.command.AlarmCommand.CommandType;

/** Tests the notes that persons record about a stay: limitation of treatment, nurse in charge and own estimate. */
class StayNoteCommandTest {
    private final AlarmLifecycleStory story = new AlarmLifecycleStory();
    private int commands;

    @Test
    void aLimitationOfTreatmentIsInTheLedgerWithItsPhysicianAndReason() {
        // when
        story.at(5).order(limitation("LIMITATION", "decided with the family"));

        // then
        assertThat(story.told()).containsExactly("5 TREATMENT_LIMITATION_SET");
        assertThat(story.last().event().text().fr()).isEqualTo("Limitation de traitement");
        assertThat(story.last().event().causingCommand())
                .hasValueSatisfying(command -> assertThat(command.reason()).isEqualTo("decided with the family"));
    }

    @Test
    void aLimitationOfTreatmentWithoutAReasonIsRefused() {
        // when
        story.at(0).order(limitation("LIMITATION", " "));

        // then
        assertThat(story.told()).containsExactly("0 COMMAND_REFUSED BAD_ARGUMENT");
    }

    @Test
    void aLimitationOfTreatmentThatDoesNotExistIsRefused() {
        // when
        story.at(0).order(limitation("PARTIAL", "unclear"));

        // then
        assertThat(story.told()).containsExactly("0 COMMAND_REFUSED BAD_ARGUMENT");
    }

    @Test
    void aNurseIsAssignedAndTheAssignmentEnds() {
        // when
        story.at(1).order(note(CommandType.ASSIGN_NURSE, "physician", "", Map.of("nurse", "CD")));
        story.at(9).order(note(CommandType.ASSIGN_NURSE, "physician", "", Map.of("nurse", "")));

        // then
        assertThat(story.told()).containsExactly("1 NURSE_ASSIGNED", "9 NURSE_ASSIGNED");
        assertThat(story.last().event().text().en()).isEqualTo("No nurse in charge");
    }

    @ParameterizedTest
    @CsvSource({"0, true", "7, true", "100, true", "101, false", "-1, false", "07, false", "12.5, false", "'', false"})
    void anEstimateIsAWholePercentage(String percent, boolean taken) {
        // when
        story.at(0).order(note(CommandType.RECORD_ESTIMATE, "physician", "", Map.of("percent", percent)));

        // then
        assertThat(story.told()).containsExactly(taken ? "0 ESTIMATE_RECORDED" : "0 COMMAND_REFUSED BAD_ARGUMENT");
    }

    private AlarmCommand limitation(String limitation, String reason) {
        return note(CommandType.SET_TREATMENT_LIMITATION, "physician", reason, Map.of("limitation", limitation));
    }

    private AlarmCommand note(CommandType kind, String role, String reason, Map<String, String> arguments) {
        return new AlarmCommand(
                "c-" + commands++,
                "",
                kind,
                "n-1",
                role,
                AlarmLifecycleStory.START,
                reason,
                Instant.MAX,
                -1,
                arguments);
    }
}
