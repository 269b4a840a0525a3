package org.vigie.station.health;

import java.time.Duration;
import org.vigie.records.MonitorAlarmRule;

/**
 * Configures when a bed counts as not watched because its readings are not processed, and when a monitor's alarm is a new one.
 *
 * @param unread delay (wall clock) from which readings that wait in a partition make its beds unwatched
 * @param canary time (wall clock) without the canary of a partition after which its beds are unwatched; zero: canaries are not judged
 * @param monitorSilence time without a report after which a monitor's alarm without a phase is a new one; the same in every app
 */
public record BedWatchConfig(Duration unread, Duration canary, Duration monitorSilence) {
    public BedWatchConfig {
        if (unread.isNegative() || unread.isZero()) {
            throw new IllegalArgumentException("watch.unread: must be positive, was " + unread);
        }
        if (canary.isNegative()) {
            throw new IllegalArgumentException("watch.canary: must be positive, or PT0S for none, was " + canary);
        }
        if (monitorSilence.isNegative() || monitorSilence.isZero()) {
            throw new IllegalArgumentException("watch.monitorSilence: must be positive, was " + monitorSilence);
        }
    }

    /** Creates a configuration with the standard silence of monitors. */
    public BedWatchConfig(Duration unread, Duration canary) {
        this(unread, canary, MonitorAlarmRule.standard().silence());
    }

    public static BedWatchConfig defaults() {
        return new BedWatchConfig(Duration.ofSeconds(10), Duration.ofSeconds(5));
    }
}
