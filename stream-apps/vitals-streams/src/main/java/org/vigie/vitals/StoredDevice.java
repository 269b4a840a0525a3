package org.vigie.vitals;

import java.time.Instant;
import org.vigie.signal.clean.DeviceChannels;

/**
 * What a device at a bed has said.
 *
 * @param offset of the newest raw record that is in it
 * @param publishedAt when the broker took that
 */
record StoredDevice(long offset, Instant publishedAt, DeviceChannels channels) {
    static final StoredDevice SILENT = new StoredDevice(-1, Instant.EPOCH, DeviceChannels.SILENT);
}
