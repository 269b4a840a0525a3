package org.vigie.signal.alarm.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.signal.clean.CleaningRevision;

/** Tests that no alarm of a pressure is lost where the second revision of the cleaning marks contradicted pressures. */
class ContradictedLineAlarmTest {
    private static final int MINUTE = 60;

    private final CleanedAlarmStory second = new CleanedAlarmStory(CleaningRevision.SECOND);
    private final CleanedAlarmStory first = new CleanedAlarmStory(CleaningRevision.FIRST);

    @Test
    void aLowPressureCallsByTheMeanWhileTheTwoOthersAreSwapped() {
        // given
        second.send(5, line(120, 65, 83)).send(MINUTE, line(65, 120, 83));

        // when
        second.send(MINUTE, line(35, 62, 44));

        // then
        assertThat(second.told()).contains("map_low RAISED HIGH");
    }

    @Test
    void anOpenLineCallsNoLaterThanBefore() {
        // given
        first.send(5, lineAndPulse(120, 65, 83));
        second.send(5, lineAndPulse(120, 65, 83));

        // when
        first.send(110, lineAndPulse(3, 2, 3));
        second.send(110, lineAndPulse(3, 2, 3));

        // then
        assertThat(first.told()).doesNotContain("map_low RAISED HIGH");
        assertThat(second.told()).contains("map_low RAISED HIGH");
    }

    @Test
    void anArrestOnALineThatIsTooHighCalls() {
        // given
        second.send(5, lineAndPulse(120, 65, 83));

        // when: the oximeter shows its last pulse for some seconds more
        second.send(10, lineAndPulse(4, 3, 4)).send(50, line(4, 3, 4));

        // then
        assertThat(second.told()).contains("map_low RAISED HIGH");
    }

    private static Map<String, Double> line(double systolic, double diastolic, double mean) {
        return Map.of("abp_sys", systolic, "abp_dia", diastolic, "abp_mean", mean);
    }

    private static Map<String, Double> lineAndPulse(double systolic, double diastolic, double mean) {
        return Map.of("abp_sys", systolic, "abp_dia", diastolic, "abp_mean", mean, "pulse_spo2", 80.0);
    }
}
