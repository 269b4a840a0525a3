package org.vigie.vitals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vigie.platform.state.StatePartStore;
import org.vigie.signal.window.HourlyGrid;

/** Deletes instants, devices and beds that are no longer needed. */
final class CleaningStateExpiry {
    /**
     * Time for which a silent device is kept. It equals the time for which a window accepts late readings, so that a device's charted
     * values are still known when it returns.
     */
    private static final Duration DEVICE_HORIZON = HourlyGrid.TAKES_LATE;

    /** Shortest time for which instants are kept, because values of the last minute may still become suspect. */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private final StatePartStore<CleaningPart> parts;
    private final CleaningMemoryConfig settings;
    private Instant newest = Instant.MIN;

    CleaningStateExpiry(StatePartStore<CleaningPart> parts, CleaningMemoryConfig settings) {
        this.parts = parts;
        this.settings = settings;
    }

    /** Sets the broker's time of the newest record. */
    void advanceTo(Instant publishedAt) {
        newest = publishedAt;
    }

    /** @param others parts that are not messages; most of them are instants */
    void deleteOldInstants(int others) {
        if (newest.equals(Instant.MIN)) {
            return;
        }
        Duration kept = settings.seconds();
        int left = others - deleteInstants(newest.minus(kept));
        while (left > settings.instants() && kept.compareTo(SHORTEST) > 0) {
            kept = kept.dividedBy(2);
            left -= deleteInstants(newest.minus(kept));
        }
    }

    private int deleteInstants(Instant before) {
        int deleted = 0;
        for (String device : parts.keys(CleaningPartKey.DEVICE)) {
            String name = CleaningPartKey.deviceNameIn(device);
            List<String> old =
                    parts.keys(CleaningPartKey.instant(name, Instant.EPOCH), CleaningPartKey.instant(name, before));
            old.forEach(parts::delete);
            deleted += old.size();
        }
        return deleted;
    }

    void deleteSilentDevices() {
        parts.forEach(CleaningPartKey.DEVICE, (key, part) -> {
            if (isSilent(((StoredDevice) part).publishedAt())) {
                deleteDevice(key);
            }
        });
        parts.forEach(CleaningPartKey.BED, (key, part) -> {
            if (isSilent(((StoredBed) part).publishedAt())) {
                parts.delete(key);
            }
        });
    }

    private void deleteDevice(String key) {
        String parent = CleaningPartKey.deviceNameIn(key) + CleaningPartKey.SEPARATOR;
        parts.delete(key);
        parts.keys(CleaningPartKey.CHANNEL + parent).forEach(parts::delete);
        parts.keys(CleaningPartKey.INSTANT + parent).forEach(parts::delete);
    }

    private boolean isSilent(Instant publishedAt) {
        return publishedAt.plus(DEVICE_HORIZON).isBefore(newest);
    }
}
