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

/** Tests one bed for one day. A shock lasts from second 100 to 700; its pressure falls from second 200 on. */
class AlarmEvaluatorTest {
    private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");
    private static final List<Truth> SHOCK =
            List.of(deterioration("hr", 100), deterioration("pulse_spo2", 100), deterioration("abp_sys", 200));

    @Test
    void anEventWithoutANotificationIsMissed() {
        // when
        var figures = judge(SHOCK, List.of(call("hr", 99, false), call("temp", 300, false)), List.of());

        // then
        assertThat(figures)
                .containsEntry("events", 1L)
                .containsEntry("missed_events", 1)
                .containsEntry("missed_conditions", 2)
                .containsEntry("false_alarms_per_bed_day", 2.0);
    }

    @Test
    void aCallAboutOneConditionDetectsTheEventButNotItsOtherCondition() {
        // when
        var figures = judge(SHOCK, List.of(call("rate", 130, false)), List.of());

        // then
        assertThat(figures)
                .containsEntry("missed_events", 0)
                .containsEntry("conditions", 2L)
                .containsEntry("missed_conditions", 1)
                .containsEntry("false_alarms_per_bed_day", 0.0)
                .containsEntry("missed", List.of("shock pressure"));
    }

    @Test
    void leadIsCountedFromTheFirstCallToTheFirstUrgentValue() {
        // when
        var figures = judge(
                SHOCK,
                List.of(call("rate", 130, false), call("pressure", 240, true)),
                List.of(call("pressure", 310, true), call("rate", 430, true)));

        // then
        assertThat(figures).containsEntry("lead_time_minutes", 3.0).containsEntry("lead_events", 1);
    }

    @Test
    void aHighCallThatAnArtefactMadeCountsTwice() {
        // given
        var flush = new Truth("f", "U/1", "s", TruthKind.ARTEFACT, null, at(1_000), at(1_004), "FLUSH");

        // when
        var figures =
                judge(List.of(flush), List.of(call("pressure", 1_020, true), call("pressure", 1_100, true)), List.of());

        // then
        assertThat(figures).containsEntry("artefact_high_alarms", 1L).containsEntry("false_alarms_per_bed_day", 2.0);
    }

    @Test
    void aTechnicalCallIsTrueWhileACableIsOff() {
        // given
        var off = new Truth("o", "U/1", "s", TruthKind.CABLE_OFF, "hr", at(1_000), at(1_040), "LEADS_OFF");

        // when
        var figures = judge(List.of(off), List.of(technical(1_031), technical(1_200)), List.of());

        // then
        assertThat(figures)
                .containsEntry("technical_alarms_per_bed_day", 2.0)
                .containsEntry("false_alarms_per_bed_day", 1.0);
    }

    private static Map<String, Object> judge(List<Truth> truths, List<BenchAlarm> calls, List<BenchAlarm> urgent) {
        return new AlarmEvaluator(
                        List.of(UnitDay.of(truths, calls, calls, calls, urgent, 1)), 1, Duration.ofSeconds(210))
                .figures();
    }

    private static Truth deterioration(String variable, int from) {
        return new Truth(
                "s-shock-" + variable + "-100",
                "U/1",
                "s",
                TruthKind.DETERIORATION,
                variable,
                at(from),
                at(700),
                "shock: " + variable + " to 1.0");
    }

    private static BenchAlarm call(String condition, int second, boolean high) {
        return new BenchAlarm("U/1", condition, Set.of(condition), false, high, at(second), false);
    }

    private static BenchAlarm technical(int second) {
        return new BenchAlarm("U/1", "hr_silent", Set.of("rate"), true, false, at(second), false);
    }

    private static Instant at(int second) {
        return DAY.plusSeconds(second);
    }
}
