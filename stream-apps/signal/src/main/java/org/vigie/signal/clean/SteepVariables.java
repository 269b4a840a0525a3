package org.vigie.signal.clean;

import java.util.Set;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableNames;

/** Lists the variables whose true values an injury multiplies within hours: enzymes, troponins, lactate, bilirubin and CRP. */
public final class SteepVariables {
    private static final Set<String> NAMES = Set.of(
            VariableNames.LACTATE,
            VariableNames.ALT,
            VariableNames.AST,
            VariableNames.BILIRUBIN_TOTAL,
            VariableNames.BILIRUBIN_DIRECT,
            VariableNames.TROPONIN_I,
            VariableNames.TROPONIN_T,
            VariableNames.CRP);

    private SteepVariables() {}

    public static boolean contains(Variable variable) {
        return NAMES.contains(variable.name());
    }
}
