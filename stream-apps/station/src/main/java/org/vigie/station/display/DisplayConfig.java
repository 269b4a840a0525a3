package org.vigie.station.display;

import java.util.Optional;
import org.vigie.schemas.variable.Variable;

/**
 * Configures what the page of a site shows.
 *
 * @param score where a predicted risk is shown
 * @param units in which laboratory values are read
 */
public record DisplayConfig(ScoreDisplay score, UnitSystem units) {
    /** Returns the defaults: a risk on the bed's page only, SI units. */
    public static DisplayConfig defaults() {
        return new DisplayConfig(ScoreDisplay.BED, UnitSystem.SI);
    }

    /** Returns the unit in which a variable is read; empty when that is the catalogue's unit. */
    public Optional<DisplayUnit> unitOf(Variable variable) {
        return units.of(variable);
    }
}
