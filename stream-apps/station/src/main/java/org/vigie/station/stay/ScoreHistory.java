package org.vigie.station.stay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.vigie.schemas.RiskScore;

/** Holds the scores of a stay over the last 48 hours before the newest one, one for each end of a window. */
final class ScoreHistory {
    private static final Duration KEPT = Duration.ofDays(2);

    private final TreeMap<Instant, ScorePointSnapshot> points = new TreeMap<>();

    /** Takes a score. A later score of the same window replaces it. */
    void take(RiskScore score) {
        points.put(score.getWindowEnd(), ScorePointSnapshot.of(score));
        points.headMap(points.lastKey().minus(KEPT)).clear();
    }

    /** Returns the scores, the oldest first. */
    List<ScorePointSnapshot> points() {
        return List.copyOf(points.values());
    }
}
