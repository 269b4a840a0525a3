package org.vigie.local.erase;

import java.time.Instant;

/**
 * Holds the time of a patient on one bed.
 *
 * @param until exclusive
 */
record BedPeriod(String bed, Instant from, Instant until) {
    BedPeriod {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("until: must not be before " + from + ", was " + until);
        }
    }

    boolean holds(String other, Instant at) {
        return bed.equals(other) && !at.isBefore(from) && at.isBefore(until);
    }
}
