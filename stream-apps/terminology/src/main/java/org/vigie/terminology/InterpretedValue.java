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
    record CatalogueQuantity(Variable variable, double value, UnitConversion conversion) implements InterpretedValue {
        /** Returns the quantity of a retraction, or of a correction, whose number is not known. */
        public static CatalogueQuantity withoutNumber(Variable variable) {
            return new CatalogueQuantity(variable, Double.NaN, UnitConversion.IDENTITY);
        }
    }

    /** Stands for a value that cannot be used. */
    record NotInterpreted(DropReason reason) implements InterpretedValue {}
}
