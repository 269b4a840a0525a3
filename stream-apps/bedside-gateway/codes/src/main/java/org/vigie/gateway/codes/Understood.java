package org.vigie.gateway.codes;

import org.vigie.schemas.variable.Conversion;
import org.vigie.schemas.variable.Variable;

/** What a code, a number and a unit mean together. */
public sealed interface Understood {
    /**
     * A value of the catalogue.
     *
     * @param value in the variable's unit
     * @param conversion that was used, for limits in the same unit
     */
    record Quantity(Variable variable, double value, Conversion conversion) implements Understood {}

    /** Nothing that can be used. */
    record Not(Reason reason) implements Understood {}
}
