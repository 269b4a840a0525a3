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

    void take(LatestReading candidate) {
        LatestReading held = newest.get(candidate.key());
        if (candidate.isCurrent() && candidate.isNewerThan(held)) {
            newest.put(candidate.key(), candidate);
        }
        if (newest.size() > HELD) {
            newest.values().stream()
                    .min(Comparator.comparing(LatestReading::asOf))
                    .ifPresent(oldest -> newest.remove(oldest.key()));
        }
    }

    /** Takes back or corrects what is held. */
    void change(LatestReading change) {
        newest.replaceAll((key, held) -> change.changes(held) ? change : held);
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
