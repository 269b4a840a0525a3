package org.vigie.signal.clean;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.signal.newest.DeviceClock;

/** What the stamps of a message show of its device's clock. */
record DeviceTimestamps(List<Reading> readings, ArrivalTimes arrival) {
    /** The clock after the message; what a device repeats or measures on demand counts where nothing continuous is in it. */
    DeviceClock clockAfter(DeviceClock clock) {
        return newest(SamplingMode.CONTINUOUS)
                .or(() -> newest(SamplingMode.EPISODIC))
                .map(stamp -> clock.heard(stamp, arrival.receivedTime()))
                .orElse(clock);
    }

    private Optional<Instant> newest(SamplingMode sampling) {
        return readings.stream()
                .filter(reading -> reading.isSampled(sampling) && isLive(reading))
                .map(Reading::measuredAt)
                .filter(stamp -> !arrival.isAstray(stamp) && !stamp.isAfter(arrival.latestMeasured()))
                .max(Comparator.naturalOrder());
    }

    /** What changes something said before says nothing of now. */
    private static boolean isLive(Reading reading) {
        return reading.status() != MeasurementStatus.CORRECTED && reading.status() != MeasurementStatus.RETRACTED;
    }
}
