package org.vigie.training.cohort;

import java.util.Map;
import org.vigie.schemas.variable.Variable;

/** Lists the units of PhysioNet-2012 that differ from the catalogue. */
public final class Physionet2012Units {
    /** FiO2 is a share. Mg is documented as mmol/L, but its median of 2.0 is that of mg/dL. */
    private static final Map<String, String> DIFFERENT = Map.of("FiO2", "1", "Mg", "mg/dL");

    private Physionet2012Units() {}

    /** Returns the unit in which the set holds a variable. */
    public static String unit(Variable variable) {
        return DIFFERENT.getOrDefault(variable.challenge2012().orElse(""), variable.unit());
    }
}
