package org.vigie.gateway.codes;

import org.vigie.gateway.intake.DropReason;
import org.vigie.schemas.variable.UnitConversion;
import org.vigie.schemas.variable.Variable;

/** What a code, a number and a unit mean together. */
public sealed interface InterpretedValue {
    /**
     * A value of the catalogue.
     *
     * @param value in the variable's unit
     * @param conversion that was used, for limits in the same unit
     */
    record CatalogueQuantity(Variable variable, double value, UnitConversion conversion) implements InterpretedValue {}

    /** Nothing that can be used. */
    record NotInterpreted(DropReason reason) implements InterpretedValue {}
}
