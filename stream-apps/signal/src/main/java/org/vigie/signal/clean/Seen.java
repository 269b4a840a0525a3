package org.vigie.signal.clean;

import java.time.Instant;
import java.util.Arrays;
import org.vigie.schemas.variable.Sampling;

/**
 * The newest values that a channel was told, to know one that comes again in another message.
 *
 * @param fingerprints of instant and value, newest first, at most {@link #held}
 */
public record Seen(long[] fingerprints) {
    /** Enough for a message that is sent again at once; an older copy is late, weighs little among so many, and raises no alarm. */
    static final int CONTINUOUS = 8;

    /** What is charted each hour, for as long as a window takes late readings (72 h): urine must not be summed twice. */
    static final int SPARSE = 72;

    static final Seen NOTHING = new Seen(new long[0]);

    boolean contains(double value, Instant at) {
        long wanted = fingerprint(value, at);
        return Arrays.stream(fingerprints).anyMatch(seen -> seen == wanted);
    }

    static int held(Sampling sampling) {
        return sampling == Sampling.CONTINUOUS ? CONTINUOUS : SPARSE;
    }

    Seen with(double value, Instant at, Sampling sampling) {
        long[] held = new long[Math.min(held(sampling), fingerprints.length + 1)];
        held[0] = fingerprint(value, at);
        System.arraycopy(fingerprints, 0, held, 1, held.length - 1);
        return new Seen(held);
    }

    /** Multiplied by the golden ratio's odd constant, so that neighbouring instants and values do not meet. */
    private static long fingerprint(double value, Instant at) {
        return at.toEpochMilli() * 0x9E3779B97F4A7C15L ^ Double.doubleToLongBits(value + 0.0);
    }
}
