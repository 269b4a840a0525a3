package org.vigie.signal.alarm.detect;

import java.time.Duration;
import java.time.Instant;

/**
 * Estimates the usual value of one vital sign of a patient, as a slow and a fast running mean.
 *
 * <p>During a steady drift the difference of the means is the slope times the difference of their time constants. A single spike moves
 * neither mean much.
 *
 * @param slow mean with a time constant of 60 min
 * @param quick mean with a time constant of 5 min
 * @param since start of the monitoring without a gap
 * @param at time of the newest value
 */
public record PatientBaseline(double slow, double quick, Instant since, Instant at) {
    private static final Duration SLOW = Duration.ofMinutes(60);
    private static final Duration QUICK = Duration.ofMinutes(5);
    /** After a longer gap the baseline is learned again. */
    private static final Duration GAP = Duration.ofMinutes(15);
    /** Time before a baseline is known. */
    private static final Duration LEARNING = Duration.ofMinutes(30);

    private static final double HOURS_APART = SLOW.minus(QUICK).toMinutes() / 60.0;

    static PatientBaseline of(double value, Instant at) {
        return new PatientBaseline(value, value, at, at);
    }

    PatientBaseline then(double value, Instant now) {
        if (!now.isAfter(at)) {
            return this;
        }
        return now.isAfter(at.plus(GAP))
                ? of(value, now)
                : new PatientBaseline(toward(slow, value, SLOW, now), toward(quick, value, QUICK, now), since, now);
    }

    private double toward(double mean, double value, Duration constant, Instant now) {
        double share = 1 - Math.exp(-(double) Duration.between(at, now).toMillis() / constant.toMillis());
        return mean + share * (value - mean);
    }

    /** Returns the change per hour in the variable's unit; NaN while the baseline is still being learned. */
    double slope() {
        return at.isBefore(since.plus(LEARNING)) ? Double.NaN : (quick - slow) / HOURS_APART;
    }
}
