package org.vigie.signal.clean;

import java.time.Duration;
import java.time.Instant;

/**
 * The newest instant that a channel spoke of.
 *
 * @param newest on the device's clock
 * @param receivedTime when that came, on the ward's clock
 */
public record Pace(Instant newest, Instant receivedTime) {
    /** A longer silence breaks the thread: what came before says nothing of what comes now. */
    static final Duration GAP = Duration.ofSeconds(10);

    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);
    private static final Duration CLOCK_SET_BACK = Duration.ofMinutes(1);

    /**
     * Whether a reading is late. A monitor whose clock was set back is not late for ever, or no alarm could be raised: the newest
     * instant counts no longer when it lies ahead of the ward's clock, nor when only older ones came for a minute.
     */
    boolean isLate(Instant at, Instant received, boolean continuous) {
        if (!at.isBefore(newest)) {
            return false;
        }
        return !continuous || !(isAhead(received) || isStale(received));
    }

    /** Whether a reading follows the newest one without a gap. */
    boolean continues(Instant at) {
        return !at.isBefore(newest) && Duration.between(newest, at).compareTo(GAP) <= 0;
    }

    private boolean isAhead(Instant received) {
        return newest.isAfter(received.plus(CLOCK_TOLERANCE));
    }

    private boolean isStale(Instant received) {
        return received.isAfter(receivedTime.plus(CLOCK_SET_BACK));
    }
}
