package org.vigie.signal.alarm.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.AlarmRuleSet;
import org.vigie.signal.alarm.LimitSide;
import org.vigie.signal.alarm.PatientLimit;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;

/** Tests when alarms are raised, upgraded, downgraded and cleared. */
class AlarmDetectorTest {
    private final AlarmDetectionStory story = new AlarmDetectionStory();

    @Test
    void aDesaturationRaisesOneAlertOnceItHasHeldAndClearsIt() {
        // when
        story.tell("spo2", "97x10 84x60 97x30");

        // then
        assertThat(story.told()).containsExactly("spo2_low RAISED MEDIUM", "spo2_low CLEARED MEDIUM");
        assertThat(story.seconds(story.made().get(0).alarm().id().onset())).isEqualTo(10);
        assertThat(story.seconds(story.made().get(0).alarm().raisedAt())).isEqualTo(25);
        assertThat(story.seconds(story.made().get(1).at())).isEqualTo(85);
    }

    @Test
    void theMessageSaysValueLimitAndHowLong() {
        // when
        story.tell("spo2", "97x10 84x20");

        // then
        assertThat(story.made().get(0).text().fr()).isEqualTo("SpO2 84 % < 90 % depuis 15 s");
        assertThat(story.made().get(0).text().en()).isEqualTo("SpO2 84 % < 90 % for 15 s");
    }

    @Test
    void frenchNumbersHaveAComma() {
        // when
        story.tell("temp", "37x5 39.4x70");

        // then
        assertThat(story.made().get(0).text().fr()).isEqualTo("Température 39,4 °C > 39 °C depuis 1 min");
    }

    @Test
    void aDeeperFallMakesTheSameEpisodeMoreUrgent() {
        // when
        story.tell("spo2", "97x10 84x20 74x10");

        // then
        assertThat(story.told()).containsExactly("spo2_low RAISED MEDIUM", "spo2_low UPGRADED HIGH");
        assertThat(story.made())
                .extracting(event -> event.alarm().id())
                .containsOnly(story.made().get(0).alarm().id());
    }

    @Test
    void aValueThatIsWellAboveTheUrgentLimitAgainMakesTheEpisodeLessUrgent() {
        // when
        story.tell("spo2", "97x10 74x20 85x16");

        // then
        assertThat(story.told()).containsExactly("spo2_low RAISED HIGH", "spo2_low DOWNGRADED MEDIUM");
        assertThat(story.seconds(story.made().get(1).at())).isEqualTo(30 + 15);
    }

    @Test
    void anAlarmDoesNotClearWhileTheLimitOfAnyStepIsViolated() {
        // given: the patient's MEDIUM limit of 96 has ended before the HIGH limit of 94
        var urgent = new PatientLimit("spo2", LimitSide.BELOW, AlarmPriority.HIGH, 94, "n-1", Instant.MAX);
        AlarmRuleSet rules = AlarmRuleCatalogue.shipped("adult-icu-3")
                .orElseThrow()
                .standard()
                .rules()
                .with(List.of(urgent));
        var patient = new AlarmDetectionStory(rules);

        // when
        patient.tell("spo2", "97x10 93x200 97x30");

        // then
        assertThat(patient.told()).containsExactly("spo2_low RAISED HIGH", "spo2_low CLEARED HIGH");
    }

    @Test
    void aSteadyDriftAgainstTheOwnBaselineIsToldOnceItPersists() {
        // given
        StringBuilder drift = new StringBuilder("60x90");
        for (int minute = 0; minute < 60; minute++) {
            drift.append(' ').append(60 + minute * 0.8);
        }

        // when
        story.every("PT1M").tell("hr", drift.toString());

        // then
        assertThat(story.told()).containsExactly("hr_rising RAISED LOW");
        assertThat(story.made().get(0).text().en()).contains("/h against the patient's own baseline");
        assertThat(story.made().get(0).alarm().kind()).isEqualTo(AlarmRuleKind.TREND);
    }

    @Test
    void aSpikeIsNoDrift() {
        // when
        story.every("PT1M").tell("hr", "60x90 110x2 60x60");

        // then
        assertThat(story.told()).isEmpty();
    }

    @Test
    void extremeBradycardiaAndApnoeaWaitForNothing() {
        // when
        story.tell("hr", "70 55 39").tell("rr", "14 8 4");

        // then
        assertThat(story.told()).containsExactly("hr_low RAISED HIGH", "rr_low RAISED HIGH");
        assertThat(story.made()).allMatch(raised -> raised.alarm().raisedAt().equals(raised.at()));
        assertThat(story.seconds(story.made().get(0).at())).isEqualTo(2);
    }

    @Test
    void aValueInsideTheHysteresisBandDoesNotClear() {
        // when
        story.tell("hr", "100x5 130x10 119x60");

        // then
        assertThat(story.told()).containsExactly("hr_high RAISED MEDIUM");

        // when
        story.tell("hr", "117x11");

        // then
        assertThat(story.told()).endsWith("hr_high CLEARED MEDIUM");
    }

    @Test
    void aValueThatFlickersAroundTheLimitNeverHolds() {
        // when
        story.tell("spo2", "97x5 89 90 89 90 89 90 89 90 89 90 89 90 89 90 89 90 89 90 89 90 89 90 89 90");

        // then
        assertThat(story.told()).isEmpty();
    }

    @Test
    void allPressuresOfTheArterialLineMakeOneAlert() {
        // when
        story.tell(Map.of("abp_sys", "120x5 78x40", "abp_mean", "80x5 55x40", "abp_dia", "60x5 42x40"));

        // then
        assertThat(story.told()).containsExactly("pressure_low RAISED MEDIUM");
        assertThat(story.made().get(0).causes()).hasSize(3);
    }

    @Test
    void theCuffIsNotAskedWhileTheLineSpeaksAndRaisesAtOnceWhenItDoesNot() {
        // when
        story.tell(Map.of("abp_mean", "80x5", "nibp_mean", "52x5"));

        // then
        assertThat(story.told()).isEmpty();

        // when
        story.silentFor("PT10M").tell("nibp_mean", "52");

        // then
        assertThat(story.told()).contains("pressure_low RAISED MEDIUM");
    }

    @Test
    void theOximetersPulseIsNotAskedWhileTheEcgSpeaks() {
        // when
        story.tell(Map.of("hr", "80x60", "pulse_spo2", "150x60"));

        // then
        assertThat(story.told()).isEmpty();
    }

    @Test
    void valuesByTheHourAreConfirmedByTheNextOne() {
        // when
        story.every("PT1H").tell("hr", "80 82 130 131 90 88 86");

        // then
        assertThat(story.told()).containsExactly("hr_high RAISED MEDIUM", "hr_high CLEARED MEDIUM");
        assertThat(story.seconds(story.made().get(0).at())).isEqualTo(3 * 3600);
        assertThat(story.seconds(story.made().get(1).at())).isEqualTo(5 * 3600);
    }

    @Test
    void aCableOffIsATechnicalAlertWhileTheRestIsWatched() {
        // when
        story.tell(Map.of("hr", "80x10 -x40 80x5", "spo2", "97x55"));

        // then
        assertThat(story.told()).containsExactly("hr_silent RAISED MEDIUM", "hr_silent CLEARED MEDIUM");
        assertThat(story.made().get(0).text().fr()).isEqualTo("Pas de signal ECG depuis 31 s");
        assertThat(story.made().get(0).alarm().kind()).isEqualTo(AlarmRuleKind.TECHNICAL);
    }

    @Test
    void aSuspectSensorIsNotSilent() {
        // when
        story.tell(Map.of("hr", "80x10 ?300x60", "spo2", "97x70"));

        // then
        assertThat(story.told()).isEmpty();
    }

    @Test
    void everyRuleIsOfOneKindAndKnowsItsVariables() {
        // when
        AlarmRuleSet rules = AlarmRuleCatalogue.shipped("adult-icu-3")
                .orElseThrow()
                .standard()
                .rules();

        // then
        assertThat(rules.rule("pressure_low").variables())
                .isEqualTo(List.of("abp_sys", "abp_mean", "abp_dia", "nibp_sys", "nibp_mean", "nibp_dia"));
    }
}
