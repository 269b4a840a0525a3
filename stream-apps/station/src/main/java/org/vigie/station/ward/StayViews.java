package org.vigie.station.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.vigie.station.stay.StayView;

/** Holds the views of all stays of which records came. */
final class StayViews {
    private static final Duration KEPT = Duration.ofDays(1);

    private final Map<String, StayView> views = new HashMap<>();

    /** Returns the view of a stay; an empty one for a stay without records. */
    StayView of(String stay) {
        return views.computeIfAbsent(stay, ignored -> new StayView());
    }

    /** Removes stays that lie on no bed and had no records for a day. */
    void forget(Instant now, Predicate<String> isOnABed) {
        views.entrySet()
                .removeIf(stay -> stay.getValue().silentSince(now.minus(KEPT)) && !isOnABed.test(stay.getKey()));
    }
}
