package org.vigie.terminology;

import org.vigie.schemas.variable.UnitConversion;
import org.vigie.schemas.variable.Variable;

/** Represents the meaning of a code, a number and a unit together. */
public sealed interface InterpretedValue {
    /**
     * Holds a value of the catalogue.
     *
     * @param value the value in the variable's unit
     * @param conversion the conversion that was used; limits in the sent unit need the same
     */
    record CatalogueQuantity(Variable variable, double value, UnitConversion conversion) implements InterpretedValue {}

    /** Stands for a value that cannot be used. */
    record NotInterpreted(DropReason reason) implements InterpretedValue {}
}
