package org.vigie.notifications.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.vigie.records.MonitorAlarmRule;

/**
 * Configures which stations are asked whether their beds are watched, and when a monitor's alarm is a new one.
 *
 * @param stations base addresses, such as {@code http://127.0.0.1:18080}; empty: no station is asked
 * @param token with which the stations are asked: their {@code access.watchToken}; empty: none is sent
 * @param hold how long a bed must be unwatched, or a station silent, before people are called
 * @param monitorSilence time without a report after which a monitor's alarm without a phase is a new one; the same in every app
 */
public record StationWatchConfig(List<String> stations, String token, Duration hold, Duration monitorSilence) {
    public StationWatchConfig {
        stations = List.copyOf(stations);
        stations.stream().filter(station -> !station.matches("https?://.+[^/]")).forEach(station -> {
            throw new IllegalArgumentException(
                    "watch.stations: must begin with http:// or https:// and not end with /, was '" + station + "'");
        });
        if (hold.isNegative()) {
            throw new IllegalArgumentException("watch.hold: must not be negative, was " + hold);
        }
        if (monitorSilence.isNegative() || monitorSilence.isZero()) {
            throw new IllegalArgumentException("watch.monitorSilence: must be positive, was " + monitorSilence);
        }
    }

    public static StationWatchConfig none() {
        return new StationWatchConfig(
                List.of(),
                "",
                Duration.ofSeconds(5),
                MonitorAlarmRule.standard().silence());
    }

    public List<URI> addresses() {
        return stations.stream().map(URI::create).toList();
    }
}
