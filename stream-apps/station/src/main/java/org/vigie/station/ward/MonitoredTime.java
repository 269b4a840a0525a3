package org.vigie.station.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vigie.station.alarm.service.MonitoredTimeSnapshot;
import org.vigie.station.stay.StayView;

/** Counts for how many bed-hours of the last two hours monitors sent values. It counts anew every 5 seconds. */
final class MonitoredTime {
    private static final int SPAN_HOURS = 2;
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final double MINUTES = 60;

    private Instant countedAt = Instant.EPOCH;
    private MonitoredTimeSnapshot counted = new MonitoredTimeSnapshot(SPAN_HOURS, 0, 0);

    /**
     * Returns the bed-hours.
     *
     * @param stays the stays that lie on the beds
     * @param now on the ward's clock
     * @param wall the station's clock
     */
    MonitoredTimeSnapshot of(List<StayView> stays, Instant now, Instant wall) {
        if (!wall.isBefore(countedAt.plus(EVERY)) || stays.size() != counted.beds()) {
            Instant from = now.minus(Duration.ofHours(SPAN_HOURS));
            int minutes = stays.stream()
                    .mapToInt(stay -> stay.trends().monitoredMinutes(from))
                    .sum();
            counted = new MonitoredTimeSnapshot(SPAN_HOURS, minutes / MINUTES, stays.size());
            countedAt = wall;
        }
        return counted;
    }
}
