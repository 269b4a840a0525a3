package org.vigie.training.label;

/**
 * Describes the outcome of a stay.
 *
 * @param died in hospital
 * @param losDays length of the stay from its admission to the unit, days; NaN when not known
 * @param survivalDays from the admission to death, in hospital or later; NaN when no death is known
 */
public record StayOutcome(boolean died, double losDays, double survivalDays) {
    /** Creates an outcome of which only death in hospital is known. */
    public static StayOutcome of(boolean died) {
        return new StayOutcome(died, Double.NaN, Double.NaN);
    }
}
