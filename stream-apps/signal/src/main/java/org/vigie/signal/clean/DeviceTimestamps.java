package org.vigie.signal.clean;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.signal.newest.DeviceClock;

/** Derives the clock of a device from the stamps of a message. */
public record DeviceTimestamps(List<Reading> readings, ArrivalTimes arrival) {
    /** Returns the clock after the message. Episodic measurements count only when the message contains no continuous one. */
    DeviceClock clockAfter(DeviceClock clock) {
        return newest().map(stamp -> clock.afterMessage(stamp, arrival.receivedTime()))
                .orElse(clock);
    }

    /**
     * Returns when the newest value of a message was measured, by the ward's clock; empty when the device measured none of its values itself.
     *
     * @param before clock of the device before the message
     */
    public Optional<Instant> asOf(DeviceClock before) {
        Instant received = arrival.receivedTime();
        return newest().map(stamp -> before.afterMessage(stamp, received).asOf(stamp, received));
    }

    private Optional<Instant> newest() {
        return newest(SamplingMode.CONTINUOUS).or(() -> newest(SamplingMode.EPISODIC));
    }

    private Optional<Instant> newest(SamplingMode sampling) {
        Instant newest = null;
        for (Reading reading : readings) {
            Instant stamp = reading.measuredAt();
            boolean counts = reading.isSampled(sampling) && isLive(reading) && isPlausible(stamp);
            newest = counts && (newest == null || stamp.isAfter(newest)) ? stamp : newest;
        }
        return Optional.ofNullable(newest);
    }

    private boolean isPlausible(Instant stamp) {
        return !arrival.isAstray(stamp) && !stamp.isAfter(arrival.latestMeasured());
    }

    /** Returns false for corrections and retractions, which say nothing about the present. */
    private static boolean isLive(Reading reading) {
        return reading.status() != MeasurementStatus.CORRECTED && reading.status() != MeasurementStatus.RETRACTED;
    }
}
