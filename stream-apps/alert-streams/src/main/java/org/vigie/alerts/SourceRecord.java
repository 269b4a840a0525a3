package org.vigie.alerts;

import java.time.Instant;
import org.vigie.schemas.Origin;

/**
 * Holds a record of an input topic.
 *
 * @param origin topic, partition and offset
 * @param published when the broker appended it
 * @param now wall-clock time
 */
record SourceRecord<V>(String stay, V value, Origin origin, Instant published, Instant now) {
    /** Returns the origin as text. It is the same when the record comes again after a crash. */
    String place() {
        return origin.getTopic() + "-" + origin.getPartition() + "-" + origin.getOffset();
    }
}
