package org.vigie.bench.store;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.Origin;
import org.vigie.schemas.variable.VariableNames;

/**
 * Makes clean observations of some beds, one for each bed and second, with seven readings each.
 *
 * @param beds of the unit
 * @param begin time of the first observations
 */
public record SampleObservations(int beds, Instant begin) {
    private static final List<String> VARIABLES = List.of(
            VariableNames.HR,
            VariableNames.SPO2,
            VariableNames.RR,
            VariableNames.ABP_SYS,
            VariableNames.ABP_DIA,
            VariableNames.ABP_MEAN,
            VariableNames.PULSE_SPO2);
    private static final double LOWEST = 60;
    private static final int VALUES = 40;

    /** Begins at a fixed time, so that each run writes the same. */
    SampleObservations(int beds) {
        this(beds, Instant.parse("2026-03-01T00:00:00Z"));
    }

    /** Returns so many observations from a number on; each number is another bed or another second. */
    List<CleanObservation> of(long first, int count) {
        return LongStream.range(first, first + count)
                .mapToObj(this::observation)
                .toList();
    }

    private CleanObservation observation(long number) {
        String bed = "U/" + number % beds;
        Instant at = begin.plusSeconds(number / beds);
        return CleanObservation.newBuilder()
                .setStay("stay-" + number % beds)
                .setBed(bed)
                .setSource("bench")
                .setDevice("monitor-" + number % beds)
                .setMessageId(Long.toString(number))
                .setDeviceTime(at)
                .setReceivedTime(at)
                .setPublishedAt(at)
                .setOrigin(new Origin("vigie.ward.observations.raw", 0, number, -1))
                .setReadings(IntStream.range(0, VARIABLES.size())
                        .mapToObj(place -> reading(place, number, at))
                        .toList())
                .build();
    }

    private static JudgedReading reading(int place, long number, Instant at) {
        return JudgedReading.newBuilder()
                .setIndex(place)
                .setVariable(VARIABLES.get(place))
                .setValue(LOWEST + (number + place) % VALUES)
                .setMeasuredAt(at)
                .setVerdict(CleaningOutcomeRecord.KEPT)
                .build();
    }
}
