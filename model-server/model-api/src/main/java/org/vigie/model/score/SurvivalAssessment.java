package org.vigie.model.score;

import java.util.List;

/**
 * What a model says of one window. Not for diagnosis. A number that is not given is NaN. Of a model that abstains nothing but the last
 * three may be shown to anybody, see {@link #displayable()}.
 *
 * @param probability of in-hospital death, 0 to 1, calibrated; given unless the model abstains
 * @param low lower end of its interval
 * @param high upper end
 * @param survival probability of being alive 1, 2, ... days after admission; empty when not given
 * @param losDays expected length of stay, days
 * @param imputedShare share of the cells since the first measured hour that were not measured, 0 to 1
 * @param abstained too little was measured for a score
 * @param mostHelpful when it abstains, the series (column, from 0) whose measurement would help most; else {@link #NONE}
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

    /** A probability and nothing more. */
    public static SurvivalAssessment of(double probability, double imputedShare) {
        return new SurvivalAssessment(
                probability, Double.NaN, Double.NaN, List.of(), Double.NaN, imputedShare, false, NONE);
    }

    public static SurvivalAssessment abstaining(double imputedShare, int mostHelpful) {
        return new SurvivalAssessment(
                Double.NaN, Double.NaN, Double.NaN, List.of(), Double.NaN, imputedShare, true, mostHelpful);
    }

    /** Itself; without any number that must not be shown when it abstains. */
    public SurvivalAssessment displayable() {
        return abstained ? abstaining(imputedShare, mostHelpful) : this;
    }

    /** The same, abstaining for the lack of this series. */
    public SurvivalAssessment withMostHelpfulSeries(int series) {
        return new SurvivalAssessment(probability, low, high, survival, losDays, imputedShare, true, series);
    }

    /** NaN when not given. */
    public double survivalAfter(int days) {
        return survival.size() < days ? Double.NaN : survival.get(days - 1);
    }
}
