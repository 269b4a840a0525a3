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
 * @param from the value is doubtful from this limit on, in the variable's unit; negative infinity without a lower end
 * @param below the value is doubtful below this limit; infinity without an upper end
 * @param presentOrNull variable without whose present value the guard is not used; null when it is always used
 * @param hold shortest delay of a limit that a doubtful value violates
 */
public record ArtefactGuard(
        String variable,
        @Nullable String minusOrNull,
        double from,
        double below,
        @Nullable String presentOrNull,
        Duration hold) {
    /** Shortest time for which a value counts as sent now. */
    private static final Duration TOGETHER = Duration.ofSeconds(5);

    public ArtefactGuard {
        if (!(from < below)) {
            throw new IllegalArgumentException("doubt: must begin below its end, was " + from + " to " + below);
        }
        if (hold.isNegative() || hold.isZero()) {
            throw new IllegalArgumentException("hold: must be positive, was " + hold);
        }
    }

    /** Returns true when the present values at {@code at} show the artefact. Without a present value nothing is doubtful. */
    public boolean isDoubtful(CurrentVitals vitals, Instant at) {
        double value = present(variable, vitals, at);
        double subtracted = minusOrNull == null ? 0 : present(minusOrNull, vitals, at);
        boolean isUsed = presentOrNull == null || !Double.isNaN(present(presentOrNull, vitals, at));
        double shown = value - subtracted;
        return isUsed && shown >= from && shown < below;
    }

    /** Returns a value that its device sends now; NaN when there is none. A fresh value that no longer comes is no witness of the present. */
    private static double present(String variable, CurrentVitals vitals, Instant at) {
        return vitals.fresh(variable, at)
                .filter(value -> !at.isAfter(value.at().plus(longestAge(value))))
                .map(CurrentValue::value)
                .orElse(Double.NaN);
    }

    private static Duration longestAge(CurrentValue value) {
        Duration two = value.rhythm().multipliedBy(2);
        return two.compareTo(TOGETHER) > 0 ? two : TOGETHER;
    }
}
