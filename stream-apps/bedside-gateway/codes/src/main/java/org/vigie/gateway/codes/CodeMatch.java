package org.vigie.gateway.codes;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.gateway.intake.DropReason;
import org.vigie.schemas.variable.Variable;

/**
 * What the codes of one value name together.
 *
 * @param variable empty when there is none, or when they contradict each other
 * @param reason why there is none; of no meaning beside a variable
 */
public record CodeMatch(Optional<Variable> variable, DropReason reason) {
    static final CodeMatch UNKNOWN = new CodeMatch(Optional.empty(), DropReason.UNMAPPED_CODE);
    static final CodeMatch CONTRADICTING = new CodeMatch(Optional.empty(), DropReason.CONTRADICTING_CODES);

    /** The answers of before, by the variable's name: each code of each message asks for one. */
    private static final Map<String, CodeMatch> KNOWN = new ConcurrentHashMap<>();

    /** A catalogue's variable is the same object each time; to compare all that it holds would cost more than a new answer. */
    @SuppressWarnings("ReferenceEquality")
    static CodeMatch of(Variable variable) {
        CodeMatch known = KNOWN.get(variable.name());
        if (known == null || known.variable().orElseThrow() != variable) {
            known = new CodeMatch(Optional.of(variable), DropReason.UNMAPPED_CODE);
            KNOWN.put(variable.name(), known);
        }
        return known;
    }
}
