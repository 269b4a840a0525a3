package org.vigie.alerts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.signal.alert.StayWatch;
import org.vigie.signal.triage.Shown;

/**
 * What is remembered of one stay.
 *
 * @param bed where it was last seen
 * @param taken highest raw offset that was taken in, by raw partition
 * @param shown the triage on the screen; none or one
 */
record StayMemory(StayWatch watch, String bed, Map<Integer, Long> taken, Risk risk, List<Shown> shown) {
    StayMemory {
        taken = Map.copyOf(taken);
        shown = List.copyOf(shown);
    }

    static StayMemory of(String stay) {
        return new StayMemory(new StayWatch(stay), "", Map.of(), Risk.NONE, List.of());
    }

    boolean hasTaken(int partition, long offset) {
        return offset <= taken.getOrDefault(partition, -1L);
    }

    StayMemory taking(int partition, long offset, String newBed) {
        Map<Integer, Long> more = new HashMap<>(taken);
        more.put(partition, offset);
        return new StayMemory(watch, newBed, more, risk, shown);
    }

    StayMemory with(Risk newRisk) {
        return new StayMemory(watch, bed, taken, newRisk, shown);
    }

    StayMemory with(Shown newShown) {
        return new StayMemory(watch, bed, taken, risk, List.of(newShown));
    }
}
