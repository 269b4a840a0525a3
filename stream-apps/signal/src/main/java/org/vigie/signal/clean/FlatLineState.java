package org.vigie.signal.clean;

import java.time.Duration;
import java.time.Instant;
import org.vigie.schemas.variable.Variable;

/**
 * How long a value has not moved. A frozen value is dangerous because it looks normal, so only a value within its alarm limits is
 * doubted: an alarm is never silenced by its own duration, and the first change lifts the doubt.
 *
 * @param value the one that does not move
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
