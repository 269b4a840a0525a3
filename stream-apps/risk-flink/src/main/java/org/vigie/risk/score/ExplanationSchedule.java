package org.vigie.risk.score;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.Window;

/**
 * Decides when a stay's score is requested with its contributions, in the stay's event time.
 *
 * <p>Event time gives a past with few windows as many explanations as a present with many. Thread-safe. The schedule is in memory only:
 * after a restart every stay is due once.
 */
final class ExplanationSchedule {
    private static final int STAYS = 10_000;

    private final Duration every;
    private final Map<String, Instant> newest = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > STAYS;
        }
    });

    /** @param every interval between explanations; zero: never */
    ExplanationSchedule(Duration every) {
        this.every = every;
    }

    boolean isDue(Window window) {
        if (every.isZero()) {
            return false;
        }
        Instant last = newest.get(window.getStay());
        return last == null || !window.getEnd().isBefore(last.plus(every));
    }

    void take(RiskScore score) {
        if (!score.getContributions().isEmpty()) {
            newest.merge(score.getStay(), score.getWindowEnd(), (a, b) -> a.isAfter(b) ? a : b);
        }
    }
}
