package org.vigie.vitals;

import java.time.Instant;
import org.vigie.signal.channel.BedSources;

/**
 * Which sources of each variable a bed has, and which is followed.
 *
 * @param offset of the newest raw record that is in it
 * @param publishedAt when the broker took that
 */
record StoredBed(long offset, Instant publishedAt, BedSources sources) {
    static final StoredBed SILENT = new StoredBed(-1, Instant.EPOCH, BedSources.NONE);
}
