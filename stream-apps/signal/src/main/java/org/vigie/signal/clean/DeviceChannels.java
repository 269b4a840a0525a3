package org.vigie.signal.clean;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.signal.newest.DeviceClock;

/**
 * What one device at one bed has said. Immutable.
 *
 * @param clock of the device
 * @param byKey its channels; only variables of the catalogue have one
 */
public record DeviceChannels(DeviceClock clock, Map<ChannelKey, ChannelState> byKey) {
    /** Of a device that has said nothing. */
    public static final DeviceChannels SILENT = new DeviceChannels(DeviceClock.UNHEARD, Map.of());

    /** So many sources of one variable a device may have; of more, those that were silent longest are forgotten. */
    static final int HELD = 16;

    private static final Comparator<Map.Entry<ChannelKey, ChannelState>> LATEST_FIRST =
            Comparator.<Map.Entry<ChannelKey, ChannelState>, Instant>comparing(
                            entry -> entry.getValue().seen().latest())
                    .reversed()
                    .thenComparing(entry -> entry.getKey().channel());

    public DeviceChannels {
        byKey = Map.copyOf(byKey);
    }

    /** Of what was kept, these readings are used nowhere: another channel of their variable is followed. */
    public DeviceChannels unfollowed(List<Reading> readings) {
        Map<ChannelKey, ChannelState> changed = new HashMap<>(byKey);
        readings.forEach(reading -> changed.computeIfPresent(
                ChannelKey.of(reading),
                (key, channel) -> channel.unfollowed(reading.catalogueValue(), reading.measuredAt())));
        return new DeviceChannels(clock, changed);
    }

    /** Of each variable the channels that spoke last. */
    static Map<ChannelKey, ChannelState> newest(Map<ChannelKey, ChannelState> all) {
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
