package org.vigie.alerts.record;

import java.time.Duration;
import java.time.Instant;
import org.vigie.schemas.RejectedReading;

/** Holds the times of a reading that was rejected because of an equipment fault. */
public record RejectedReadingTimes(RejectedReading rejected) {
    /** Returns the time of receipt. If it is later than the broker's time, the broker's time is used, because no sender can set it. */
    public Instant received() {
        Instant published = rejected.getPublishedAt();
        return rejected.getReceivedTime().isAfter(published) ? published : rejected.getReceivedTime();
    }

    /** Returns how far the sender's clock runs ahead; zero when it does not. */
    public Duration clockAhead() {
        Instant newest = later(rejected.getReading().getMeasuredAt(), rejected.getReceivedTime());
        return Duration.between(received(), later(newest, received()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
