package org.vigie.vitals;

import java.time.Instant;
import org.vigie.signal.clean.Channels;

/**
 * What a device at a bed has said.
 *
 * @param offset of the newest raw record that is in it
 * @param publishedAt when the broker took that
 */
record RememberedDevice(long offset, Instant publishedAt, Channels channels) {
    static final RememberedDevice SILENT = new RememberedDevice(-1, Instant.EPOCH, Channels.SILENT);
}
