package org.vigie.terminology;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.schemas.variable.Variable;

/**
 * Describes the result of a search for the variable of some codes.
 *
 * @param variable empty when no variable is found, or when the codes contradict each other
 * @param reason why no variable is found; without meaning beside a variable
 */
public record CodeMatch(Optional<Variable> variable, DropReason reason) {
    static final CodeMatch UNKNOWN = new CodeMatch(Optional.empty(), DropReason.UNMAPPED_CODE);
    static final CodeMatch CONTRADICTING = new CodeMatch(Optional.empty(), DropReason.CONTRADICTING_CODES);

    /** Earlier results by the variable's name. Each code of each message asks for one. */
    private static final Map<String, CodeMatch> KNOWN = new ConcurrentHashMap<>();

    /**
     * Returns the match of a variable. The catalogue has one object for each variable, so that comparing references is enough and cheaper.
     */
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
