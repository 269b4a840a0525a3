package org.vigie.signal.alarm.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.signal.clean.CleaningRevision;

/** Tests that no alarm of heart and breath is lost where the second revision of the cleaning marks contradicted rates. */
class ContradictedRatesAlarmTest {
    private static final int MINUTE = 60;

    private final CleanedAlarmStory second = new CleanedAlarmStory(CleaningRevision.SECOND);
    private final CleanedAlarmStory first = new CleanedAlarmStory(CleaningRevision.FIRST);

    @Test
    void aTrueBradycardiaWithTachypnoeaCalls() {
        // given
        second.send(5, rates(80, 18, 80));

        // when
        second.send(15, rates(30, 44, 30));

        // then
        assertThat(second.told()).contains("hr_low RAISED HIGH");
    }

    @Test
    void anAsystoleWithCompressionsThatOtherSensorsCountCalls() {
        // given
        second.send(5, rates(80, 16, 80));

        // when
        second.send(6, rates(0, 104, 104)).send(MINUTE, rates(0, 106, 110));

        // then
        assertThat(second.told()).contains("asystole RAISED HIGH").doesNotContain("asystole CLEARED HIGH");
    }

    @Test
    void anAgonalRhythmWithCompressionsCalls() {
        // given
        second.send(5, rates(100, 16, 100));

        // when
        second.send(10, rates(16, 16, 100)).send(MINUTE, rates(16, 104, 102));

        // then
        assertThat(second.told()).contains("asystole RAISED HIGH").doesNotContain("asystole CLEARED HIGH");
    }

    @Test
    void lostElectrodesCallAsAnAsystoleAndNotAsAnApnoeaToo() {
        // given
        first.send(5, rates(80, 16, 80));
        second.send(5, rates(80, 16, 80));

        // when
        first.send(MINUTE, rates(0, 0, 80));
        second.send(MINUTE, rates(0, 0, 80));

        // then
        assertThat(first.told()).contains("asystole RAISED HIGH", "apnoea RAISED HIGH");
        assertThat(second.told()).contains("asystole RAISED HIGH").doesNotContain("apnoea RAISED HIGH");
    }

    @Test
    void anApnoeaAfterAnAsystoleCallsAsSoonAsTheHeartBeats() {
        // given
        second.send(5, rates(80, 16, 80)).send(MINUTE, rates(0, 0, 100));

        // when
        second.send(MINUTE, rates(70, 0, 70));

        // then
        assertThat(second.told()).contains("apnoea RAISED HIGH");
    }

    @Test
    void swappedRatesRaiseNoAsystole() {
        // given
        first.send(5, rates(80, 16, 80));
        second.send(5, rates(80, 16, 80));

        // when
        first.send(5 * MINUTE, rates(16, 80, 80));
        second.send(5 * MINUTE, rates(16, 80, 80));

        // then
        assertThat(first.told()).contains("asystole RAISED HIGH", "rr_high UPGRADED HIGH");
        assertThat(second.told()).isEmpty();
    }

    @Test
    void anAsystoleWhileTheRatesAreSwappedCalls() {
        // given
        second.send(5, rates(80, 16, 80)).send(MINUTE, rates(16, 80, 80));

        // when: the heart rate, in the place of the respiration, falls to zero
        second.send(10, Map.of("hr", 16.0, "rr", 0.0)).send(MINUTE, Map.of("hr", 0.0, "rr", 0.0));

        // then
        assertThat(second.told()).contains("apnoea RAISED HIGH", "asystole RAISED HIGH");
    }

    @Test
    void aTachycardiaWhileTheRatesAreSwappedCallsByThePulse() {
        // given
        second.send(5, rates(80, 16, 80)).send(2 * MINUTE, rates(16, 80, 80));

        // when
        second.send(2 * MINUTE, rates(16, 160, 160));

        // then
        assertThat(second.told()).anyMatch(told -> told.endsWith("RAISED HIGH"));
    }

    @Test
    void aFastRespirationAtTheEndOfItsRangeCallsAMinuteLater() {
        // given
        second.send(5, rates(80, 16, 80));

        // when
        second.send(3 * MINUTE, rates(80, 120, 80));

        // then
        assertThat(second.told()).contains("rr_high UPGRADED HIGH");
    }

    @Test
    void aBradycardiaBesideAPulseAtTheEndOfItsRangeIsNotDelayed() {
        // given
        first.send(5, rates(80, 16, 80));
        second.send(5, rates(80, 16, 80));

        // when
        first.send(20, rates(35, 16, 300));
        second.send(20, rates(35, 16, 300));

        // then
        assertThat(first.told()).doesNotContain("hr_low RAISED HIGH");
        assertThat(second.told()).contains("hr_low RAISED HIGH");
    }

    private static Map<String, Double> rates(double heart, double breath, double pulse) {
        return Map.of("hr", heart, "rr", breath, "pulse_spo2", pulse);
    }
}
