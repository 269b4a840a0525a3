package org.vigie.signal.clean;

import java.time.Duration;
import java.time.Instant;
import org.vigie.schemas.variable.Variable;

/**
 * Holds the time for which a value has not changed.
 *
 * <p>A frozen value is dangerous because it looks normal. Only a value within its alarm limits therefore becomes suspect. The duration of
 * an alarm never silences it, and the first change ends the suspicion.
 *
 * @param value the unchanged value
 * @param since when it was first measured
 */
public record FlatLineState(double value, Instant since) {
    FlatLineState next(double next, Instant at, boolean continues) {
        return continues && next == value ? this : new FlatLineState(next, at);
    }

    boolean lasts(Duration least, Instant at) {
        return Duration.between(since, at).compareTo(least) >= 0;
    }

    boolean isDoubtful(Variable variable, Instant at) {
        return variable.flatSeconds().isPresent()
                && looksNormal(variable, value)
                && lasts(Duration.ofSeconds(variable.flatSeconds().getAsInt()), at);
    }

    static boolean looksNormal(Variable variable, double value) {
        return variable.alarm().contains(value);
    }
}
