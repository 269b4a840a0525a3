package org.vigie.analytics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vigie.schemas.AlarmEpisode;

/** Finds the floods among the alarms of one unit. Between two alarms a flood ends when enough alarms are older than 10 minutes. */
final class FloodDetector {
    private final String unit;
    private final double nurses;
    private final List<AlarmFlood> floods = new ArrayList<>();
    private RecentAlarms recent = RecentAlarms.NOTHING;
    private Instant begun;
    private int count;

    FloodDetector(String unit, double nurses) {
        this.unit = unit;
        this.nurses = nurses;
    }

    /**
     * Returns the floods in the order of time.
     *
     * @param alarms of the unit, by rising time
     * @param end of the period; a flood that goes on ends there
     */
    List<AlarmFlood> floods(List<AlarmEpisode> alarms, Instant end) {
        alarms.forEach(this::add);
        if (begun != null) {
            Instant over = end(end);
            close(over == null ? end : over);
        }
        return List.copyOf(floods);
    }

    private void add(AlarmEpisode alarm) {
        Instant over = begun == null ? null : end(alarm.getRaisedAt());
        if (over != null) {
            close(over);
            recent = recent.until(over, nurses);
        }
        recent = recent.with(alarm.getAlert(), alarm.getRaisedAt(), nurses);
        if (recent.flood() && begun == null) {
            begun = alarm.getRaisedAt();
            count = 0;
        }
        count++;
    }

    private void close(Instant over) {
        floods.add(new AlarmFlood(unit, begun, over, count));
        begun = null;
    }

    /** Returns when the flood ends at or before {@code until}; null when it goes on. */
    private Instant end(Instant until) {
        return recent.raised().values().stream()
                .map(raised -> raised.plus(RecentAlarms.SHORT))
                .filter(leaving -> leaving.isAfter(recent.at()) && !leaving.isAfter(until))
                .sorted()
                .filter(leaving -> !recent.until(leaving, nurses).flood())
                .findFirst()
                .orElse(null);
    }
}
