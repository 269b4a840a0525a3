package org.vigie.vitals;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.platform.state.StatePartStore;
import org.vigie.signal.clean.ChannelKey;
import org.vigie.signal.clean.ChannelState;
import org.vigie.signal.clean.DeviceChannels;

/** Joins restored devices with those of their channels that have keys of their own. */
record StoredDevices(StatePartStore<CleaningPart> parts) {
    /**
     * Joins every device with its channels. A device of release 0.1.0 holds all its channels itself; they are written under their own keys
     * with the next commit.
     */
    void join() {
        parts.forEach(CleaningPartKey.DEVICE, (key, part) -> join(key, (StoredDevice) part));
    }

    private void join(String deviceKey, StoredDevice device) {
        String name = CleaningPartKey.deviceNameIn(deviceKey);
        Map<ChannelKey, ChannelState> channels = new HashMap<>(device.channels().byKey());
        channels.forEach((key, state) -> {
            if (!key.isContinuous()) {
                parts.put(CleaningPartKey.channel(name, key), new StoredChannel(key, state));
            }
        });
        for (String key : parts.keys(CleaningPartKey.CHANNEL + name + CleaningPartKey.SEPARATOR)) {
            var channel = (StoredChannel) requireNonNull(parts.get(key), key);
            channels.put(channel.key(), channel.state());
        }
        Instant newest = newestInstant(name);
        if (channels.size() > device.channels().byKey().size()) {
            var joined = new DeviceChannels(device.channels().clock(), channels);
            parts.put(deviceKey, new StoredDevice(device.offset(), device.publishedAt(), joined, newest));
        } else {
            device.know(newest);
        }
    }

    private Instant newestInstant(String name) {
        List<String> instants = parts.keys(CleaningPartKey.INSTANT + name + CleaningPartKey.SEPARATOR);
        return instants.isEmpty() ? Instant.MIN : CleaningPartKey.instantIn(instants.get(instants.size() - 1));
    }
}
