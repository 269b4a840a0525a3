package org.vigie.terminology;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.schemas.variable.Variable;

/**
 * Describes the result of a search for the variable of some codes.
 *
 * @param variable empty when no variable is found, or when the codes contradict each other
 * @param reason why no variable is found; without meaning beside a variable
 * @param onlyUnit the only unit that values of the codes may have; empty when each unit of the variable has the same meaning
 */
public record CodeMatch(Optional<Variable> variable, DropReason reason, String onlyUnit) {
    static final CodeMatch UNKNOWN = new CodeMatch(Optional.empty(), DropReason.UNMAPPED_CODE, "");
    static final CodeMatch CONTRADICTING = new CodeMatch(Optional.empty(), DropReason.CONTRADICTING_CODES, "");

    /** Earlier results by the variable's name. Each code of each message asks for one. */
    private static final Map<String, CodeMatch> KNOWN = new ConcurrentHashMap<>();

    /**
     * Returns the match of a variable. The catalogue has one object for each variable, so that comparing references is enough and cheaper.
     */
    @SuppressWarnings("ReferenceEquality")
    static CodeMatch of(Variable variable) {
        CodeMatch known = KNOWN.get(variable.name());
        if (known == null || known.variable().orElseThrow() != variable) {
            known = new CodeMatch(Optional.of(variable), DropReason.UNMAPPED_CODE, "");
            KNOWN.put(variable.name(), known);
        }
        return known;
    }

    /** Returns the match of a variable whose codes allow one unit only. */
    static CodeMatch of(Variable variable, String onlyUnit) {
        return onlyUnit.isEmpty()
                ? of(variable)
                : new CodeMatch(Optional.of(variable), DropReason.UNMAPPED_CODE, onlyUnit);
    }

    /**
     * Returns true when values in these units are another quantity than the codes say. A unit of the variable is one of the codes when it is
     * converted as their only unit is.
     */
    boolean isContradictedBy(List<SentCode> units) {
        return !onlyUnit.isEmpty()
                && !SentUnitConversions.conversion(variable.orElseThrow(), units)
                        .equals(SentUnitConversions.conversion(
                                variable.get(), List.of(new SentCode("", onlyUnit, ""))));
    }
}
