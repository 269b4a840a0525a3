package org.vigie.station.health;

/**
 * Shows up to when the readings of one bed are processed.
 *
 * @param bed assigned location
 * @param raw partition of {@code observations.raw} that holds the readings of the bed
 * @param clean partition of {@code observations.clean} that holds the readings of the stay on the bed
 * @param readUpTo epoch ms (wall): all readings that were published before it are processed; absent while nothing is known
 * @param reason why the bed is not watched; absent while the bed is watched
 * @param since epoch ms (wall) since which the bed is not watched; absent while it is watched
 */
public record BedFreshnessSnapshot(String bed, int raw, int clean, Long readUpTo, UnwatchedReason reason, Long since) {
    /** Returns true when the readings of the bed are processed in time. */
    public boolean isWatched() {
        return reason == null;
    }
}
