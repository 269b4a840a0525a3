package org.vigie.station.web;

import java.util.List;
import org.vigie.station.health.BedFreshnessSnapshot;
import org.vigie.station.health.WardClockSnapshot;

/**
 * Holds the answer of {@code /api/health}.
 *
 * @param status {@code WATCHING}; {@code PARTLY_WATCHED} when some beds are not watched; {@code ALARMS_NOT_COMPUTED}; {@code NOT_WATCHED};
 *     {@code STARTING} while the station reads the open alarms
 * @param beds up to when the readings of each bed are processed
 * @param listeners event streams that are open
 */
record StationHealth(String status, WardClockSnapshot clock, List<BedFreshnessSnapshot> beds, int listeners) {
    static StationHealth of(WardClockSnapshot clock, List<BedFreshnessSnapshot> beds, int listeners) {
        return new StationHealth(status(clock, beds), clock, beds, listeners);
    }

    private static String status(WardClockSnapshot clock, List<BedFreshnessSnapshot> beds) {
        if (!clock.watched()) {
            return WardClockSnapshot.STARTING.equals(clock.reason()) ? WardClockSnapshot.STARTING : "NOT_WATCHED";
        }
        if (clock.noAlarmsSince() != null) {
            return "ALARMS_NOT_COMPUTED";
        }
        return beds.stream().allMatch(BedFreshnessSnapshot::isWatched) ? "WATCHING" : "PARTLY_WATCHED";
    }
}
