package org.vigie.signal.clean;

import java.time.Duration;
import java.time.Instant;

/**
 * When a message came, and how far the clocks in it are believed. The broker's clock is the only one that no sender can set: what lies
 * ahead of it would hold the clock of a whole ward in the future.
 *
 * @param receivedTime on the ward's clock, which is never ahead of the wall clock; hours behind it when a past is played
 * @param publishedAt when the broker took it
 */
public record ArrivalTimes(Instant receivedTime, Instant publishedAt) {
    /** How far a clock may run ahead. */
    public static final Duration AHEAD = Duration.ofMinutes(5);

    /** A clock that differs by more was never set, or to the wrong day. */
    static final Duration ASTRAY = Duration.ofDays(1);

    /**
     * The time by which a bed's patient is found: the device's, unless it is more than a day off. Then the device's clock is wrong, and
     * the patient is the one who lies there now.
     */
    public Instant plausibleTime(Instant deviceTime) {
        boolean wrong = isAstray(deviceTime) || deviceTime.isAfter(now().plus(ASTRAY));
        return wrong ? now() : deviceTime;
    }

    /** More than a day before it came. */
    boolean isAstray(Instant at) {
        return at.isBefore(now().minus(ASTRAY));
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
