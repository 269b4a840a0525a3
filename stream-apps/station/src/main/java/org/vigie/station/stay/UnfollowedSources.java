package org.vigie.station.stay;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Holds the newest readings of a variable's sources that are not followed. The bed's page shows them; nothing uses them. Memory is
 * bounded.
 */
final class UnfollowedSources {
    static final int HELD = 16;
    private static final Duration SHOWN = Duration.ofMinutes(15);

    private final Map<SourceKey, LatestReading> newest = new HashMap<>();

    /** @param shown what the reading has become by a change that was read before it */
    void take(LatestReading read, LatestReading shown) {
        LatestReading held = newest.get(read.key());
        if (read.isCurrent() && read.isNewerThan(held)) {
            newest.put(read.key(), shown);
        }
        if (newest.size() > HELD) {
            newest.entrySet().stream()
                    .min(Comparator.comparing(entry -> entry.getValue().asOf()))
                    .ifPresent(oldest -> newest.remove(oldest.getKey()));
        }
    }

    /** Takes back or corrects what is held. */
    void change(LatestReading change, LatestReading shown) {
        newest.replaceAll((key, held) -> change.changes(held) ? shown : held);
    }

    /** It is followed now. */
    void remove(SourceKey key) {
        newest.remove(key);
    }

    /** Returns the readings ordered by source, without sources that have been silent for long. */
    Stream<LatestReading> at(Instant now) {
        return newest.values().stream()
                .filter(one -> !one.asOf().isBefore(now.minus(SHOWN)))
                .sorted(Comparator.comparing((LatestReading one) -> one.key().label())
                        .thenComparing(one -> one.device()));
    }
}
