package org.vigie.training.cohort;

import java.util.EnumMap;
import java.util.List;
import org.vigie.signal.window.StaticFeatures;

/** Holds one recorded stay. A stay without any measurement is kept, because it gets a score too. */
public record RecordedStay(int id, StaticFeatures statics, List<RecordedMeasurement> measurements) {
    public RecordedStay {
        measurements = List.copyOf(measurements);
    }

    /** Replaces the measurements and cleans them as the live stream is cleaned. */
    public RecordedStay withMeasurements(List<RecordedMeasurement> others) {
        RecordingCleaner cleaner = new RecordingCleaner(new EnumMap<>(UnusedRowReason.class));
        others.forEach(other -> cleaner.add(
                other.since(),
                other.variable().name(),
                other.value(),
                other.variable().unit()));
        return new RecordedStay(id, statics, cleaner.cleanedMeasurements());
    }
}
