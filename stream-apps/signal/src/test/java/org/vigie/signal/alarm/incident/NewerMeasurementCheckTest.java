package org.vigie.signal.alarm.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.alarm.event.AlarmFinding;
import org.vigie.signal.alarm.event.AlarmId;
import org.vigie.signal.alarm.event.TriggeringReading;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.signal.text.LocalizedText;
import org.vigie.signal.vitals.CurrentVitals;
import org.vigie.signal.vitals.ReadingPosition;

/** Tests which measurements show that an alarm is still true. */
class NewerMeasurementCheckTest {
    private static final Instant CALL = Instant.parse("2026-03-01T14:00:00Z");
    private static final Instant LATER = CALL.plus(Duration.ofMinutes(10));
    private static final ReadingPosition PLACE = new ReadingPosition(0, 1, 0);

    private final CurrentVitals vitals = new CurrentVitals();
    private final NewerMeasurementCheck check =
            new NewerMeasurementCheck(AlarmRuleCatalogue.adultIcu().standard().rules(), vitals);

    private static Alarm high(String rule, AlarmRuleKind kind) {
        var cause = new TriggeringReading("rr", 32, CALL, PLACE);
        var finding = new AlarmFinding("t", 50, 55, LocalizedText.same("text"), List.of(cause));
        return new Alarm(new AlarmId("stay-1", rule, CALL), kind, AlarmPriority.HIGH, "REA/1", CALL, finding);
    }

    private boolean isHeld(String rule) {
        return measured(rule).isPresent();
    }

    private Optional<Instant> measured(String rule) {
        return check.measuredAfter(CALL, high(rule, AlarmRuleKind.LIMIT), LATER);
    }

    @Test
    void theFirstKnownValueAfterTheCallCounts() {
        // given
        Instant first = CALL.plusSeconds(60);
        vitals.take("spo2", 80, first, PLACE);
        vitals.take("spo2", 80, LATER, PLACE);

        // when
        Optional<Instant> measured = measured("spo2_low");

        // then
        assertThat(measured).contains(first);
    }

    @Test
    void theFirstValueOfAChartAfterTheCallHasItsOwnTime() {
        // given
        vitals.take("nibp_mean", 50, CALL, PLACE);
        vitals.take("nibp_mean", 50, LATER, PLACE);

        // when
        Optional<Instant> measured = measured("cuff_map_low");

        // then
        assertThat(measured).contains(LATER);
    }

    @Test
    void aChartedValueFromBeforeTheCallHoldsNothing() {
        // given
        vitals.take("nibp_mean", 50, CALL, PLACE);

        // when
        boolean held = isHeld("cuff_map_low");

        // then
        assertThat(held).isFalse();
    }

    @Test
    void aNewerValueBeyondTheLimitHoldsTheAlarm() {
        // given
        vitals.take("nibp_mean", 50, LATER, PLACE);

        // when
        boolean held = isHeld("cuff_map_low");

        // then
        assertThat(held).isTrue();
    }

    @Test
    void aNewerValueInTheHysteresisBandHoldsTheAlarm() {
        // given
        vitals.take("nibp_mean", 57, LATER, PLACE);

        // when
        boolean held = isHeld("cuff_map_low");

        // then
        assertThat(held).isTrue();
    }

    @Test
    void aNewerValueThatIsBackHoldsNothing() {
        // given
        vitals.take("nibp_mean", 61, LATER, PLACE);

        // when
        boolean held = isHeld("cuff_map_low");

        // then
        assertThat(held).isFalse();
    }

    @Test
    void aNewerValueThatIsNoLongerFreshHoldsNothing() {
        // given
        vitals.take("spo2", 80, CALL.plusSeconds(1), PLACE);
        vitals.take("spo2", 80, CALL.plusSeconds(2), PLACE);

        // when
        boolean held = isHeld("spo2_low");

        // then
        assertThat(held).isFalse();
    }

    @Test
    void anAlarmThatAScoreMadeUrgentIsHeldByItsMilderLimit() {
        // given
        vitals.take("temp", 40.5, LATER, PLACE);

        // when
        boolean held = isHeld("temp_high");

        // then
        assertThat(held).isTrue();
    }

    @Test
    void aScoreIsHeldByANewerInput() {
        // given
        Alarm score = high("news2", AlarmRuleKind.SCORE);

        // when
        Optional<Instant> before = check.measuredAfter(CALL, score, LATER);
        vitals.take("rr", 31, LATER, PLACE);

        // then
        assertThat(before).isEmpty();
        assertThat(check.measuredAfter(CALL, score, LATER)).contains(LATER);
    }
}
