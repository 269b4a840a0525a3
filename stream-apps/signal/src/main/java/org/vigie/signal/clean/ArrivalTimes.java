package org.vigie.signal.clean;

import java.time.Duration;
import java.time.Instant;

/**
 * Holds the times at which the ward received a message and the broker appended it.
 *
 * <p>They limit the times that are accepted in the message. No sender can set the broker's clock. A time ahead of it would move the clock
 * of a whole ward into the future.
 *
 * @param receivedTime time of receipt on the ward's clock, which is never ahead of the wall clock; hours behind it during a playback
 * @param publishedAt when the broker appended the record
 */
public record ArrivalTimes(Instant receivedTime, Instant publishedAt) {
    /** Largest accepted lead of a clock. */
    public static final Duration AHEAD = Duration.ofMinutes(5);

    /** A clock that differs by more was never set, or was set to a wrong day. */
    static final Duration ASTRAY = Duration.ofDays(1);

    /**
     * Returns the time at which a bed's patient is looked up: the device's time. If that is more than a day off, the device's clock is
     * wrong, and the present patient is used.
     */
    public Instant plausibleTime(Instant deviceTime) {
        boolean wrong = isAstray(deviceTime) || deviceTime.isAfter(now().plus(ASTRAY));
        return wrong ? now() : deviceTime;
    }

    /** Returns true for a time more than a day before the message was received. */
    boolean isAstray(Instant at) {
        return at.isBefore(now().minus(ASTRAY));
    }

    /**
     * Returns true when a measurement is clearly neither astray nor from the future. It is false within the last second before these
     * limits.
     */
    boolean isNear(Instant at) {
        long arrived = Math.min(receivedTime.getEpochSecond(), publishedAt.getEpochSecond());
        return receivedTime.getEpochSecond() < publishedAt.getEpochSecond() + AHEAD.toSeconds() - 1
                && at.getEpochSecond() < arrived + AHEAD.toSeconds() - 1
                && at.getEpochSecond() > arrived - ASTRAY.toSeconds() + 1;
    }

    boolean isFromTheFuture() {
        return receivedTime.isAfter(latestReceived());
    }

    Instant latestReceived() {
        return publishedAt.plus(AHEAD);
    }

    Instant latestMeasured() {
        return now().plus(AHEAD);
    }

    private Instant now() {
        return receivedTime.isBefore(publishedAt) ? receivedTime : publishedAt;
    }
}
