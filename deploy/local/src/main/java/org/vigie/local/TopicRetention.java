package org.vigie.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Says how long a broker keeps the records of one topic, and how old its oldest record is.
 *
 * @param topic its full name
 * @param kept retention on the broker; empty for a compacted or a missing topic
 * @param oldest when the broker took the oldest record; empty when there is none
 */
record TopicRetention(String topic, Optional<Duration> kept, Optional<Instant> oldest, RetentionVerdict verdict) {
    private static final String NONE = "-";

    static TopicRetention missing(String topic) {
        return new TopicRetention(topic, Optional.empty(), Optional.empty(), RetentionVerdict.MISSING);
    }

    @Override
    public String toString() {
        return "%-40s %-9s %-26s %s"
                .formatted(
                        topic,
                        kept.map(TopicRetention::days).orElse(NONE),
                        oldest.map(Instant::toString).orElse(NONE),
                        verdict);
    }

    private static String days(Duration kept) {
        return kept.toHours() % 24 == 0 ? kept.toDays() + " d" : kept.toString();
    }
}
