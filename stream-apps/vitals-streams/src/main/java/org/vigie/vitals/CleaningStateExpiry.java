package org.vigie.vitals;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.vigie.platform.state.StatePartStore;
import org.vigie.signal.window.HourlyGrid;

/** Deletes instants, devices and beds that are no longer needed. */
final class CleaningStateExpiry {
    /**
     * Time for which a silent device is kept. It equals the time for which a window accepts late readings, so that a device's charted
     * values are still known when it returns.
     */
    private static final Duration DEVICE_HORIZON = HourlyGrid.TAKES_LATE;

    private final StatePartStore<CleaningPart> parts;
    private final StoredInstants instants;
    private Instant newest = Instant.MIN;

    CleaningStateExpiry(StatePartStore<CleaningPart> parts, StoredInstants instants) {
        this.parts = parts;
        this.instants = instants;
    }

    /** Sets the broker's time of the newest record. */
    void advanceTo(Instant publishedAt) {
        newest = publishedAt;
    }

    /** @param others parts that are not messages; most of them are instants */
    void deleteOldInstants(int others) {
        if (!newest.equals(Instant.MIN)) {
            instants.deleteOld(newest, others);
        }
    }

    /** Deletes silent devices with their channels. Their instants are deleted with all others, by age. */
    void deleteSilentDevices() {
        Set<String> silent = new HashSet<>();
        parts.forEach(CleaningPartKey.DEVICE, (key, part) -> {
            if (isSilent(((StoredDevice) part).publishedAt())) {
                silent.add(CleaningPartKey.deviceNameIn(key));
                parts.delete(key);
            }
        });
        if (!silent.isEmpty()) {
            deleteChannels(silent);
        }
        parts.forEach(CleaningPartKey.BED, (key, part) -> {
            if (isSilent(((StoredBed) part).publishedAt())) {
                parts.delete(key);
            }
        });
    }

    private void deleteChannels(Set<String> devices) {
        parts.forEach(CleaningPartKey.CHANNEL, (key, part) -> {
            if (devices.contains(CleaningPartKey.deviceNameInChannel(key))) {
                parts.delete(key);
            }
        });
    }

    private boolean isSilent(Instant publishedAt) {
        return publishedAt.plus(DEVICE_HORIZON).isBefore(newest);
    }
}
