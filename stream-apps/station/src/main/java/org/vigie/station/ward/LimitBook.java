package org.vigie.station.ward;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertLimit;
import org.vigie.schemas.AlertState;

/** The limits that were set for single patients, as the ledger tells them. */
final class LimitBook {
    private final Map<String, Map<String, LimitPicture>> byStay = new HashMap<>();

    /** @return whether it concerns a patient's limit */
    boolean take(Alert entry) {
        if (entry.getState() == AlertState.LIMIT_SET) {
            of(entry).put(place(entry.getLimits().get(0)), LimitPicture.of(entry));
        } else if (entry.getState() == AlertState.LIMIT_EXPIRED) {
            of(entry).remove(place(entry.getLimits().get(0)));
        } else {
            return false;
        }
        byStay.values().removeIf(Map::isEmpty);
        return true;
    }

    List<LimitPicture> of(String stay) {
        return byStay.getOrDefault(stay, Map.of()).values().stream()
                .sorted(Comparator.comparing(LimitPicture::variable)
                        .thenComparing(LimitPicture::side)
                        .thenComparing(LimitPicture::limit))
                .toList();
    }

    private Map<String, LimitPicture> of(Alert entry) {
        return byStay.computeIfAbsent(entry.getStay(), stay -> new HashMap<>());
    }

    private static String place(AlertLimit limit) {
        return limit.getVariable() + " " + limit.getSide() + " " + limit.getPriority();
    }
}
