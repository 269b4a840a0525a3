package org.vigie.station.ward;

import java.time.Duration;
import java.time.Instant;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.ScoreStatus;

/**
 * The risk of dying in hospital as one model sees it. Not for diagnosis.
 *
 * @param probability 0 to 1; absent when there is none to show, {@code absent} says why
 * @param absent {@code UNAVAILABLE}, {@code STALE} or {@code TOO_MUCH_IMPUTED}; absent when a probability is given
 * @param detail the scorer's own words when it gave none
 * @param windowEnd epoch ms of its newest input
 * @param limitMs beyond this age of {@code windowEnd} it is stale
 * @param imputedShare share of its inputs that were not measured, 0 to 1
 */
public record RiskPicture(
        Double probability,
        String absent,
        String detail,
        long windowEnd,
        long limitMs,
        String model,
        String modelVersion,
        double imputedShare,
        int hoursSeen) {

    static RiskPicture of(RiskScore score, Instant now, Limits limits) {
        String absent = whyAbsent(score, now, limits);
        return new RiskPicture(
                absent == null ? score.getProbability() : null,
                absent,
                score.getReason(),
                score.getWindowEnd().toEpochMilli(),
                limits.score().toMillis(),
                score.getModel(),
                score.getModelVersion(),
                score.getImputedShare(),
                score.getHoursSeen());
    }

    private static String whyAbsent(RiskScore score, Instant now, Limits limits) {
        if (score.getStatus() != ScoreStatus.SCORED || score.getProbability() == null) {
            return "UNAVAILABLE";
        }
        if (Duration.between(score.getWindowEnd(), now).compareTo(limits.score()) > 0) {
            return "STALE";
        }
        return score.getImputedShare() > limits.imputedShare() ? "TOO_MUCH_IMPUTED" : null;
    }
}
