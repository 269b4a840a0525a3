package org.vigie.station.past;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.access.UnitScope;
import org.vigie.station.trend.LimitInForceSnapshot;

/**
 * Describes from what an earlier situation was built, and what changed since.
 *
 * @param at epoch ms: only records that the broker took before it are in the situation
 * @param readAt epoch ms at which it was read
 * @param records that were read
 * @param rules version of the alarm rules by whose limits the values are marked
 * @param limits alarm limits in force by bed, of the variables that the bed shows or has a limit of its own for
 * @param changes values of the situation that later records changed
 * @param changesUntil epoch ms: later records were searched up to it
 * @param heldFrom epoch ms from which the topics hold every record of the situation: what was measured before may be missing; absent when nothing is
 */
public record PastSituation(
        long at,
        long readAt,
        long records,
        String rules,
        Map<String, List<LimitInForceSnapshot>> limits,
        List<LaterChange> changes,
        long changesUntil,
        Long heldFrom) {
    public PastSituation {
        limits = Map.copyOf(limits);
        changes = List.copyOf(changes);
    }

    /** Returns what concerns the beds of some units. */
    PastSituation within(UnitScope scope) {
        Map<String, List<LimitInForceSnapshot>> own = new TreeMap<>(limits);
        own.keySet().removeIf(bed -> !scope.coversBed(bed));
        return new PastSituation(
                at,
                readAt,
                records,
                rules,
                own,
                changes.stream().filter(change -> scope.coversBed(change.bed())).toList(),
                changesUntil,
                heldFrom);
    }
}
