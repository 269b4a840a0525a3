package org.vigie.gateway.codes;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.vigie.schemas.variable.Variable;

/**
 * A code that leaves open which of several variables is meant: beside a more exact one the exact one decides.
 *
 * @param alone what it means when nothing more is said; empty for the name of a group, which is no measurement
 * @param among what it can mean; empty for what is no variable of the catalogue
 */
record GeneralCode(Optional<Variable> alone, Set<Variable> among) {
    GeneralCode {
        among = Set.copyOf(among);
        if (alone.isPresent() && !among.contains(alone.get())) {
            throw new IllegalArgumentException(
                    "general code: " + alone.get().name() + " must be among what it can mean");
        }
    }

    /** What both can mean. Alone it means what the first does, if the other allows it; where one variable is left, that one. */
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

    /** The one variable among them that is measured at {@code origin}; empty when there is none or several. */
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
