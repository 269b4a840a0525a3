package org.vigie.signal.alarm.detect;

import java.time.Duration;
import java.time.Instant;

/**
 * Follows the usual value of one vital sign of a patient, as a slow and a fast running mean. It is changed in place.
 *
 * <p>During a steady drift the difference of the means is the slope times the difference of their time constants. A single spike moves
 * neither mean much.
 */
final class RunningBaseline {
    private static final Duration SLOW = Duration.ofMinutes(60);
    private static final Duration QUICK = Duration.ofMinutes(5);
    /** After a longer gap the baseline is learned again. */
    private static final long GAP_SECONDS = Duration.ofMinutes(15).toSeconds();
    /** Time before a baseline is known. */
    private static final long LEARNING_SECONDS = Duration.ofMinutes(30).toSeconds();

    private static final double HOURS_APART = SLOW.minus(QUICK).toMinutes() / 60.0;
    private static final double SLOW_MS = SLOW.toMillis();
    private static final double QUICK_MS = QUICK.toMillis();
    private static final long MS_PER_SECOND = 1_000;
    private static final int NANOS_PER_MS = 1_000_000;

    private double slow;
    private double quick;
    private Instant since;
    private Instant at;
    private long stepMs;
    private double slowShare;
    private double quickShare;

    RunningBaseline(PatientBaseline from) {
        slow = from.slow();
        quick = from.quick();
        since = from.since();
        at = from.at();
    }

    PatientBaseline snapshot() {
        return new PatientBaseline(slow, quick, since, at);
    }

    /** Adds a value. A value that is not newer than the last one changes nothing. */
    void learn(double value, Instant now) {
        if (!now.isAfter(at)) {
            return;
        }
        if (isAfter(now, at, GAP_SECONDS)) {
            slow = value;
            quick = value;
            since = now;
        } else {
            step(value, now);
        }
        at = now;
    }

    private void step(double value, Instant now) {
        long ms = (now.getEpochSecond() - at.getEpochSecond()) * MS_PER_SECOND
                + Math.floorDiv(now.getNano() - at.getNano(), NANOS_PER_MS);
        if (ms != stepMs) {
            stepMs = ms;
            slowShare = 1 - Math.exp(-(double) ms / SLOW_MS);
            quickShare = 1 - Math.exp(-(double) ms / QUICK_MS);
        }
        slow += slowShare * (value - slow);
        quick += quickShare * (value - quick);
    }

    /** Returns the change per hour in the variable's unit; NaN while the baseline is still being learned. */
    double slope() {
        return isAfter(since, at, -LEARNING_SECONDS) ? Double.NaN : (quick - slow) / HOURS_APART;
    }

    /** Returns true when {@code one} is after {@code other} plus {@code seconds}. */
    private static boolean isAfter(Instant one, Instant other, long seconds) {
        long apart = one.getEpochSecond() - other.getEpochSecond() - seconds;
        return apart > 0 || (apart == 0 && one.getNano() > other.getNano());
    }
}
