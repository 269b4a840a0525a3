package org.vigie.alerts.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.vigie.alerts.state.StayAlertState;
import org.vigie.alerts.state.StayRisk;
import org.vigie.schemas.CleanObservation;
import org.vigie.signal.alarm.detect.AlarmDetectionState;
import org.vigie.signal.alarm.lifecycle.StayAlarms;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.signal.alarm.rules.RulesInForce;

/** Tests that an observation of a steady period changes the state of its stay as a full evaluation does. */
class SteadyStaysPropertiesTest {
    private static final int OBSERVATIONS = 600;
    private static final AtomicInteger STEADY = new AtomicInteger();
    private static final AtomicInteger EVALUATED = new AtomicInteger();
    private static final AtomicInteger OUTPUTS = new AtomicInteger();

    private final StayEvaluators evaluators = StayEvaluators.of(
            StayWatchConfig.defaults(), RulesInForce.always(AlarmRuleCatalogue.adultIcu()), stay -> Optional.empty());

    @Property(tries = 150, seed = "1", shrinking = ShrinkingMode.OFF)
    void aSteadyPeriodChangesNothingOfTheResult(@ForAll long seed) {
        // given
        var observations = new RandomStayObservations(seed);
        StayAlertState state = StayAlertState.of("stay");
        StayAlertState reference = StayAlertState.of("stay");
        for (int i = 0; i < OBSERVATIONS; i++) {
            // when
            CleanObservation observation = observations.next();
            StayEvaluation evaluation = evaluate(state, observation, i);
            StayEvaluation full = evaluate(reference.withHash(reference.hash()), observation, i);
            count(state, evaluation);
            state = evaluation.state();
            reference = full.state();
            // then
            assertThat(evaluation.output()).isEqualTo(full.output());
            assertThat(figures(state)).isEqualTo(figures(reference));
        }
    }

    private StayEvaluation evaluate(StayAlertState state, CleanObservation observation, int number) {
        StayEvaluator records = evaluators.records();
        Instant now = observation.getPublishedAt();
        if (number % 200 == 150) {
            var risk = new StayRisk(0.1 + number / 2_000.0, 0.05, observation.getDeviceTime(), number);
            return evaluators.risks().evaluateUntil(now.plusMillis(1), state.awaiting(risk, now), now);
        }
        return records.evaluate(state, observation, now);
    }

    private static void count(StayAlertState before, StayEvaluation evaluation) {
        boolean steady = before.steadyOrNull() != null
                && before.steadyOrNull() == evaluation.state().steadyOrNull();
        (steady ? STEADY : EVALUATED).incrementAndGet();
        OUTPUTS.addAndGet(evaluation.output().isNothing() ? 0 : 1);
    }

    private static List<Object> figures(StayAlertState state) {
        AlarmDetectionState detection = state.detection();
        StayAlarms alarms = state.alarms();
        return List.of(
                detection.clock(),
                detection.vitals().newest(),
                detection.vitals().lastSignals(),
                detection.conditions(),
                detection.baselines(),
                detection.offsets(),
                List.of(alarms.clock(), alarms.bed(), alarms.open(), alarms.sequence(), alarms.newestEntryAt()),
                alarms.incident(),
                state.hash(),
                state.processed(),
                state.risks(),
                state.attention(),
                state.displayed());
    }

    /** Without many observations of each kind the property says little. */
    @AfterContainer
    static void everyKindOccurred() {
        int all = STEADY.get() + EVALUATED.get();
        assertThat(STEADY.get()).isGreaterThan(all / 4);
        assertThat(EVALUATED.get()).isGreaterThan(all / 10);
        assertThat(OUTPUTS.get()).isGreaterThan(all / 100);
        assertThat(Duration.ofSeconds(all)).isGreaterThan(Duration.ofHours(20));
    }
}
