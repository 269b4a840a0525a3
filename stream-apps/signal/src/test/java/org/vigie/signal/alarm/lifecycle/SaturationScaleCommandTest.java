package org.vigie.signal.alarm.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.signal.alarm.PatientSaturationScale;
import org.vigie.signal.alarm.command.AlarmCommand;
import org.vigie.signal.alarm.command.AlarmCommand.CommandType;
import org.vigie.signal.earlywarning.SaturationScale;

/** Tests the saturation scale of NEWS2 that a physician sets for one patient. */
class SaturationScaleCommandTest {
    private static final String REASON = "hypercapnic failure";

    private final AlarmLifecycleStory story = new AlarmLifecycleStory();
    private int commands;

    @Test
    void aPhysicianSetsScale2AndTheLedgerSaysWhoAndWhy() {
        // when
        story.at(5).order(command("physician", "2", REASON));

        // then
        Instant at = AlarmLifecycleStory.START.plusSeconds(5);
        assertThat(story.told()).containsExactly("5 NEWS2_SCALE_SET");
        assertThat(story.last().event().text().en()).contains("scale 2 (target 88-92 %)");
        assertThat(story.last().event().causingCommand())
                .hasValueSatisfying(command -> assertThat(command.reason()).isEqualTo(REASON));
        assertThat(story.alarms().patientScale())
                .contains(new PatientSaturationScale(SaturationScale.SCALE_2, "n-1", at));
    }

    @Test
    void aNurseHasNoRightToSetTheScale() {
        // when
        story.at(0).order(command("nurse", "2", REASON));

        // then
        assertThat(story.told()).containsExactly("0 COMMAND_REFUSED NO_RIGHT");
        assertThat(story.alarms().saturationScale()).isEqualTo(SaturationScale.SCALE_1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "two", "02"})
    void aScaleThatNews2DoesNotHaveIsRefused(String scale) {
        // when
        story.at(0).order(command("physician", scale, REASON));

        // then
        assertThat(story.told()).containsExactly("0 COMMAND_REFUSED BAD_ARGUMENT");
    }

    @Test
    void aScaleWithoutAReasonIsRefused() {
        // when
        story.at(0).order(command("physician", "2", " "));

        // then
        assertThat(story.told()).containsExactly("0 COMMAND_REFUSED BAD_ARGUMENT");
    }

    @Test
    void aScaleWithAnEndIsRefusedBecauseOnlyATransferEndsIt() {
        // when
        story.at(0).order(command("physician", "2", REASON, AlarmLifecycleStory.START.plusSeconds(60)));

        // then
        assertThat(story.told()).containsExactly("0 COMMAND_REFUSED BAD_ARGUMENT");
    }

    @Test
    void theScaleThatAppliesAlreadyIsRefused() {
        // given
        story.at(0).order(command("physician", "2", REASON));

        // when
        story.at(1).order(command("physician", "2", REASON));

        // then
        assertThat(story.told()).containsExactly("0 NEWS2_SCALE_SET", "1 COMMAND_REFUSED ALREADY_DONE");
    }

    @Test
    void scale1EndsScale2AtOnce() {
        // given
        story.at(0).order(command("physician", "2", REASON));

        // when
        story.at(9).order(command("physician", "1", "no hypercapnia in the blood gas"));
        story.transfer("USC/02");

        // then
        assertThat(story.told()).containsExactly("0 NEWS2_SCALE_SET", "9 NEWS2_SCALE_SET");
        assertThat(story.alarms().saturationScale()).isEqualTo(SaturationScale.SCALE_1);
    }

    @Test
    void aTransferEndsScale2() {
        // given
        story.at(0).order(command("physician", "2", REASON));

        // when
        story.at(50).transfer("USC/02");

        // then
        assertThat(story.told()).containsExactly("0 NEWS2_SCALE_SET", "50 NEWS2_SCALE_EXPIRED");
        assertThat(story.alarms().patientScale()).isEmpty();
    }

    @Test
    void theEndOfTheStayEndsScale2() {
        // given
        story.at(0).order(command("physician", "2", REASON));

        // when
        story.at(70).end();

        // then
        assertThat(story.told()).containsExactly("0 NEWS2_SCALE_SET", "70 NEWS2_SCALE_EXPIRED");
    }

    private AlarmCommand command(String role, String scale, String reason) {
        return command(role, scale, reason, Instant.MAX);
    }

    private AlarmCommand command(String role, String scale, String reason, Instant end) {
        return new AlarmCommand(
                "c-" + commands++,
                "",
                CommandType.SET_NEWS2_SCALE,
                "n-1",
                role,
                AlarmLifecycleStory.START,
                reason,
                end,
                -1,
                Map.of("scale", scale));
    }
}
