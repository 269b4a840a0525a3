package org.vigie.signal.alarm.detect;

import java.time.Instant;

/**
 * Holds the usual value of one vital sign of a patient, as a slow and a fast running mean.
 *
 * @param slow mean with a time constant of 60 min
 * @param quick mean with a time constant of 5 min
 * @param since start of the monitoring without a gap
 * @param at time of the newest value
 */
public record PatientBaseline(double slow, double quick, Instant since, Instant at) {
    static PatientBaseline of(double value, Instant at) {
        return new PatientBaseline(value, value, at, at);
    }
}
