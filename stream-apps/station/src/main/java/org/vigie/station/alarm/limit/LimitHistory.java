package org.vigie.station.alarm.limit;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;

/** Holds the last changes of the alarm limits of each patient, as the ledger records them. */
public final class LimitHistory {
    private static final int MOST = 100;

    private final Map<String, Deque<LimitChangeSnapshot>> byStay = new HashMap<>();

    /** Takes an entry of the ledger; entries about anything else change nothing. */
    public void take(Alert entry) {
        if (entry.getState() == AlertStateRecord.LIMIT_SET || entry.getState() == AlertStateRecord.LIMIT_EXPIRED) {
            Deque<LimitChangeSnapshot> changes = byStay.computeIfAbsent(entry.getStay(), stay -> new ArrayDeque<>());
            changes.addLast(LimitChangeSnapshot.of(entry));
            if (changes.size() > MOST) {
                changes.removeFirst();
            }
        }
    }

    /** Returns the changes of one stay, the newest first. */
    public List<LimitChangeSnapshot> of(String stay) {
        return byStay.getOrDefault(stay, new ArrayDeque<>()).stream()
                .sorted(Comparator.comparingLong(LimitChangeSnapshot::at).reversed())
                .toList();
    }
}
