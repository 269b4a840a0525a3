package org.vigie.station.health;

import java.util.List;
import java.util.Map;

/**
 * Shows what happened to the readings of one sender. The gateway counts {@code readings = published + leftOut}. Each published reading is
 * later kept, suspect, retracted or rejected, as far as this station has read.
 *
 * @param protocols by which it sends; empty for what does not come through the gateway
 * @param since epoch ms (wall) when the gateway's count began; absent without one
 * @param readings in its messages; absent, like the next three, for what does not come through the gateway
 * @param published readings that went to {@code observations.raw}
 * @param late readings that were left out first, and published when their code was mapped
 * @param leftOut readings that were left out
 * @param rejected readings, duplicates included
 * @param reasons why readings were left out, were suspect or were rejected: readings by reason, most first
 */
public record SenderSnapshot(
        String sender,
        List<String> protocols,
        Long since,
        Long readings,
        Long published,
        Long late,
        Long leftOut,
        long kept,
        long suspect,
        long retracted,
        long rejected,
        Map<String, Long> reasons) {}
