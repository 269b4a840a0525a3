package org.vigie.signal.alarm.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.signal.alarm.event.TriggeringReading;

/** Tests when the early-warning score raises an alarm, and when it only makes an open alarm more urgent. */
class EarlyWarningAlarmTest {
    private final AlarmDetectionStory story = new AlarmDetectionStory();

    @Test
    void whatTheEarlyWarningMadeUrgentIsNotMadeMilderByItsOwnValue() {
        // when
        story.tell(Map.of("hr", "115x500", "rr", "26x500", "spo2", "86x500"));

        // then
        assertThat(story.told()).containsExactly("spo2_low RAISED MEDIUM", "spo2_low UPGRADED HIGH");
    }

    @Test
    void aSlowDeteriorationInsideAllLimitsIsAnEarlyWarning() {
        // when
        story.tell(Map.of("hr", "115x400", "rr", "23x400", "spo2", "93x400"));

        // then
        assertThat(story.told()).containsExactly("news2 RAISED MEDIUM");
        assertThat(story.made().get(0).text().fr())
                .startsWith("NEWS2 6 ≥ 5 depuis 5 min ; incomplet (6-17), manque : PAS, conscience");
        assertThat(story.made().get(0).causes())
                .extracting(TriggeringReading::variable)
                .containsExactly("rr", "spo2", "hr");
    }

    @Test
    void theEarlyWarningCallsNoSecondNurseButMakesTheOpenAlarmMoreUrgent() {
        // when
        story.tell(Map.of("hr", "115x400", "rr", "26x400", "spo2", "86x400"));

        // then
        assertThat(story.told()).containsExactly("spo2_low RAISED MEDIUM", "spo2_low UPGRADED HIGH");
        assertThat(story.made().get(1).text().en()).startsWith("NEWS2 8 ≥ 7 for 5 min");
    }

    @Test
    void ofSeveralOpenAlarmsTheEarlyWarningMakesOneMoreUrgentSoThatTheNurseIsCalledOnce() {
        // when
        story.tell(Map.of("hr", "125x400", "rr", "33x400", "spo2", "86x400"));

        // then
        assertThat(story.told())
                .containsExactly(
                        "hr_high RAISED MEDIUM",
                        "spo2_low RAISED MEDIUM",
                        "rr_high RAISED MEDIUM",
                        "hr_high UPGRADED HIGH");
    }

    @Test
    void afterAnAlarmTheEarlyWarningBeginsItsHoldAnew() {
        // when
        story.tell(Map.of("hr", "115x320", "rr", "23x320", "spo2", "86x40 92x280"));

        // then
        assertThat(story.told()).containsExactly("spo2_low RAISED MEDIUM", "spo2_low CLEARED MEDIUM");
    }

    @Test
    void aVentilatedPatientIsNotWarnedOfForBeingVentilated() {
        // when
        story.tell(Map.of(
                "mech_vent", "1 -x400", "gcs_total", "3 -x400", "hr", "95x401", "rr", "16x401", "spo2", "97x401"));

        // then
        assertThat(story.told()).isEmpty();
    }

    @Test
    void pullingOutTheSensorDoesNotClearTheEarlyWarning() {
        // given
        story.tell(Map.of("hr", "115x400", "rr", "23x400", "spo2", "93x400"));

        // when
        story.tell(Map.of("hr", "115x700", "rr", "23x700"));

        // then
        assertThat(story.told()).containsExactly("news2 RAISED MEDIUM", "spo2_silent RAISED LOW");

        // when
        story.tell(Map.of("hr", "115x302", "rr", "23x302", "spo2", "97x302"));

        // then
        assertThat(story.told()).endsWith("spo2_silent CLEARED LOW", "news2 CLEARED MEDIUM");
    }
}
