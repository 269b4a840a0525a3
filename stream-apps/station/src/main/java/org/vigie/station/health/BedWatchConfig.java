package org.vigie.station.health;

import java.time.Duration;

/**
 * Configures when a bed counts as not watched because its readings are not processed.
 *
 * @param unread delay (wall clock) from which readings that wait in a partition make its beds unwatched
 * @param canary time (wall clock) without the canary of a partition after which its beds are unwatched; zero: canaries are not judged
 */
public record BedWatchConfig(Duration unread, Duration canary) {
    public BedWatchConfig {
        if (unread.isNegative() || unread.isZero()) {
            throw new IllegalArgumentException("watch.unread: must be positive, was " + unread);
        }
        if (canary.isNegative()) {
            throw new IllegalArgumentException("watch.canary: must be positive, or PT0S for none, was " + canary);
        }
    }

    public static BedWatchConfig defaults() {
        return new BedWatchConfig(Duration.ofSeconds(10), Duration.ofSeconds(5));
    }
}
