package org.vigie.vitals;

import java.time.Instant;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Origin;
import org.vigie.signal.clean.ArrivalTimes;

/**
 * Holds a raw record with its origin.
 *
 * @param origin origin of the record, with the index -1
 * @param publishedAt when the broker appended the record
 * @param backfilled true when the record was decoded long after it was received
 */
record RawObservation(Observation observation, Origin origin, Instant publishedAt, boolean backfilled) {
    static final int WHOLE_RECORD = -1;

    RawObservation(Observation observation, Origin origin, Instant publishedAt) {
        this(observation, origin, publishedAt, false);
    }

    long offset() {
        return origin.getOffset();
    }

    /** Returns the name of the device with that of its sender. */
    String sourceDevice() {
        return observation.getSource() + "|" + observation.getDevice();
    }

    ArrivalTimes arrival() {
        return new ArrivalTimes(observation.getReceivedTime(), publishedAt);
    }
}
