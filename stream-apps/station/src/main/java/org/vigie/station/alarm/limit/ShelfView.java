package org.vigie.station.alarm.limit;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;

/** Holds the shelved rules of each stay, by the entries of the ledger. */
public final class ShelfView {
    private final Map<String, Map<String, ShelfSnapshot>> byStay = new HashMap<>();

    /** Returns whether the entry concerns a shelf. */
    public boolean take(Alert entry) {
        boolean begins = entry.getState() == AlertStateRecord.SHELVED
                && entry.getCondition() != null
                && entry.getCondition().getShelvedUntil() != null;
        if (begins) {
            byStay.computeIfAbsent(entry.getStay(), stay -> new HashMap<>())
                    .put(entry.getRule(), ShelfSnapshot.of(entry));
        } else if (entry.getState() == AlertStateRecord.UNSHELVED) {
            byStay.getOrDefault(entry.getStay(), new HashMap<>()).remove(entry.getRule());
            byStay.values().removeIf(Map::isEmpty);
        }
        return begins || entry.getState() == AlertStateRecord.UNSHELVED;
    }

    /**
     * Returns the shelves of a stay that are in force, the one that ends first in front.
     *
     * @param now on the ward's clock
     * @param limits names the rules
     */
    public List<ShelfSnapshot> of(String stay, Instant now, BedAlarmLimits limits) {
        return byStay.getOrDefault(stay, Map.of()).values().stream()
                .filter(shelf -> shelf.until() > now.toEpochMilli())
                .map(shelf -> shelf.named(limits))
                .sorted(Comparator.comparing(ShelfSnapshot::until).thenComparing(ShelfSnapshot::rule))
                .toList();
    }
}
