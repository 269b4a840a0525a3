package org.vigie.vitals;

import java.time.Instant;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Origin;
import org.vigie.signal.clean.ArrivalTimes;

/**
 * A raw record and where it lay.
 *
 * @param origin the record; index -1
 * @param publishedAt when the broker took it
 * @param backfilled it was understood long after it came
 */
record RawObservation(Observation observation, Origin origin, Instant publishedAt, boolean backfilled) {
    static final int WHOLE_RECORD = -1;

    RawObservation(Observation observation, Origin origin, Instant publishedAt) {
        this(observation, origin, publishedAt, false);
    }

    long offset() {
        return origin.getOffset();
    }

    ArrivalTimes arrival() {
        return new ArrivalTimes(observation.getReceivedTime(), publishedAt);
    }
}
