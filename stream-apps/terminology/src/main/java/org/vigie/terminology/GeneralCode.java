package org.vigie.terminology;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.vigie.schemas.variable.Variable;

/**
 * Describes a code that can mean several variables. An exact code beside it decides.
 *
 * @param alone the variable when nothing more is known; empty for the name of a group, which is no measurement
 * @param among the variables that the code can mean; empty when none is in the catalogue
 */
record GeneralCode(Optional<Variable> alone, Set<Variable> among) {
    GeneralCode {
        among = Set.copyOf(among);
        if (alone.isPresent() && !among.contains(alone.get())) {
            throw new IllegalArgumentException(
                    "general code: " + alone.get().name() + " must be among what it can mean");
        }
    }

    /**
     * Returns the variables that both codes can mean. Its meaning alone is that of the first code when the other allows it. When one
     * variable remains, it is that one.
     */
    GeneralCode and(GeneralCode other) {
        Set<Variable> both = new LinkedHashSet<>(among);
        both.retainAll(other.among);
        Optional<Variable> left = both.size() == 1 ? both.stream().findFirst() : Optional.empty();
        return new GeneralCode(
                alone.filter(both::contains)
                        .or(() -> other.alone.filter(both::contains))
                        .or(() -> left),
                both);
    }

    /** Returns the only variable that is measured at this origin. Empty when there is none or several. */
    Optional<Variable> at(ValueOrigin origin) {
        Variable found = null;
        for (Variable variable : among) {
            if (variable.kind().equals(origin.kind())) {
                if (found != null) {
                    return Optional.empty();
                }
                found = variable;
            }
        }
        return Optional.ofNullable(found);
    }
}
