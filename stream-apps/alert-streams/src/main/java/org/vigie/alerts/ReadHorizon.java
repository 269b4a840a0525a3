package org.vigie.alerts;

import java.util.Set;

/**
 * Up to which instant all that the beds said has been taken in. A stay is silent only when nothing of it came before a later instant than
 * its last reading: what still lies unread in a topic is no silence.
 */
interface ReadHorizon {
    /** Whatever was said is taken in at once: there is no broker between a bed and the asking task. */
    ReadHorizon NOW = (clean, raw, now) -> now;

    /**
     * All that lay in these partitions at this instant is taken in by now. Times in ms since 1970, by the clock of this machine.
     *
     * @param clean partition of observations.clean that the asking task reads
     * @param raw partitions of observations.raw with what was said at the stay's beds
     * @return never after {@code now}; 0 when nothing is known
     */
    long of(int clean, Set<Integer> raw, long now);
}
