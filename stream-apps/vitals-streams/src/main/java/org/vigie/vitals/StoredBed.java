package org.vigie.vitals;

import java.time.Instant;
import org.vigie.signal.channel.BedSources;

/**
 * Holds the sources of each variable at a bed, with the followed one.
 *
 * @param offset offset of the newest raw record that is included
 * @param publishedAt when the broker appended that record
 */
record StoredBed(long offset, Instant publishedAt, BedSources sources) implements CleaningPart {
    static final StoredBed SILENT = new StoredBed(-1, Instant.EPOCH, BedSources.NONE);

    @Override
    public byte[] encoded(CleaningStateFormat format) {
        return format.beds().write(this);
    }
}
