package org.vigie.replay.ward;

import java.util.Arrays;
import org.vigie.replay.namespace.ReplayNamespace;
import org.vigie.schemas.Origin;

/**
 * Restores the places of raw records. A topology without a broker numbers the records that it reads; a replayed verdict must name the
 * partition and the offset of the ward's record.
 */
final class RawRecordPlaces {
    private static final int OFFSET_BITS = 48;
    private static final long OFFSETS = (1L << OFFSET_BITS) - 1;

    private final String replayed;
    private final String recorded;
    private long[] places = new long[1_024];
    private int size;

    RawRecordPlaces(ReplayNamespace namespace) {
        this.replayed = namespace.topics().observationsRaw().name();
        this.recorded = namespace.wardTopic(replayed);
    }

    /** Takes the place of the next record that the topology reads. */
    void add(WardRecord raw) {
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size);
        }
        places[size++] = (long) raw.partition() << OFFSET_BITS | raw.offset();
    }

    /** Returns the ward's place of a record that the topology numbered. */
    Origin restored(Origin numbered) {
        if (!numbered.getTopic().equals(replayed)) {
            return numbered;
        }
        long place = places[Math.toIntExact(numbered.getOffset())];
        return new Origin(recorded, (int) (place >>> OFFSET_BITS), place & OFFSETS, numbered.getIndex());
    }
}
