package org.vigie.signal.clean;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vigie.schemas.variable.Sampling;
import org.vigie.signal.newest.DeviceClock;

/** What the stamps of a message show of its device's clock. */
final class Stamps {
    private Stamps() {}

    /** The clock after a message; what a device repeats or measures on demand counts where nothing continuous is in it. */
    static DeviceClock heard(DeviceClock clock, List<Reading> readings, Arrival arrival) {
        return newest(readings, Sampling.CONTINUOUS, arrival)
                .or(() -> newest(readings, Sampling.EPISODIC, arrival))
                .map(stamp -> clock.heard(stamp, arrival.receivedTime()))
                .orElse(clock);
    }

    /** Whether a reading is stamped by its device's clock, not by who charted it or by a laboratory. */
    static boolean areOfDevice(Reading reading) {
        return Units.variable(reading)
                .filter(variable ->
                        variable.sampling() == Sampling.CONTINUOUS || variable.sampling() == Sampling.EPISODIC)
                .isPresent();
    }

    private static Optional<Instant> newest(List<Reading> readings, Sampling sampling, Arrival arrival) {
        return readings.stream()
                .filter(reading -> isOf(sampling, reading) && isLive(reading))
                .map(Reading::measuredAt)
                .filter(stamp -> !arrival.isAstray(stamp) && !stamp.isAfter(arrival.latestMeasured()))
                .max(Comparator.naturalOrder());
    }

    private static boolean isOf(Sampling sampling, Reading reading) {
        return Units.variable(reading)
                .filter(variable -> variable.sampling() == sampling)
                .isPresent();
    }

    /** What changes something said before says nothing of now. */
    private static boolean isLive(Reading reading) {
        return reading.status() != Status.CORRECTED && reading.status() != Status.RETRACTED;
    }
}
