package org.vigie.vitals;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.platform.state.StatePartStore;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.schemas.variable.Variable;
import org.vigie.signal.clean.ChannelKey;
import org.vigie.signal.clean.ChannelState;
import org.vigie.signal.clean.DeviceChannels;
import org.vigie.signal.clean.InstantHistory;
import org.vigie.signal.clean.InstantHistory.ChannelReport;
import org.vigie.signal.clean.Reading;

/**
 * Stores the cleaning state of one task: its newest messages with their verdicts, its devices, channels, instants and beds.
 *
 * <p>Messages are stored at once. All other parts are stored together with the next commit. A device holds its continuous channels,
 * which change together every second; every other channel has a key of its own, since it changes seldom and keeps many values.
 */
final class CleaningStateStore {
    private final StatePartStore<CleaningPart> parts;
    private final StoredMessages messages;
    private final StoredInstants instants;
    private final CleaningStateExpiry expiry;
    private @Nullable CleaningPartKey key;

    CleaningStateStore(StatePartStore<CleaningPart> parts, CleaningMemoryConfig settings) {
        this.parts = parts;
        this.messages = new StoredMessages(parts, settings);
        this.instants = new StoredInstants(parts, settings);
        this.expiry = new CleaningStateExpiry(parts, instants);
        new StoredDevices(parts).join();
    }

    Optional<StoredMessage> message(RawObservation raw) {
        return Optional.ofNullable((StoredMessage) parts.get(key(raw).message()));
    }

    StoredDevice device(RawObservation raw) {
        var held = (StoredDevice) parts.get(key(raw).device());
        return held == null ? StoredDevice.SILENT : held;
    }

    StoredBed bed(RawObservation raw) {
        var held = (StoredBed) parts.get(key(raw).bed());
        return held == null ? StoredBed.SILENT : held;
    }

    /** Stores a message at once, before its output. */
    void remember(RawObservation raw, StoredMessage message) {
        messages.put(key(raw).message(), message);
    }

    /** Stores a device with the next commit, and each channel of a variable of its message that is not continuous. */
    void remember(RawObservation raw, List<Reading> readings, StoredDevice device) {
        CleaningPartKey key = key(raw);
        DeviceChannels before = device(raw).channels();
        parts.put(key.device(), device);
        expiry.advanceTo(device.publishedAt());
        Set<String> told = notContinuous(readings);
        if (!told.isEmpty()) {
            put(key, device.channels().byKey(), told);
            before.byKey().keySet().stream()
                    .filter(channel -> told.contains(channel.variable()))
                    .filter(channel -> !device.channels().byKey().containsKey(channel))
                    .forEach(channel -> parts.delete(key.channel(channel)));
        }
    }

    /** Stores a device that took a steady message in place, with the next commit. */
    void remember(RawObservation raw, StoredDevice device) {
        parts.put(key(raw).device(), device);
        expiry.advanceTo(device.publishedAt());
    }

    /** Returns the variables of a message whose channels have keys of their own. Most messages have none. */
    private static Set<String> notContinuous(List<Reading> readings) {
        Set<String> variables = new HashSet<>(0);
        for (Reading reading : readings) {
            Optional<Variable> known = reading.catalogued();
            if (known.isPresent() && known.get().sampling() != SamplingMode.CONTINUOUS) {
                variables.add(reading.variable());
            }
        }
        return variables;
    }

    private void put(CleaningPartKey key, Map<ChannelKey, ChannelState> channels, Set<String> told) {
        channels.forEach((channel, state) -> {
            if (told.contains(channel.variable())) {
                parts.put(key.channel(channel), new StoredChannel(channel, state));
            }
        });
    }

    /** Returns the values that a device reported for the instants of a message. */
    InstantHistory history(RawObservation raw, Set<Instant> instants) {
        Map<Instant, List<ChannelReport>> reports = new HashMap<>();
        for (Instant at : instants) {
            var held = (StoredInstant) parts.get(key(raw).instant(at));
            if (held != null) {
                reports.put(at, held.reports());
            }
        }
        return reports.isEmpty() ? InstantHistory.NOTHING : new InstantHistory(reports);
    }

    /** Stores the values of instants with the next commit. */
    void remember(RawObservation raw, InstantHistory history) {
        history.byInstant()
                .forEach((at, reports) -> instants.put(key(raw).instant(at), new StoredInstant(at, reports)));
    }

    /** Stores a bed with the next commit. */
    void remember(RawObservation raw, StoredBed bed) {
        parts.put(key(raw).bed(), bed);
    }

    /** Lets messages be deleted that were added before the previous call, and instants that were added before this one. */
    void settle() {
        messages.settle();
        instants.settle();
    }

    /** Deletes the oldest settled messages beyond the horizon. */
    void deleteOldMessages() {
        messages.deleteOld();
    }

    /** Deletes instants before the horizon, or newer ones too when there are too many. */
    void deleteOldInstants() {
        expiry.deleteOldInstants(parts.size() - messages.size());
    }

    /** Deletes devices with their channels, and beds, that have sent nothing for three days. */
    void deleteSilentDevices() {
        expiry.deleteSilentDevices();
    }

    /** Returns the keys of a record. They are asked for several times, one record after the other. */
    private CleaningPartKey key(RawObservation raw) {
        CleaningPartKey held = key;
        if (held == null || !held.isOf(raw.observation())) {
            held = new CleaningPartKey(raw.observation());
            key = held;
        }
        return held;
    }
}
