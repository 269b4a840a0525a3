package org.vigie.station.past;

import java.time.Duration;
import java.util.List;
import org.vigie.station.health.BedWatchConfig;
import org.vigie.station.ward.WardViewConfig;

/**
 * Configures how an earlier situation is read.
 *
 * @param settings what the page shows, and by which rules
 * @param fixedBeds beds whose places are given; others follow
 * @param speed seconds of the ward per second of the wall, at most
 * @param history how far back values and trends are read before the situation
 * @param watch when a bed counted as not watched
 */
public record PastWardConfig(
        WardViewConfig settings, List<String> fixedBeds, double speed, Duration history, BedWatchConfig watch) {
    public PastWardConfig {
        fixedBeds = List.copyOf(fixedBeds);
    }
}
