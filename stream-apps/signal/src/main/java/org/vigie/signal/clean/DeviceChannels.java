package org.vigie.signal.clean;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.signal.newest.DeviceClock;

/**
 * Holds the cleaning state of one device at one bed. Immutable.
 *
 * @param clock clock of the device
 * @param byKey state of its channels; only variables of the catalogue have channels
 */
public record DeviceChannels(DeviceClock clock, Map<ChannelKey, ChannelState> byKey) {
    /** State of a device without messages. */
    public static final DeviceChannels SILENT = new DeviceChannels(DeviceClock.UNKNOWN, Map.of());

    /** Largest number of sources of one variable in a device. The source with the oldest values is removed first. */
    static final int HELD = 16;

    private static final Comparator<Map.Entry<ChannelKey, ChannelState>> LATEST_FIRST =
            Comparator.<Map.Entry<ChannelKey, ChannelState>, Instant>comparing(
                            entry -> entry.getValue().seen().latest())
                    .reversed()
                    .thenComparing(entry -> entry.getKey().channel());

    public DeviceChannels {
        byKey = Map.copyOf(byKey);
    }

    /** Returns the state in which the given kept readings are not followed, because another channel of their variable is. */
    public DeviceChannels unfollowed(List<Reading> readings) {
        if (readings.isEmpty()) {
            return this;
        }
        Map<ChannelKey, ChannelState> changed = new HashMap<>(byKey);
        readings.forEach(reading -> changed.computeIfPresent(
                ChannelKey.of(reading),
                (key, channel) -> channel.unfollowed(reading.catalogueValue(), reading.measuredAt())));
        return new DeviceChannels(clock, changed);
    }

    /** Returns the newest channels of each variable. */
    static Map<ChannelKey, ChannelState> newest(Map<ChannelKey, ChannelState> all) {
        if (all.size() <= HELD) {
            return all;
        }
        Map<String, Long> counts =
                all.keySet().stream().collect(Collectors.groupingBy(ChannelKey::variable, Collectors.counting()));
        if (counts.values().stream().allMatch(count -> count <= HELD)) {
            return all;
        }
        Map<ChannelKey, ChannelState> held = new HashMap<>();
        counts.keySet()
                .forEach(variable -> all.entrySet().stream()
                        .filter(entry -> entry.getKey().variable().equals(variable))
                        .sorted(LATEST_FIRST)
                        .limit(HELD)
                        .forEach(entry -> held.put(entry.getKey(), entry.getValue())));
        return held;
    }
}
