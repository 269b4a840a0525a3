package org.vigie.platform.retry;

import java.io.Serializable;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Computes how long to wait before each retry. Each pause is a multiple of the one before.
 *
 * @param first pause before the first retry
 * @param factor between two pauses
 * @param longest no pause is longer
 * @param jitter share of a pause by which it may be shorter at random, from 0 to 1
 */
public record ExponentialBackoff(Duration first, double factor, Duration longest, double jitter)
        implements Serializable {
    public ExponentialBackoff {
        if (first.isNegative() || first.isZero()) {
            throw new IllegalArgumentException("first: must be positive, was " + first);
        }
        if (!(factor >= 1)) {
            throw new IllegalArgumentException("factor: must be at least 1, was " + factor);
        }
        if (longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("longest: must be at least " + first + ", was " + longest);
        }
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("jitter: must be from 0 to 1, was " + jitter);
        }
    }

    /** Doubles each pause, without jitter. */
    public static ExponentialBackoff doubling(Duration first, Duration longest) {
        return new ExponentialBackoff(first, 2, longest, 0);
    }

    /** Waits the same time before each retry. */
    public static ExponentialBackoff constant(Duration pause) {
        return new ExponentialBackoff(pause, 1, pause, 0);
    }

    /**
     * Returns the pause before a retry, without jitter.
     *
     * @param retry from 1; zero or less: no pause
     */
    public Duration pause(int retry) {
        if (retry < 1) {
            return Duration.ZERO;
        }
        double millis = first.toMillis() * Math.pow(factor, retry - 1.0);
        return millis < longest.toMillis() ? Duration.ofMillis((long) millis) : longest;
    }

    /**
     * Returns the pause before a retry, shortened at random so that several clients do not retry together.
     *
     * @param retry from 1; zero or less: no pause
     */
    public Duration pause(int retry, RandomGenerator random) {
        return Duration.ofMillis((long) (pause(retry).toMillis() * (1 - jitter * random.nextDouble())));
    }
}
