package org.vigie.triage.model;

import java.util.List;

/**
 * Holds a predicted level of one visit.
 *
 * @param score of the trees, near the number of the level
 * @param level 1 to 5
 * @param probabilities of levels 1 to 5
 */
public record LevelPrediction(double score, int level, List<Double> probabilities) {
    public static LevelPrediction of(LevelScale scale, double score) {
        return new LevelPrediction(score, scale.level(score), scale.probabilities(score));
    }
}
