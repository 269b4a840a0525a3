package org.vigie.model.score;

import java.util.List;

/**
 * Holds the outputs of a survival model for one window. Not for diagnosis. A missing number is NaN. When the model abstains, only the last
 * three components may be shown; see {@link #displayable()}.
 *
 * @param probability of in-hospital death, 0 to 1, calibrated
 * @param low lower end of its interval
 * @param high upper end of its interval
 * @param survival probability of being alive 1, 2, ... days after admission; empty when missing
 * @param losDays expected length of stay, days
 * @param imputedShare share of the cells since the first measured hour that were not measured, 0 to 1
 * @param abstained whether too little was measured for a score
 * @param mostHelpful when the model abstains, the series (column, from 0) whose measurement would help most; else {@link #NONE}
 */
public record SurvivalAssessment(
        double probability,
        double low,
        double high,
        List<Double> survival,
        double losDays,
        double imputedShare,
        boolean abstained,
        int mostHelpful) {
    /** No series. */
    public static final int NONE = -1;

    public SurvivalAssessment {
        if (!(probability >= 0 && probability <= 1) && !(abstained && Double.isNaN(probability))) {
            throw new IllegalArgumentException("probability: must lie in 0..1, was " + probability);
        }
        survival = List.copyOf(survival);
    }

    /** Creates an assessment with a probability only. */
    public static SurvivalAssessment of(double probability, double imputedShare) {
        return new SurvivalAssessment(
                probability, Double.NaN, Double.NaN, List.of(), Double.NaN, imputedShare, false, NONE);
    }

    public static SurvivalAssessment abstaining(double imputedShare, int mostHelpful) {
        return new SurvivalAssessment(
                Double.NaN, Double.NaN, Double.NaN, List.of(), Double.NaN, imputedShare, true, mostHelpful);
    }

    /** Removes the numbers that must not be shown when the model abstains. */
    public SurvivalAssessment displayable() {
        return abstained ? abstaining(imputedShare, mostHelpful) : this;
    }

    /** Marks the assessment as abstained, with the series that would help most. */
    public SurvivalAssessment withMostHelpfulSeries(int series) {
        return new SurvivalAssessment(probability, low, high, survival, losDays, imputedShare, true, series);
    }

    /** Returns the probability of being alive after some days; NaN when missing. */
    public double survivalAfter(int days) {
        return survival.size() < days ? Double.NaN : survival.get(days - 1);
    }
}
