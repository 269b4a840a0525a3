package org.vigie.gateway.codes;

import java.util.Optional;
import org.vigie.schemas.variable.Variable;

/**
 * What the codes of one value name together.
 *
 * @param variable empty when there is none, or when they contradict each other
 * @param reason why there is none; of no meaning beside a variable
 */
public record CodeMatch(Optional<Variable> variable, Reason reason) {
    static final CodeMatch UNKNOWN = new CodeMatch(Optional.empty(), Reason.UNMAPPED_CODE);
    static final CodeMatch CONTRADICTING = new CodeMatch(Optional.empty(), Reason.CONTRADICTING_CODES);

    static CodeMatch of(Variable variable) {
        return new CodeMatch(Optional.of(variable), Reason.UNMAPPED_CODE);
    }
}
