package org.vigie.station.stay;

import org.vigie.schemas.RiskScore;

/**
 * Shows one earlier score of a stay, with the model that gave it. Probabilities are 0 to 1.
 *
 * @param windowEnd epoch ms of its newest input
 * @param probability risk of death in hospital; absent when the model gave none
 * @param low lower end of the interval; absent when there is none
 * @param high upper end of the interval; absent when there is none
 * @param survival1d probability of being alive 1 day after admission; absent when the model gave none
 * @param survival7d after 7 days; absent likewise
 * @param survival30d after 30 days; absent likewise
 * @param imputedShare share of its inputs that were not measured
 */
public record ScorePointSnapshot(
        long windowEnd,
        Double probability,
        Double low,
        Double high,
        Double survival1d,
        Double survival7d,
        Double survival30d,
        String model,
        String modelVersion,
        String modelDigest,
        double imputedShare) {
    static ScorePointSnapshot of(RiskScore score) {
        return new ScorePointSnapshot(
                score.getWindowEnd().toEpochMilli(),
                score.getProbability(),
                score.getLow(),
                score.getHigh(),
                score.getSurvival1d(),
                score.getSurvival7d(),
                score.getSurvival30d(),
                score.getModel(),
                score.getModelVersion(),
                score.getModelDigest(),
                score.getImputedShare());
    }
}
