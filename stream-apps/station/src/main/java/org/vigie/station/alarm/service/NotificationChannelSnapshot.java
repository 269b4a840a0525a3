package org.vigie.station.alarm.service;

import java.time.Duration;
import java.time.Instant;
import org.vigie.schemas.NotificationStatus;

/**
 * Shows whether a channel works that notifies people away from a screen.
 *
 * @param working false while the channel delivers no alarm
 * @param since epoch ms (wall) since when it works, or has failed
 * @param waiting records that it has not read yet
 * @param error text of its last failure; absent while it works
 * @param sentAt epoch ms (wall) of its last status
 * @param limitMs beyond this age of {@code sentAt} its state is unknown
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
    /** Each channel sends its status every 30 s. */
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
