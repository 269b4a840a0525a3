package org.vigie.signal.clean;

import java.time.Duration;
import java.time.Instant;
import org.vigie.signal.newest.ClockAlignment;
import org.vigie.signal.newest.NewestReadingRule;

/**
 * The newest instant that a channel spoke of.
 *
 * @param newest by the ward's clock
 */
public record ChannelProgress(Instant newest) {
    boolean isLate(Instant asOf) {
        return !NewestReadingRule.replaces(asOf, newest);
    }

    /** Whether a reading follows the newest one without a gap. */
    boolean continues(Instant asOf) {
        return follows(newest, asOf);
    }

    /**
     * Whether a reading follows an earlier one without a gap. It does not after a longer silence than that of a live device, nor
     * when the clock was set back between them.
     */
    static boolean follows(Instant before, Instant asOf) {
        return NewestReadingRule.replaces(asOf, before)
                && Duration.between(before, asOf).compareTo(ClockAlignment.LIVE) <= 0;
    }
}
