package org.vigie.training.cohort;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.clean.ArrivalTimes;
import org.vigie.signal.clean.CleaningOutcome;
import org.vigie.signal.clean.CleaningReason;
import org.vigie.signal.clean.CleaningResult;
import org.vigie.signal.clean.DeviceChannels;
import org.vigie.signal.clean.MeasurementStatus;
import org.vigie.signal.clean.Reading;
import org.vigie.signal.clean.ReadingCleaner;

/**
 * Cleans the values of one stay with the {@link ReadingCleaner} of the live stream. The values count as sent by one device, with a message
 * for each time, at the moment of measurement.
 */
final class RecordingCleaner {
    private static final Instant ADMITTED = Instant.EPOCH;

    private final NavigableMap<Duration, List<Reading>> messages = new TreeMap<>();
    private final Map<UnusedRowReason, Integer> faults;

    /** @param faults counts the dropped rows */
    RecordingCleaner(Map<UnusedRowReason, Integer> faults) {
        this.faults = faults;
    }

    /**
     * Adds one value, in any order of time; values of the same time keep their order.
     *
     * @param variable name in the catalogue
     * @param value in {@code unit}
     */
    void add(Duration since, String variable, double value, String unit) {
        messages.computeIfAbsent(since, ignored -> new ArrayList<>())
                .add(new Reading(variable, value, "", unit, MeasurementStatus.VALID, ADMITTED.plus(since)));
    }

    /** Returns the measurements that a live window would hold, in the order of time. */
    List<RecordedMeasurement> cleanedMeasurements() {
        List<RecordedMeasurement> kept = new ArrayList<>();
        DeviceChannels channels = DeviceChannels.SILENT;
        for (var message : messages.entrySet()) {
            Instant at = ADMITTED.plus(message.getKey());
            CleaningResult result = ReadingCleaner.judge(message.getValue(), new ArrivalTimes(at, at), channels);
            channels = result.channels();
            for (int i = 0; i < result.verdicts().size(); i++) {
                keep(message.getValue().get(i), result.verdicts().get(i).reason(), kept);
            }
        }
        return kept;
    }

    private void keep(Reading reading, CleaningReason reason, List<RecordedMeasurement> kept) {
        if (reason.outcome() == CleaningOutcome.KEPT) {
            kept.add(new RecordedMeasurement(
                    Duration.between(ADMITTED, reading.measuredAt()),
                    VariableCatalogue.standard().get(reading.variable()),
                    reading.catalogueValue()));
        } else {
            faults.merge(UnusedRowReason.of(reason), 1, Integer::sum);
        }
    }
}
