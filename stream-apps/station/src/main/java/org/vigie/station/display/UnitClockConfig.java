package org.vigie.station.display;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * Configures the clock of a unit.
 *
 * @param zone time zone in which the page writes and reads times: {@code Europe/Paris}; empty for that of the browser
 * @param shifts times of day at which shifts begin: {@code 07:00}
 */
public record UnitClockConfig(String zone, List<String> shifts) {
    /** @throws IllegalArgumentException naming the key and the value that is wrong */
    public UnitClockConfig {
        if (!zone.isEmpty() && !ZoneId.getAvailableZoneIds().contains(zone)) {
            throw new IllegalArgumentException("zone: must be a time zone such as Europe/Paris, was '" + zone + "'");
        }
        shifts = List.copyOf(shifts);
        shifts.forEach(UnitClockConfig::check);
    }

    private static void check(String start) {
        try {
            var unused = LocalTime.parse(start);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("shifts: must be times of day such as 07:00, was '" + start + "'", e);
        }
    }

    /** Returns the zone of the browser and shifts of twelve hours: a unit default, to be set locally. */
    public static UnitClockConfig defaults() {
        return new UnitClockConfig("", List.of("07:00", "19:00"));
    }
}
