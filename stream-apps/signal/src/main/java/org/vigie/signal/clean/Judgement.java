package org.vigie.signal.clean;

import java.util.Collections;
import java.util.List;

/**
 * What was found of one message.
 *
 * @param reasons one per reading, in their order
 * @param withdrawn for each reading what it takes back of what was kept, in the catalogue's unit
 * @param channels the device's channels after it
 */
public record Judgement(List<Reason> reasons, List<List<Double>> withdrawn, Channels channels) {
    public Judgement {
        reasons = List.copyOf(reasons);
        withdrawn = List.copyOf(withdrawn);
    }

    /** Every reading of a message has this reason, and takes nothing back. */
    public static Judgement all(Reason reason, int readings, Channels channels) {
        return new Judgement(Collections.nCopies(readings, reason), Collections.nCopies(readings, List.of()), channels);
    }
}
