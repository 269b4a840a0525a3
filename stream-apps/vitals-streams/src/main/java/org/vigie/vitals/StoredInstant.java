package org.vigie.vitals;

import java.time.Instant;
import java.util.List;
import org.vigie.signal.clean.InstantHistory.ChannelReport;

/**
 * Holds the streamed values of one device at one instant.
 *
 * @param at instant by the device's clock
 */
record StoredInstant(Instant at, List<ChannelReport> reports) implements CleaningPart {
    StoredInstant {
        reports = List.copyOf(reports);
    }

    @Override
    public byte[] encoded(CleaningStateFormat format) {
        return format.instants().write(this);
    }
}
