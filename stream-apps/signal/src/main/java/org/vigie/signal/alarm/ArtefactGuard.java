package org.vigie.signal.alarm;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.signal.vitals.CurrentValue;
import org.vigie.signal.vitals.CurrentVitals;

/**
 * Recognises values that the equipment probably made, from another variable of the same instant. A limit that such a value violates has a
 * longer delay. It is never left out.
 *
 * @param variable variable that shows the artefact
 * @param minusOrNull variable that is subtracted from it; null when the value alone shows the artefact
 * @param below the value is doubtful below this limit, in the variable's unit
 * @param presentOrNull variable without whose fresh value the guard is not used; null when it is always used
 * @param hold shortest delay of a limit that a doubtful value violates
 */
public record ArtefactGuard(
        String variable,
        @Nullable String minusOrNull,
        double below,
        @Nullable String presentOrNull,
        Duration hold) {
    public ArtefactGuard {
        if (hold.isNegative() || hold.isZero()) {
            throw new IllegalArgumentException("hold: must be positive, was " + hold);
        }
    }

    /** Returns true when the fresh values at {@code at} show the artefact. Without a fresh value nothing is doubtful. */
    public boolean isDoubtful(CurrentVitals vitals, Instant at) {
        double value = fresh(variable, vitals, at);
        double subtracted = minusOrNull == null ? 0 : fresh(minusOrNull, vitals, at);
        boolean isUsed = presentOrNull == null || !Double.isNaN(fresh(presentOrNull, vitals, at));
        return isUsed && value - subtracted < below;
    }

    /** Returns a fresh value; NaN when there is none. */
    private static double fresh(String variable, CurrentVitals vitals, Instant at) {
        return vitals.fresh(variable, at).map(CurrentValue::value).orElse(Double.NaN);
    }
}
