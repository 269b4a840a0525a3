package org.vigie.vitals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import org.vigie.platform.state.StatePartStore;

/** Stores the values of instants and deletes the oldest instants first. No other part is searched for them. */
final class StoredInstants {
    /** Shortest time for which instants are kept, because values of the last minute may still become suspect. */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private final StatePartStore<CleaningPart> parts;
    private final CleaningMemoryConfig settings;
    private final List<StoredInstantKey> added = new ArrayList<>();
    private final Queue<StoredInstantKey> byTime = new PriorityQueue<>(Comparator.comparingLong(StoredInstantKey::at));

    StoredInstants(StatePartStore<CleaningPart> parts, CleaningMemoryConfig settings) {
        this.parts = parts;
        this.settings = settings;
        parts.keys(CleaningPartKey.INSTANT).forEach(key -> byTime.add(StoredInstantKey.of(key)));
    }

    /**
     * Holds the key of a stored instant.
     *
     * @param at the instant, in ms since 1970
     */
    private record StoredInstantKey(long at, String key) {
        static StoredInstantKey of(String key) {
            return new StoredInstantKey(CleaningPartKey.instantIn(key).toEpochMilli(), key);
        }
    }

    /** Stores the values of an instant with the next commit. */
    void put(String key, StoredInstant instant) {
        if (!parts.contains(key)) {
            added.add(StoredInstantKey.of(key));
        }
        parts.put(key, instant);
    }

    /** Lets the instants be deleted that were added until now. A value that was measured hours ago is kept for some seconds, too. */
    void settle() {
        byTime.addAll(added);
        added.clear();
    }

    /**
     * Deletes instants before the horizon. While there are too many parts, it deletes the oldest instants that are older than a minute, too.
     *
     * @param newest the broker's time of the newest record
     * @param held number of parts that count
     */
    void deleteOld(Instant newest, int held) {
        long horizon = newest.minus(settings.seconds()).toEpochMilli();
        long shortest = newest.minus(SHORTEST).toEpochMilli();
        int left = held;
        while (!byTime.isEmpty() && byTime.peek().at() <= (left > settings.instants() ? shortest : horizon)) {
            left -= delete(byTime.remove().key());
        }
    }

    private int delete(String key) {
        boolean held = parts.contains(key);
        parts.delete(key);
        return held ? 1 : 0;
    }
}
