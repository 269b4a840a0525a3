package org.vigie.signal.clean;

import java.util.List;

/**
 * What was found of one message.
 *
 * @param reasons one per reading, in their order
 * @param channels the device's channels after it
 */
public record Judgement(List<Reason> reasons, Channels channels) {
    public Judgement {
        reasons = List.copyOf(reasons);
    }
}
