package org.vigie.simulator.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.schemas.Observation;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.Truth;
import org.vigie.schemas.TruthKind;
import org.vigie.simulator.recording.RecordingLibrary;

/** Builds simulated wards for tests and collects the records that they send. */
final class TestWards {
    static final Instant LIVE = Instant.parse("2026-03-01T08:00:00Z");

    private TestWards() {}

    static SimulationPlan plan(long seed, int beds, String scripts, boolean artefacts, Duration backfill) {
        return new SimulationPlan(seed, "REA", beds, 1, LIVE, backfill, scripts, artefacts, 60);
    }

    static SimulatedWard ward(long seed, int beds, String scripts, boolean artefacts) {
        return SimulatedWard.of(plan(seed, beds, scripts, artefacts, Duration.ofHours(1)), RecordingLibrary.none());
    }

    static List<ScheduledRecord> live(SimulatedWard ward, Duration length) {
        return ward.beds().stream().flatMap(bed -> live(bed, length).stream()).toList();
    }

    static List<ScheduledRecord> live(BedFeed bed, Duration length) {
        return bed.events(LIVE.minusMillis(1), LIVE.plus(length), LIVE);
    }

    static Stream<Observation> observations(List<ScheduledRecord> events) {
        return events.stream()
                .map(ScheduledRecord::value)
                .filter(Observation.class::isInstance)
                .map(Observation.class::cast);
    }

    static Stream<Truth> truths(List<ScheduledRecord> events, TruthKind kind) {
        return events.stream()
                .map(ScheduledRecord::value)
                .filter(Truth.class::isInstance)
                .map(Truth.class::cast)
                .filter(truth -> truth.getKind() == kind);
    }

    static Stream<ReadingRecord> readings(List<ScheduledRecord> events) {
        return observations(events).flatMap(observation -> observation.getReadings().stream());
    }
}
