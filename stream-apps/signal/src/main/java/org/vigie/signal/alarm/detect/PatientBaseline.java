package org.vigie.signal.alarm.detect;

import java.time.Duration;
import java.time.Instant;

/**
 * What is usual for one patient: a slow and a quick running mean of one vital sign. When the value drifts steadily, their distance is
 * its slope times the distance of their time constants; one spike moves neither much.
 *
 * @param slow mean with a time constant of 60 min
 * @param quick mean with a time constant of 5 min
 * @param since watched without a gap from then on
 */
public record PatientBaseline(double slow, double quick, Instant since, Instant at) {
    private static final Duration SLOW = Duration.ofMinutes(60);
    private static final Duration QUICK = Duration.ofMinutes(5);
    /** After a longer gap what is usual has to be learned again. */
    private static final Duration GAP = Duration.ofMinutes(15);
    /** Before that nothing is known to be usual. */
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

    /** Change per hour, in the variable's unit; not a number while it is still learned. */
    double slope() {
        return at.isBefore(since.plus(LEARNING)) ? Double.NaN : (quick - slow) / HOURS_APART;
    }
}
