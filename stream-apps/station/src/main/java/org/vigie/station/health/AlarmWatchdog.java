package org.vigie.station.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Judges whether alarms are computed at all. The triage level of every stay is sent at least once a minute. Readings without any triage
 * level therefore mean that alert-streams does not work.
 *
 * <p>All times are wall-clock times: the instant at which the broker took a record.
 */
final class AlarmWatchdog {
    private final Duration limit;
    private final Instant started;
    private Instant flowsSince = Instant.MIN;
    private Instant lastReading = Instant.MIN;
    private Instant newestTriage = Instant.MIN;

    /** @param started since when this station listens */
    AlarmWatchdog(Duration limit, Instant started) {
        this.limit = limit;
        this.started = started;
    }

    /** A reading came: after a silence longer than the limit the first triage has as long again. */
    void reading(Instant publishedAt) {
        if (lastReading.isBefore(publishedAt.minus(limit))) {
            flowsSince = publishedAt;
        }
        lastReading = later(lastReading, publishedAt);
    }

    void triage(Instant appendedAt) {
        newestTriage = later(newestTriage, appendedAt);
    }

    /** Since when no triage came, once that is longer than the limit; the station's start when none ever came. */
    Optional<Instant> noTriageSince(Instant wall) {
        Instant alive = later(newestTriage, later(started, flowsSince));
        return alive.isBefore(wall.minus(limit))
                ? Optional.of(newestTriage.equals(Instant.MIN) ? started : newestTriage)
                : Optional.empty();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
