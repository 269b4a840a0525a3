package org.vigie.testing.story;

import java.time.Instant;
import org.vigie.schemas.NotificationStatus;

/** Tells the state of one notification channel, for example {@code mail}. Its receiver took twelve notifications. */
public final class NotificationChannelStory {
    private static final long DELIVERED = 12;

    private final String channel;

    /** @param channel alertmanager, webhook, mail or ihe-acm */
    public NotificationChannelStory(String channel) {
        this.channel = channel;
    }

    public NotificationStatus working(Instant since) {
        return new NotificationStatus(channel, true, since, DELIVERED, 0L, 0L, null);
    }

    public NotificationStatus failing(Instant since, String why) {
        return new NotificationStatus(channel, false, since, DELIVERED, 0L, 0L, why);
    }
}
