package org.vigie.vitals;

import java.time.Instant;
import java.util.List;
import org.vigie.signal.clean.CleaningReason;
import org.vigie.signal.identify.StayAssignment;

/**
 * What was decided of a message, to decide it again in the very same way.
 *
 * @param offset of its raw record in the task's one raw partition
 * @param publishedAt when the broker took it
 * @param withdrawn for each reading what it takes back of what was kept
 * @param asOf for each reading when it was measured by the ward's clock; none at all where the device's stamps are believed
 * @param followed for each reading whether its channel was followed
 */
record StoredMessage(
        long offset,
        Instant publishedAt,
        StayAssignment identity,
        List<CleaningReason> reasons,
        List<List<Double>> withdrawn,
        List<Instant> asOf,
        List<Boolean> followed) {
    StoredMessage {
        reasons = List.copyOf(reasons);
        withdrawn = List.copyOf(withdrawn);
        asOf = List.copyOf(asOf);
        followed = List.copyOf(followed);
    }
}
