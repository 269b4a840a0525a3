package org.vigie.signal.clean;

import java.time.Duration;
import java.time.Instant;
import org.vigie.signal.newest.NewestReadingRule;

/**
 * The newest instant that a channel spoke of.
 *
 * @param newest by the ward's clock
 */
public record ChannelProgress(Instant newest) {
    /** A longer silence breaks the thread: what came before says nothing of what comes now. */
    static final Duration GAP = Duration.ofSeconds(10);

    boolean isLate(Instant asOf) {
        return !NewestReadingRule.replaces(asOf, newest);
    }

    /** Whether a reading follows the newest one without a gap. */
    boolean continues(Instant asOf) {
        return !isLate(asOf) && Duration.between(newest, asOf).compareTo(GAP) <= 0;
    }
}
