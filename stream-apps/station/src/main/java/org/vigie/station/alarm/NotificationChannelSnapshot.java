package org.vigie.station.alarm;

import java.time.Duration;
import java.time.Instant;
import org.vigie.schemas.NotificationStatus;

/**
 * A channel by which those are called who are not before a screen.
 *
 * @param working false while nobody is told by it
 * @param since epoch ms (wall) since when it works, or does not
 * @param waiting records that it has not looked at yet
 * @param error its last failure in words; absent while it works
 * @param sentAt epoch ms (wall) at which it last said how it does
 * @param limitMs beyond this age of {@code sentAt} nobody knows whether it works
 */
public record NotificationChannelSnapshot(
        String channel,
        boolean working,
        long since,
        long delivered,
        long refused,
        long waiting,
        String error,
        long sentAt,
        long limitMs) {
    /** Each says how it does every 30 s. */
    private static final Duration LIMIT = Duration.ofSeconds(90);

    static NotificationChannelSnapshot of(NotificationStatus status, Instant sentAt) {
        return new NotificationChannelSnapshot(
                status.getChannel(),
                status.getWorking(),
                status.getSince().toEpochMilli(),
                status.getDelivered(),
                status.getRefused(),
                status.getWaiting(),
                status.getError(),
                sentAt.toEpochMilli(),
                LIMIT.toMillis());
    }
}
