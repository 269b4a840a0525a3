package org.vigie.vitals;

import org.vigie.signal.clean.ChannelKey;
import org.vigie.signal.clean.ChannelState;

/** Holds a channel of a device whose variable is not continuous. It changes seldom and keeps many values. */
record StoredChannel(ChannelKey key, ChannelState state) implements CleaningPart {
    @Override
    public byte[] encoded(CleaningStateFormat format) {
        return format.channels().write(this);
    }
}
