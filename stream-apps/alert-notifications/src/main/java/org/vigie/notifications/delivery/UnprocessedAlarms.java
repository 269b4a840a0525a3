package org.vigie.notifications.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;

/**
 * Remembers the alarms that a receiver answered and could not process.
 *
 * <p>An alarm that is raised anew soon after has one try, since its monitor repeats it every few seconds and each time would hold back the
 * others for half a minute. An end is kept and tried again beside the other alarms: without it the receiver goes on to alarm. One thread
 * uses it.
 */
final class UnprocessedAlarms {
    /** Tries of an alarm that the receiver answers each time and cannot process: half a minute with the standard pauses. */
    static final int MOST_TRIES = 6;

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    /** Most ends that are kept. The oldest is left out. */
    private static final int MANY = 10_000;

    private final Clock clock;
    private final Map<String, Instant> refusedAt = new HashMap<>();
    /** Ends by the names of their alarms, in the order in which they are tried. */
    private final Map<String, Alert> ends = new LinkedHashMap<>();

    private Instant nextTry = Instant.MIN;

    UnprocessedAlarms(Clock clock) {
        this.clock = clock;
    }

    static boolean isEnd(Alert alert) {
        return alert.getState() == AlertStateRecord.CLEARED;
    }

    /** Returns true when an alarm that was tried so often has no further try. */
    boolean isTriedEnough(Alert alert, int tries) {
        return tries >= MOST_TRIES
                || (alert.getState() == AlertStateRecord.RAISED && refusedAt.containsKey(alert.getAlert()));
    }

    /** Takes note that an alarm was given up. */
    void refused(Alert alert) {
        refusedAt.put(alert.getAlert(), clock.instant());
    }

    /** Keeps an end, which is tried again after a pause. */
    void keep(Alert end) {
        ends.put(end.getAlert(), end);
        if (ends.size() > MANY) {
            ends.remove(ends.keySet().iterator().next());
        }
        nextTry = clock.instant().plus(PAUSE);
    }

    /** Forgets an earlier end of an alarm that has news: the end of a former alarm must not end a new one. */
    void superseded(Alert news) {
        if (news.getState() != AlertStateRecord.ACKNOWLEDGED) { // an alarm may be acknowledged after its end
            ends.remove(news.getAlert());
        }
        refusedAt.values().removeIf(at -> at.plus(SOON).isBefore(clock.instant()));
    }

    /** Removes and returns an end whose pause is over. */
    Optional<Alert> nextEnd() {
        if (ends.isEmpty() || clock.instant().isBefore(nextTry)) {
            return Optional.empty();
        }
        return Optional.of(ends.remove(ends.keySet().iterator().next()));
    }
}
