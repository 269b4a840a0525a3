package org.vigie.inference.ensemble;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes a survival curve agree with the calibrated probability. The nets give the curve together with their own log odds of dying in
 * hospital. Where calibration and the trees move these log odds, the log odds of being dead on the curve's last day move by as much, and
 * the hazard of every day by one factor (proportional hazards: Cox DR. J R Stat Soc B 1972;34:187-220). The curve keeps its shape, never
 * rises, and a higher risk never goes with a longer life.
 */
final class SurvivalCurve {
    /** Nobody is certain to live or to die. */
    private static final double CERTAIN = 1e-6;

    private SurvivalCurve() {}

    /**
     * @param alive the nets' probability of being alive after 1, 2, ... days
     * @param moved calibrated log odds of dying in hospital less the nets' own
     */
    static List<Double> withShiftedLogOdds(float[] alive, double moved) {
        double atTheEnd = inside(alive[alive.length - 1]);
        double odds = (1 - atTheEnd) / atTheEnd * Math.exp(moved);
        double factor = Math.log(inside(1 / (1 + odds))) / Math.log(atTheEnd);
        List<Double> days = new ArrayList<>(alive.length);
        double before = 1;
        for (float day : alive) {
            before = Math.min(before, Math.pow(inside(day), factor));
            days.add(before);
        }
        return days;
    }

    private static double inside(double probability) {
        return Math.max(CERTAIN, Math.min(1 - CERTAIN, probability));
    }
}
