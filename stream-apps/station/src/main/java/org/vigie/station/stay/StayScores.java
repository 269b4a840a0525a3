package org.vigie.station.stay;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.ScoreStatus;
import org.vigie.station.health.StalenessConfig;

/** Holds the newest score of a stay, the one before it, and the newest that has contributions. */
final class StayScores {
    private RiskScore score;
    private RiskScore before;
    private RiskScore explained;

    void take(RiskScore newer) {
        if (score != null && newer.getWindowEnd().isBefore(score.getWindowEnd())) {
            return;
        }
        if (score != null && isGiven(score) && newer.getWindowEnd().isAfter(score.getWindowEnd())) {
            before = score;
        }
        score = newer;
        explained = newer.getContributions().isEmpty() ? explained : newer;
    }

    /** Returns the revision of the newest score's window. */
    Optional<Long> revision() {
        return Optional.ofNullable(score).map(RiskScore::getWindowRevision);
    }

    /** Returns the end of the newest score's window. */
    Optional<Instant> windowEnd() {
        return Optional.ofNullable(score).map(RiskScore::getWindowEnd);
    }

    /**
     * Returns whether the newest score lies outside the interval of the one before it, without an event between their windows.
     *
     * @param event answers whether something happened between two instants
     */
    boolean movedWithoutEvent(BiPredicate<Instant, Instant> event) {
        if (before == null || !isGiven(score) || before.getLow() == null || before.getHigh() == null) {
            return false;
        }
        double probability = score.getProbability();
        boolean outside = probability < before.getLow() || probability > before.getHigh();
        return outside && !event.test(before.getWindowEnd(), score.getWindowEnd());
    }

    Optional<RiskSnapshot> snapshot(Instant now, StalenessConfig limits, Optional<HiddenScore> hidden) {
        return Optional.ofNullable(score)
                .map(given -> RiskSnapshot.of(given, Optional.ofNullable(explained), now, limits, hidden));
    }

    private static boolean isGiven(RiskScore score) {
        return score.getStatus() == ScoreStatus.SCORED && score.getProbability() != null;
    }
}
