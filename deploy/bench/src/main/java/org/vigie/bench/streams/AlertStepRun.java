package org.vigie.bench.streams;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.alerts.evaluate.StayEvaluators;
import org.vigie.alerts.evaluate.StayWatchConfig;
import org.vigie.alerts.state.StayAlertState;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.Origin;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.signal.alarm.rules.RulesInForce;

/**
 * Applies the step alert to the steady observations of one stay in the calling thread, without topics or bytes. Each observation has eight
 * readings within all limits.
 *
 * @param observations number of observations that are measured
 */
record AlertStepRun(int observations) {
    private static final List<String> VARIABLES = List.of(
            VariableNames.HR,
            VariableNames.SPO2,
            VariableNames.RR,
            VariableNames.ABP_SYS,
            VariableNames.ABP_DIA,
            VariableNames.ABP_MEAN,
            VariableNames.PULSE_SPO2,
            VariableNames.TEMP);
    private static final List<Double> VALUES = List.of(80.0, 97.0, 16.0, 118.0, 70.0, 86.0, 80.0, 37.0);
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    /** Returns what the second half of the observations cost. The first half warms the compiler up. */
    ThreadUsage measure() {
        List<CleanObservation> all = new ArrayList<>(2 * observations);
        for (int second = 0; second < 2 * observations; second++) {
            all.add(observation(second));
        }
        var evaluators = StayEvaluators.of(
                StayWatchConfig.defaults(),
                RulesInForce.always(AlarmRuleCatalogue.adultIcu()),
                stay -> Optional.empty());
        StayAlertState warm = evaluated(evaluators, StayAlertState.of("stay"), all.subList(0, observations));
        return ThreadUsage.of(() -> evaluated(evaluators, warm, all.subList(observations, all.size())));
    }

    private static StayAlertState evaluated(
            StayEvaluators evaluators, StayAlertState first, List<CleanObservation> observations) {
        StayAlertState state = first;
        for (CleanObservation observation : observations) {
            state = evaluators
                    .records()
                    .evaluate(state, observation, observation.getPublishedAt())
                    .state();
        }
        return state;
    }

    private static CleanObservation observation(int second) {
        Instant at = START.plusSeconds(second);
        List<JudgedReading> readings = new ArrayList<>();
        for (int index = 0; index < VARIABLES.size(); index++) {
            readings.add(reading(index, second, at));
        }
        return CleanObservation.newBuilder()
                .setStay("stay")
                .setProvisional(false)
                .setBed("U/1")
                .setSource("bench")
                .setDevice("monitor-1")
                .setMessageId("1-" + second)
                .setDeviceTime(at)
                .setReceivedTime(at)
                .setPublishedAt(at)
                .setOrigin(new Origin("observations.raw", 0, (long) second, -1))
                .setReadings(readings)
                .build();
    }

    private static JudgedReading reading(int index, int second, Instant at) {
        String variable = VARIABLES.get(index);
        double step = variable.equals(VariableNames.TEMP) ? 0.1 : 1;
        double value = VALUES.get(index) + second % 3 * step;
        return new JudgedReading(
                index,
                variable,
                value,
                at,
                CleaningOutcomeRecord.KEPT,
                CleaningReasonRecord.NONE,
                List.of(),
                "",
                true,
                null);
    }
}
