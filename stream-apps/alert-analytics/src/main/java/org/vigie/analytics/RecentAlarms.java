package org.vigie.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vigie.schemas.AlarmLoad;

/**
 * Holds the alarms of one unit over the last two hours of event time, and whether they are an alarm flood.
 *
 * <p>ISA-18.2: a flood begins when an operator gets more than 10 alarms in 10 minutes. It ends when the number falls below 5.
 *
 * @param raised time of each alarm, by alert; a repeated alert counts once
 * @param at newest event time that was seen
 */
record RecentAlarms(Map<String, Instant> raised, Instant at, boolean flood) {
    static final RecentAlarms NOTHING = new RecentAlarms(Map.of(), Instant.EPOCH, false);
    static final Duration SHORT = Duration.ofMinutes(10);
    static final Duration LONG = Duration.ofHours(2);

    private static final int FLOOD_BEGINS_ABOVE = 10;
    private static final int FLOOD_ENDS_BELOW = 5;

    RecentAlarms {
        raised = Map.copyOf(raised);
    }

    RecentAlarms with(String alert, Instant raisedAt, double nurses) {
        Map<String, Instant> more = new LinkedHashMap<>(raised);
        more.putIfAbsent(alert, raisedAt);
        return new RecentAlarms(more, at, flood).until(raisedAt, nurses);
    }

    /** Returns the recent alarms at {@code now}. Time never goes back: an earlier {@code now} counts as {@link #at}. */
    RecentAlarms until(Instant now, double nurses) {
        Instant then = now.isAfter(at) ? now : at;
        Map<String, Instant> kept = new LinkedHashMap<>(raised);
        kept.values().removeIf(each -> !each.isAfter(then.minus(LONG)));
        var moved = new RecentAlarms(kept, then, flood);
        double each = moved.within(SHORT) / nurses;
        return new RecentAlarms(kept, then, flood ? each >= FLOOD_ENDS_BELOW : each > FLOOD_BEGINS_ABOVE);
    }

    /** Returns the number of alarms raised in the given time before {@link #at}, including that instant. */
    int within(Duration before) {
        return (int) raised.values().stream()
                .filter(each -> each.isAfter(at.minus(before)) && !each.isAfter(at))
                .count();
    }

    AlarmLoad load(String unit, double nurses, double target) {
        double perNurse = within(LONG) * (double) SHORT.toMinutes() / LONG.toMinutes() / nurses;
        return new AlarmLoad(unit, at, within(SHORT), within(LONG), flood, nurses, perNurse, target, perNurse / target);
    }
}
