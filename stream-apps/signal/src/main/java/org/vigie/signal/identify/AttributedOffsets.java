package org.vigie.signal.identify;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * Holds the raw offsets of one partition that a stay has received with records that were attributed late.
 *
 * <p>Such records come in rounds, one for each change of the admission. A later round may have lower offsets than an earlier one, and a round
 * may come again after a crash. The highest offset does therefore not say which records were processed.
 *
 * @param floor offset up to which every record counts as processed; {@link #NOTHING} when none does
 * @param above processed offsets above the floor, in ascending order
 * @param publishedAt when the broker appended the newest of these raw records; {@link Instant#EPOCH} when it is unknown
 */
public record AttributedOffsets(long floor, long[] above, Instant publishedAt) {
    /** Time for which the records of a provisional stay are held for their patient. */
    public static final Duration HELD_FOR = Duration.ofHours(12);
    /** Largest number of records of a partition that are held. Older ones do not come again. */
    public static final int HELD = 30_000;
    /** Floor of a stay without such records. */
    public static final long NOTHING = -1;

    /** Twice the time for which records are held: a partition whose beds send little deletes them later. */
    private static final Duration SETTLED_AFTER = HELD_FOR.multipliedBy(2);

    public static final AttributedOffsets NONE = upTo(NOTHING);

    public AttributedOffsets {
        if (floor < NOTHING) {
            throw new IllegalArgumentException("floor: must be at least %d, was %d".formatted(NOTHING, floor));
        }
        if (above.length > 0 && above[0] <= floor) {
            throw new IllegalArgumentException("above: must be above the floor %d, was %d".formatted(floor, above[0]));
        }
    }

    /** Returns what a state says that knows only the highest offset. */
    public static AttributedOffsets upTo(long highest) {
        return new AttributedOffsets(highest, new long[0], Instant.EPOCH);
    }

    /** Returns true when the record of an offset was processed. */
    public boolean contains(long offset) {
        return offset <= floor || Arrays.binarySearch(above, offset) >= 0;
    }

    /** Returns the offsets with that of a record that the broker appended at a time. */
    public AttributedOffsets and(long offset, Instant published) {
        Instant newest = published.isAfter(publishedAt) ? published : publishedAt;
        if (contains(offset)) {
            return new AttributedOffsets(floor, above, newest);
        }
        long[] more = inserted(-1 - Arrays.binarySearch(above, offset), offset);
        return more.length > HELD
                ? new AttributedOffsets(more[0], Arrays.copyOfRange(more, 1, more.length), newest)
                : new AttributedOffsets(floor, more, newest);
    }

    private long[] inserted(int at, long offset) {
        long[] more = new long[above.length + 1];
        System.arraycopy(above, 0, more, 0, at);
        more[at] = offset;
        System.arraycopy(above, at, more, at + 1, above.length - at);
        return more;
    }

    /** Returns the highest offset alone once the stay has a record that is so much newer that none of these comes again. */
    public AttributedOffsets settledAt(Instant published) {
        return above.length > 0 && published.minus(SETTLED_AFTER).isAfter(publishedAt)
                ? new AttributedOffsets(above[above.length - 1], new long[0], publishedAt)
                : this;
    }
}
