package org.vigie.bench.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Truth;
import org.vigie.schemas.TruthKind;

/** Tests why a call counts as true or false; a shock lowers the pressure from second 200 to 700. */
class JudgedCallsTest {
    private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");

    private static final Truth SHOCK = new Truth(
            "s-shock-abp_sys-100",
            "U/1",
            "s",
            TruthKind.DETERIORATION,
            "abp_sys",
            at(200),
            at(700),
            "shock: abp_sys to 60.0");

    @Test
    void callsPerEventCountsOnlyCallsThatTheEventExplains() {
        // when
        JudgedCalls judged = judged(
                call("pressure_low", "pressure", 210), call("news2", "pressure", 500), call("spo2_low", "spo2", 300));

        // then
        assertThat(judged.events().mean()).isEqualTo(2);
        assertThat(judged.count(CallVerdict::isFalse)).isEqualTo(1);
    }

    @Test
    void callsPerEventAreDividedByTheReasonOfEachCall() {
        // when
        JudgedCalls judged = judged(
                call("pressure_low", "pressure", 210).because("OPENED"),
                call("pressure_low", "pressure", 500).because("STILL_TRUE"),
                call("spo2_low", "spo2", 300).because("OPENED"));

        // then
        assertThat(judged.events().meanByReason()).isEqualTo(Map.of("OPENED", 1.0, "STILL_TRUE", 1.0));
        assertThat(judged.byReason()).isEqualTo(Map.of("OPENED", 2L, "STILL_TRUE", 1L));
    }

    @Test
    void callsUntilTheFirstAnswerAreThoseThatComeBeforeTheNurseIsThere() {
        // given the first answer at 420 s
        EventCalls calls = judged(
                        call("pressure_low", "pressure", 210),
                        call("map_low", "pressure", 419),
                        call("news2", "pressure", 420))
                .events();

        // when, then
        assertThat(calls.meanUntil(Duration.ofSeconds(210))).isEqualTo(2);
        assertThat(calls.meanUntil(Duration.ZERO)).isNull();
    }

    @Test
    void withoutATrueCallThereIsNoMeanOfCallsPerEvent() {
        assertThat(judged(call("spo2_low", "spo2", 300)).events().mean()).isNull();
    }

    @Test
    void aFalseCallIsPutDownToTheFaultOrTheNursingThatChangedItsVariable() {
        // when
        JudgedCalls judged = judged(
                call("spo2_low", "spo2", 1_010),
                call("rr_high", "rr", 1_010),
                call("hr_high", "rate", 2_010),
                call("pressure_low", "pressure", 3_000));

        // then
        assertThat(judged.falseByCause()).isEqualTo(Map.of("fault", 1L, "nursing", 1L, "patient", 2L));
    }

    @Test
    void eachRuleHasItsOwnFigures() {
        // given
        List<UnitDay> days = List.of(day(call("pressure_low", "pressure", 210), call("spo2_low", "spo2", 1_010)));

        // when
        Map<String, Object> rules = new RuleFigures(JudgedCalls.of(days, UnitDay::calls), days).byRule();

        // then
        assertThat(rules).containsOnlyKeys("pressure_low", "spo2_low");
        assertThat(rules.get("spo2_low")).asString().contains("false=1").contains("fault=1");
    }

    @Test
    void aMissedConditionIsCountedAtTheLimitThatItCrossed() {
        // when
        var missed = new MissedConditions(List.of(day(call("spo2_low", "spo2", 300))), UnitDay::calls);

        // then
        assertThat(missed.events()).isEqualTo(1);
        assertThat(missed.byLimit()).isEqualTo(Map.of("pressure low", 1L));
        assertThat(missed.names()).containsExactly("shock pressure");
    }

    private static JudgedCalls judged(BenchAlarm... calls) {
        return JudgedCalls.of(List.of(day(calls)), UnitDay::calls);
    }

    private static UnitDay day(BenchAlarm... calls) {
        List<Truth> truths = List.of(
                SHOCK,
                disturbance("fault: oximeter-motion of spo2 pulse_spo2", 1_000),
                disturbance("nursing: turning of hr rr", 2_000));
        return UnitDay.of(truths, List.of(calls), List.of(calls), List.of(), List.of(), 1);
    }

    private static Truth disturbance(String detail, int from) {
        return new Truth(detail, "U/1", "s", TruthKind.ARTEFACT, null, at(from), at(from + 20), detail);
    }

    private static BenchAlarm call(String rule, String condition, int second) {
        return new BenchAlarm("U/1", rule, Set.of(condition), false, false, at(second), false);
    }

    private static Instant at(int second) {
        return DAY.plusSeconds(second);
    }
}
