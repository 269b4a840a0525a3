package org.vigie.vitals;

import java.time.Instant;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Origin;
import org.vigie.signal.clean.Arrival;

/**
 * A raw record and where it lay.
 *
 * @param origin the record; index -1
 * @param publishedAt when the broker took it
 * @param backfilled it was understood long after it came
 */
record Raw(Observation observation, Origin origin, Instant publishedAt, boolean backfilled) {
    static final int WHOLE_RECORD = -1;

    Raw(Observation observation, Origin origin, Instant publishedAt) {
        this(observation, origin, publishedAt, false);
    }

    long offset() {
        return origin.getOffset();
    }

    Arrival arrival() {
        return new Arrival(observation.getReceivedTime(), publishedAt);
    }
}
