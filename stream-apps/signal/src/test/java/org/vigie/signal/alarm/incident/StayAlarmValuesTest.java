package org.vigie.signal.alarm.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.AlarmRuleSet;
import org.vigie.signal.alarm.detect.AlarmDetectionState;
import org.vigie.signal.alarm.detect.AlarmDetector;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.alarm.event.AlarmFinding;
import org.vigie.signal.alarm.event.AlarmId;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.signal.text.LocalizedText;
import org.vigie.signal.vitals.CurrentVitals;
import org.vigie.signal.vitals.ReadingPosition;

/** Tests which live value stands for an alarm in the sentence of its incident. */
class StayAlarmValuesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T14:15:00Z");
    private static final AlarmRuleSet RULES =
            AlarmRuleCatalogue.adultIcu().standard().rules();

    private final CurrentVitals vitals = new CurrentVitals();
    private IncidentTimeText time = new IncidentTimeText(ZoneId.of("Europe/Paris"), NOW);

    private LocalizedText text(String rule, AlarmRuleKind kind) {
        var detection = new AlarmDetectionState("stay-1", vitals, Map.of(), Map.of(), Map.of(), NOW);
        var finding = new AlarmFinding("t", 91, 90, LocalizedText.same("at the raise"), List.of());
        Alarm alarm = new Alarm(new AlarmId("stay-1", rule, NOW), kind, AlarmPriority.MEDIUM, "REA/1", NOW, finding);
        return new StayAlarmValues(RULES, new AlarmDetector(RULES), detection).text(alarm, time);
    }

    private void measured(String variable, double value) {
        vitals.take(variable, value, NOW, new ReadingPosition(0, 1, 0));
    }

    @Test
    void theValueIsTheLiveOneAndNotThatOfTheRaise() {
        // given
        measured("spo2", 87);

        // when
        LocalizedText text = text("spo2_low", AlarmRuleKind.LIMIT);

        // then
        assertThat(text).isEqualTo(LocalizedText.same("SpO2 87"));
    }

    @Test
    void aTemperatureHasACommaInFrench() {
        // given
        measured("temp", 39.4);

        // when
        LocalizedText text = text("temp_high", AlarmRuleKind.LIMIT);

        // then
        assertThat(text).isEqualTo(new LocalizedText("Température 39,4", "Temperature 39.4"));
    }

    @Test
    void aScoreShowsItsCertainPoints() {
        // given
        measured("spo2", 87);

        // when
        LocalizedText text = text("news2", AlarmRuleKind.SCORE);

        // then
        assertThat(text).isEqualTo(LocalizedText.same("NEWS2 3"));
    }

    @Test
    void aScoreWithoutAnyLiveInputHasNoPoints() {
        assertThat(text("news2", AlarmRuleKind.SCORE)).isEqualTo(LocalizedText.same("NEWS2 --"));
    }

    @Test
    void aChartedValueThatIsOlderThanFiveMinutesHasItsTime() {
        // given
        measured("nibp_mean", 52);

        // when
        time = new IncidentTimeText(time.zone(), NOW.plus(Duration.ofMinutes(6)));

        // then
        assertThat(text("cuff_map_low", AlarmRuleKind.LIMIT))
                .isEqualTo(new LocalizedText("PAM (brassard) 52 à 15:15", "MAP (cuff) 52 at 15:15"));
    }

    @Test
    void aValueThatIsNoLongerLiveHasItsTime() {
        // given
        measured("spo2", 66);

        // when
        time = new IncidentTimeText(time.zone(), NOW.plus(Duration.ofHours(2)));

        // then
        assertThat(text("spo2_low", AlarmRuleKind.LIMIT))
                .isEqualTo(new LocalizedText("SpO2 -- (66 à 15:15)", "SpO2 -- (66 at 15:15)"));
    }

    @Test
    void aValueOfAnotherDayHasItsDate() {
        // given
        measured("spo2", 66);

        // when
        time = new IncidentTimeText(time.zone(), NOW.plus(Duration.ofDays(1)));

        // then
        assertThat(text("spo2_low", AlarmRuleKind.LIMIT))
                .isEqualTo(new LocalizedText("SpO2 -- (66 le 01/03 à 15:15)", "SpO2 -- (66 on 1 Mar at 15:15)"));
    }

    @Test
    void withoutAnyValueThatOfTheAlarmIsNotShown() {
        assertThat(text("spo2_low", AlarmRuleKind.LIMIT)).isEqualTo(LocalizedText.same("SpO2 --"));
    }

    @Test
    void aTrendShowsTheLiveValueAndNotItsSlope() {
        // given
        measured("hr", 104);

        // when
        LocalizedText text = text("hr_rising", AlarmRuleKind.TREND);

        // then
        assertThat(text).isEqualTo(new LocalizedText("FC 104", "HR 104"));
    }

    @Test
    void anAlarmWhoseRuleHasLeftTheRuleSetKeepsItsText() {
        assertThat(text("rule_of_yesterday", AlarmRuleKind.LIMIT)).isEqualTo(LocalizedText.same("at the raise"));
    }
}
