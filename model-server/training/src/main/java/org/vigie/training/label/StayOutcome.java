package org.vigie.training.label;

/**
 * How a stay ended.
 *
 * @param died in hospital
 * @param losDays length of the stay from its admission to the unit, days; NaN when not known
 * @param survivalDays from the admission to death, in hospital or later; NaN when no death is known
 */
public record StayOutcome(boolean died, double losDays, double survivalDays) {
    /** All that is known is whether the patient died in hospital. */
    public static StayOutcome of(boolean died) {
        return new StayOutcome(died, Double.NaN, Double.NaN);
    }
}
