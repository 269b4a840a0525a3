package org.vigie.training.label;

/**
 * How a stay ended.
 *
 * @param died in hospital
 * @param losDays length of the stay from its admission to the unit, days; NaN when not known
 * @param survivalDays from the admission to death, in hospital or later; NaN when no death is known
 */
public record Outcome(boolean died, double losDays, double survivalDays) {
    /** All that is known is whether the patient died in hospital. */
    public static Outcome of(boolean died) {
        return new Outcome(died, Double.NaN, Double.NaN);
    }
}
