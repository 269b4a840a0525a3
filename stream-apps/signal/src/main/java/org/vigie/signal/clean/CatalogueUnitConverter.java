package org.vigie.signal.clean;

import java.util.Optional;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.schemas.variable.UnitConversion;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;

/** Brings a value into the catalogue's unit. */
public final class CatalogueUnitConverter {
    private static final VariableCatalogue CATALOGUE = VariableCatalogue.standard();

    private CatalogueUnitConverter() {}

    /** The value in the catalogue's unit; NaN when variable or unit are unknown or there was no number. */
    public static double catalogueValue(Reading reading) {
        return conversion(reading).map(to -> to.apply(reading.value())).orElse(Double.NaN);
    }

    /** How a variable of the catalogue comes. */
    static SamplingMode sampling(String variable) {
        return CATALOGUE.get(variable).sampling();
    }

    static Optional<Variable> variable(Reading reading) {
        return CATALOGUE.find(reading.variable());
    }

    static Optional<UnitConversion> conversion(Reading reading) {
        return variable(reading).flatMap(variable -> variable.conversionFrom(reading.unit()));
    }
}
