package org.vigie.vitals;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.signal.channel.BedSources;
import org.vigie.signal.channel.SteadySources;
import org.vigie.signal.clean.Reading;

/** Holds the sources of each variable at a bed, with the followed one. Steady messages change them in place. */
final class StoredBed implements CleaningPart {
    static final StoredBed SILENT = new StoredBed(-1, Instant.EPOCH, BedSources.NONE);

    private final BedSources start;
    private long offset;
    private Instant publishedAt;
    private @Nullable SteadySources steady;

    /**
     * Creates a bed.
     *
     * @param offset offset of the newest raw record that is included
     * @param publishedAt when the broker appended that record
     */
    StoredBed(long offset, Instant publishedAt, BedSources sources) {
        this.offset = offset;
        this.publishedAt = publishedAt;
        this.start = sources;
    }

    long offset() {
        return offset;
    }

    Instant publishedAt() {
        return publishedAt;
    }

    BedSources sources() {
        return steady == null ? start : steady.sources();
    }

    /** Returns true when each reading is of the only source of its variable; see {@link SteadySources}. */
    boolean areOnlySources(String device, List<Reading> readings) {
        return !start.byVariable().isEmpty() && inPlace().areOnlySources(device, readings);
    }

    /** Takes a steady message of these only sources. */
    void take(RawObservation raw, List<Reading> readings) {
        inPlace().take(readings, raw.observation().getReceivedTime());
        offset = raw.offset();
        publishedAt = raw.publishedAt();
    }

    private SteadySources inPlace() {
        SteadySources held = steady;
        if (held == null) {
            held = new SteadySources(start);
            steady = held;
        }
        return held;
    }

    /** Returns a copy that steady messages of this bed do not change. */
    StoredBed copy() {
        return new StoredBed(offset, publishedAt, sources());
    }

    @Override
    public byte[] encoded(CleaningStateFormat format) {
        return format.beds().write(this);
    }

    /** Returns true for the same stored content. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredBed bed
                && offset == bed.offset
                && publishedAt.equals(bed.publishedAt)
                && sources().equals(bed.sources());
    }

    @Override
    public int hashCode() {
        return Objects.hash(offset, publishedAt, sources());
    }
}
