package org.vigie.inference.ensemble;

import java.util.ArrayList;
import java.util.List;

/**
 * Holds the probability of being alive after 1, 2, ... days.
 *
 * @param alive never rises from one day to the next
 */
record SurvivalCurve(List<Double> alive) {
    /** Keeps probabilities away from 0 and 1, where log odds are infinite. */
    private static final double CERTAIN = 1e-6;

    SurvivalCurve {
        alive = List.copyOf(alive);
    }

    /**
     * Makes the networks' curve agree with the calibrated probability of dying in hospital.
     *
     * <p>The log odds of being dead on the curve's last day move by as much as calibration and the trees moved the log odds of dying in
     * hospital. The hazard of every day changes by one factor (proportional hazards: Cox DR. J R Stat Soc B 1972;34:187-220). So the curve
     * keeps its shape, and a higher risk never goes with a longer life.
     *
     * @param predicted the networks' probability of being alive after 1, 2, ... days
     * @param shift calibrated log odds of dying in hospital less the networks' own
     */
    static SurvivalCurve withShiftedLogOdds(float[] predicted, double shift) {
        double atTheEnd = inside(predicted[predicted.length - 1]);
        double odds = (1 - atTheEnd) / atTheEnd * Math.exp(shift);
        double factor = Math.log(inside(1 / (1 + odds))) / Math.log(atTheEnd);
        List<Double> days = new ArrayList<>(predicted.length);
        double before = 1;
        for (float day : predicted) {
            before = Math.min(before, Math.pow(inside(day), factor));
            days.add(before);
        }
        return new SurvivalCurve(days);
    }

    private static double inside(double probability) {
        return Math.max(CERTAIN, Math.min(1 - CERTAIN, probability));
    }
}
