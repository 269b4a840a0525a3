package org.vigie.replay.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.analytics.ReportPeriod;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.bed.BedName;
import org.vigie.schemas.variable.VariableNames;

/** Keeps the course of four vital signs of each stay in a period: the mean of each fiftieth part of an hour at most, fewer in a long one. */
final class RecordedTrends {
    static final List<String> VARIABLES =
            List.of(VariableNames.HR, VariableNames.ABP_MEAN, VariableNames.SPO2, VariableNames.RR);
    static final int STEPS = 300;

    private final ReportPeriod period;
    private final long stepMillis;
    private final Map<String, Map<String, TreeMap<Integer, StepMean>>> stays = new HashMap<>();
    private @Nullable Instant first;

    /** Sums the values of one step. */
    private static final class StepMean {
        private double sum;
        private int count;
    }

    RecordedTrends(ReportPeriod period) {
        this.period = period;
        this.stepMillis =
                Math.max(1, Duration.between(period.from(), period.to()).toMillis() / STEPS);
    }

    /** A canary patient has no trend and begins no period. */
    void take(CleanObservation observation) {
        if (BedName.isCanary(observation.getBed())) {
            return;
        }
        Instant taken = observation.getPublishedAt();
        first = first == null || taken.isBefore(first) ? taken : first;
        for (JudgedReading reading : observation.getReadings()) {
            int step = step(reading.getMeasuredAt());
            if (reading.getVerdict() == CleaningOutcomeRecord.KEPT
                    && VARIABLES.contains(reading.getVariable())
                    && step >= 0
                    && step < STEPS) {
                add(observation.getStay(), reading, step);
            }
        }
    }

    private void add(String stay, JudgedReading reading, int step) {
        StepMean mean = stays.computeIfAbsent(stay, none -> new HashMap<>())
                .computeIfAbsent(reading.getVariable(), none -> new TreeMap<>())
                .computeIfAbsent(step, none -> new StepMean());
        mean.sum += reading.getValue();
        mean.count++;
    }

    /** Returns when the broker took the first observation of a patient; null when none came. */
    @Nullable
    Instant firstTaken() {
        return first;
    }

    /** Returns the step of a time; outside 0 to {@value #STEPS} for a time outside the period. */
    int step(Instant time) {
        return Math.toIntExact(
                Math.floorDiv(Duration.between(period.from(), time).toMillis(), stepMillis));
    }

    /** Returns the means of a variable by step. */
    Map<Integer, Double> of(String stay, String variable) {
        var means = new TreeMap<Integer, Double>();
        stays.getOrDefault(stay, Map.of())
                .getOrDefault(variable, new TreeMap<>())
                .forEach((step, mean) -> means.put(step, mean.sum / mean.count));
        return means;
    }
}
