package org.vigie.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Says whether a broker deletes the records of a topic in time. */
enum RetentionVerdict {
    /** No record is older than it may be. */
    OK,
    /** A record is older than the retention and one segment. */
    LATE,
    /** The newest record of each key is kept without an end. */
    NEWEST_OF_EACH_KEY,
    /** The broker deletes nothing. */
    WITHOUT_END,
    /** The broker has no such topic. */
    MISSING;

    /** A broker looks for segments to delete every five minutes. */
    private static final Duration SLACK = Duration.ofMinutes(15);

    /**
     * Judges a topic whose records are deleted by their age.
     *
     * @param kept retention on the broker; negative when it deletes nothing
     * @param segment age at which the broker begins a new segment: it deletes whole segments only
     * @param oldest when the broker took the oldest record; empty when there is none
     */
    static RetentionVerdict of(Duration kept, Duration segment, Optional<Instant> oldest, Instant now) {
        if (kept.isNegative()) {
            return WITHOUT_END;
        }
        Instant limit = now.minus(kept).minus(segment).minus(SLACK);
        return oldest.filter(limit::isAfter).isPresent() ? LATE : OK;
    }

    /** Returns true when records stay longer than the configuration says. */
    boolean isBreach() {
        return this == LATE || this == WITHOUT_END || this == MISSING;
    }
}
