package org.vigie.signal.clean;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.signal.newest.DeviceClock;

/** What the stamps of a message show of its device's clock. */
final class DeviceTimestamps {
    private DeviceTimestamps() {}

    /** The clock after a message; what a device repeats or measures on demand counts where nothing continuous is in it. */
    static DeviceClock heard(DeviceClock clock, List<Reading> readings, ArrivalTimes arrival) {
        return newest(readings, SamplingMode.CONTINUOUS, arrival)
                .or(() -> newest(readings, SamplingMode.EPISODIC, arrival))
                .map(stamp -> clock.heard(stamp, arrival.receivedTime()))
                .orElse(clock);
    }

    /** Whether a reading is stamped by its device's clock, not by who charted it or by a laboratory. */
    static boolean areOfDevice(Reading reading) {
        return CatalogueUnitConverter.variable(reading)
                .filter(variable ->
                        variable.sampling() == SamplingMode.CONTINUOUS || variable.sampling() == SamplingMode.EPISODIC)
                .isPresent();
    }

    private static Optional<Instant> newest(List<Reading> readings, SamplingMode sampling, ArrivalTimes arrival) {
        return readings.stream()
                .filter(reading -> isOf(sampling, reading) && isLive(reading))
                .map(Reading::measuredAt)
                .filter(stamp -> !arrival.isAstray(stamp) && !stamp.isAfter(arrival.latestMeasured()))
                .max(Comparator.naturalOrder());
    }

    private static boolean isOf(SamplingMode sampling, Reading reading) {
        return CatalogueUnitConverter.variable(reading)
                .filter(variable -> variable.sampling() == sampling)
                .isPresent();
    }

    /** What changes something said before says nothing of now. */
    private static boolean isLive(Reading reading) {
        return reading.status() != MeasurementStatus.CORRECTED && reading.status() != MeasurementStatus.RETRACTED;
    }
}
