package org.vigie.signal.clean;

import static org.vigie.signal.clean.EntryMistakes.distance;

import java.util.Set;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableNames;

/**
 * Detects a mistaken entry by the only value before it: a moved decimal point or another unit brings the number near to that value and
 * nearer to the normal value. The first of two entries is never judged, because it was used before the second one came.
 *
 * <p>Variables are left out whose true values differ by a factor of ten from one entry to the next: those of {@link SteepVariables}, urine,
 * and the oxygen tension, which rises from 60 to 500 when more oxygen is given.
 *
 * @param before only kept value before
 */
record SecondEntryRule(Variable variable, double before) {
    private static final Set<String> WIDE = Set.of(VariableNames.URINE, VariableNames.PAO2);
    /** A value that is less than four times as much is not far. */
    private static final double FAR = Math.log(4);

    private static final double NEAR = .3;

    boolean applies(double value) {
        return !SteepVariables.contains(variable)
                && !WIDE.contains(variable.name())
                && distance(value, before) > FAR
                && new EntryMistakes(variable)
                        .corrections().stream()
                                .mapToDouble(correction -> correction.applyAsDouble(value))
                                .anyMatch(corrected -> explains(corrected, value));
    }

    private boolean explains(double corrected, double value) {
        return distance(corrected, before) < NEAR
                && distance(corrected, variable.normal()) < distance(value, variable.normal());
    }
}
