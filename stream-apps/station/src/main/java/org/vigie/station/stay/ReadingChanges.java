package org.vigie.station.stay;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Holds the newest corrections and retractions of one variable of one stay. They apply to a value that is read after them: at a start the
 * station reads the last two minutes before it reads the two days before them. Memory is bounded.
 */
final class ReadingChanges {
    /** Number of measurements whose changes are held: more than a ward changes while the station reads the past. */
    static final int HELD = 1_000;

    private final Map<MeasurementKey, Map<String, LatestReading>> byChannel = new OldestLeaves();

    /** Names a measurement of a device, whatever its channel. */
    private record MeasurementKey(String source, String device, Instant measuredAt) {
        static MeasurementKey of(LatestReading reading) {
            return new MeasurementKey(
                    reading.source(), reading.device(), reading.reading().getMeasuredAt());
        }
    }

    /** Forgets the measurement that was changed first when there are too many. */
    private static final class OldestLeaves extends LinkedHashMap<MeasurementKey, Map<String, LatestReading>> {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<MeasurementKey, Map<String, LatestReading>> eldest) {
            return size() > HELD;
        }
    }

    /** Takes a reading; one that changes no other is left out. */
    void take(LatestReading reading) {
        if (reading.isChange()) {
            byChannel
                    .computeIfAbsent(MeasurementKey.of(reading), ignored -> new HashMap<>())
                    .merge(reading.channel(), reading, ReadingChanges::later);
        }
    }

    /** Returns the newest change that came after a reading and retracts or corrects it, at the reading's time; empty without one. */
    Optional<LatestReading> of(LatestReading reading) {
        if (byChannel.isEmpty()) {
            return Optional.empty();
        }
        return byChannel.getOrDefault(MeasurementKey.of(reading), Map.of()).values().stream()
                .filter(change -> change.cameAfter(reading) && change.changes(reading))
                .reduce(ReadingChanges::later)
                .map(change -> change.inPlaceOf(reading));
    }

    private static LatestReading later(LatestReading one, LatestReading other) {
        return one.cameAfter(other) ? one : other;
    }
}
