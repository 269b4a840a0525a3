package org.vigie.signal.clean;

import java.time.Instant;
import java.util.Collections;
import java.util.List;

/**
 * What was found of one message.
 *
 * @param reasons one per reading, in their order
 * @param withdrawn for each reading what it takes back of what was kept, in the catalogue's unit
 * @param asOf for each reading when it was measured by the ward's clock; never after it was received
 * @param channels the device's channels after it
 */
public record CleaningResult(
        List<CleaningReason> reasons, List<List<Double>> withdrawn, List<Instant> asOf, DeviceChannels channels) {
    public CleaningResult {
        reasons = List.copyOf(reasons);
        withdrawn = List.copyOf(withdrawn);
        asOf = List.copyOf(asOf);
    }

    /** Every reading of a message has this reason, and takes nothing back. */
    public static CleaningResult all(CleaningReason reason, List<Reading> readings, DeviceChannels channels) {
        return new CleaningResult(
                Collections.nCopies(readings.size(), reason),
                Collections.nCopies(readings.size(), List.of()),
                readings.stream().map(Reading::measuredAt).toList(),
                channels);
    }
}
