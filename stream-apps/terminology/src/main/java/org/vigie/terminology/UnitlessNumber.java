package org.vigie.terminology;

import org.vigie.schemas.variable.UnitConversion;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableNames;

/** Describes a number that was sent without a unit. */
record UnitlessNumber(Variable variable, double value) {
    /** Returns true when the number can only be in the unit of the catalogue. */
    boolean isOfCatalogueUnit() {
        return hasOneUnit() && isPlausible();
    }

    /** Returns true when senders use one unit only for a variable. */
    private boolean hasOneUnit() {
        return variable.conversions().values().stream().allMatch(UnitConversion.IDENTITY::equals)
                || variable.kind().equals("VITAL")
                || variable.kind().equals("NEURO")
                || variable.name().equals(VariableNames.PH);
    }

    private boolean isPlausible() {
        return switch (variable.unit()) {
            case "Cel" -> variable.soft().contains(value);
            case "%" -> value == 0 || value > 1;
            default -> true;
        };
    }
}
