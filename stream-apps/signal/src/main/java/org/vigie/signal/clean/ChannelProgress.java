package org.vigie.signal.clean;

import java.time.Instant;
import org.vigie.signal.newest.ClockAlignment;
import org.vigie.signal.newest.NewestReadingRule;

/**
 * Holds the newest instant of one channel.
 *
 * @param newest newest instant by the ward's clock
 */
public record ChannelProgress(Instant newest) {
    boolean isLate(Instant asOf) {
        return !NewestReadingRule.replaces(asOf, newest);
    }

    /** Returns true when a reading follows the newest one without a gap. */
    boolean continues(Instant asOf) {
        return follows(newest, asOf);
    }

    /**
     * Returns true when a reading follows an earlier one without a gap. A longer silence than that of a live device is a gap, and so is a
     * clock that was set back.
     */
    static boolean follows(Instant before, Instant asOf) {
        return NewestReadingRule.replaces(asOf, before) && !before.isBefore(asOf.minus(ClockAlignment.LIVE));
    }
}
