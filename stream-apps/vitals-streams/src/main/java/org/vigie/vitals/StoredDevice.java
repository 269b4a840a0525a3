package org.vigie.vitals;

import java.time.Instant;
import org.vigie.signal.clean.DeviceChannels;

/**
 * Holds the channels of a device at a bed.
 *
 * @param offset offset of the newest raw record that is included
 * @param publishedAt when the broker appended that record
 */
record StoredDevice(long offset, Instant publishedAt, DeviceChannels channels) implements CleaningPart {
    static final StoredDevice SILENT = new StoredDevice(-1, Instant.EPOCH, DeviceChannels.SILENT);

    @Override
    public byte[] encoded(CleaningStateFormat format) {
        return format.devices().write(this);
    }
}
