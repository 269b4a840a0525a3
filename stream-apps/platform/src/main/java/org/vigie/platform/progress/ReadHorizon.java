package org.vigie.platform.progress;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Gives the instant up to which everything that the beds sent has been processed.
 *
 * <p>A stay is silent only if it sent nothing until an instant later than its last reading. A reading that still waits in a topic is no
 * silence.
 */
public interface ReadHorizon {
    /** Horizon for readings that are processed at once, without a broker between bed and task. */
    ReadHorizon NOW = (clean, raw, now) -> now;

    /**
     * Returns the instant up to which all readings of these partitions are processed. Times are in ms since 1970, by this machine's clock.
     *
     * @param clean partition of observations.clean that the calling task reads
     * @param raw partitions of observations.raw with the readings of the stay's beds
     * @return never after {@code now}; 0 when nothing is known
     */
    long of(int clean, Set<Integer> raw, long now);

    /**
     * Returns when this process went on after it was halted for some seconds; empty when it has run for a while since. Another process may
     * read its partitions at first, and its own state may be old.
     */
    default Optional<Instant> resumedAt() {
        return Optional.empty();
    }
}
