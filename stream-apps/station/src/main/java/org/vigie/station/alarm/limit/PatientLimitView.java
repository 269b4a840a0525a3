package org.vigie.station.alarm.limit;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertLimit;
import org.vigie.schemas.AlertStateRecord;

/** Holds the alarm limits that users set for single patients, as the ledger records them. */
public final class PatientLimitView {
    private final Map<String, Map<String, PatientLimitSnapshot>> byStay = new HashMap<>();

    /** Returns whether the entry concerns a patient limit. */
    public boolean take(Alert entry) {
        if (entry.getState() == AlertStateRecord.LIMIT_SET) {
            of(entry).put(place(entry.getLimits().get(0)), PatientLimitSnapshot.of(entry));
        } else if (entry.getState() == AlertStateRecord.LIMIT_EXPIRED) {
            of(entry).remove(place(entry.getLimits().get(0)));
        } else {
            return false;
        }
        byStay.values().removeIf(Map::isEmpty);
        return true;
    }

    public List<PatientLimitSnapshot> of(String stay) {
        return byStay.getOrDefault(stay, Map.of()).values().stream()
                .sorted(Comparator.comparing(PatientLimitSnapshot::variable)
                        .thenComparing(PatientLimitSnapshot::side)
                        .thenComparing(PatientLimitSnapshot::limit))
                .toList();
    }

    private Map<String, PatientLimitSnapshot> of(Alert entry) {
        return byStay.computeIfAbsent(entry.getStay(), stay -> new HashMap<>());
    }

    private static String place(AlertLimit limit) {
        return limit.getVariable() + " " + limit.getSide() + " " + limit.getPriority();
    }
}
