package org.vigie.notifications.delivery;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.notifications.channel.NotificationChannel;
import org.vigie.notifications.channel.NotificationChannel.DeliveryFailedException;
import org.vigie.notifications.channel.NotificationChannel.DeliveryRefusedException;
import org.vigie.platform.retry.ExponentialBackoff;

/**
 * Lets a channel that shows the open alarms send them from time to time, more and more rarely while its receiver does not accept them. One
 * thread uses it.
 */
final class OpenAlarmTicks {
    private static final Logger LOG = LoggerFactory.getLogger(OpenAlarmTicks.class);

    private final NotificationChannel channel;
    private final ExponentialBackoff backoff;
    private final ChannelStatusReporter status;
    private int failed;
    private Instant next = Instant.MIN;

    OpenAlarmTicks(NotificationChannel channel, ExponentialBackoff backoff, ChannelStatusReporter status) {
        this.channel = channel;
        this.backoff = backoff;
        this.status = status;
    }

    /** Lets a change wait for no pause after an earlier failure. */
    void changed() {
        next = Instant.MIN;
    }

    void tick(Instant now) {
        if (now.isBefore(next)) {
            return;
        }
        try {
            channel.tick(now);
            worked();
        } catch (DeliveryRefusedException e) {
            warnOnce(e);
            status.refused(channel.name(), e.getMessage());
            next = now.plus(backoff.pause(++failed));
        } catch (DeliveryFailedException e) {
            status.failed(channel.name(), e.getMessage());
            next = now.plus(backoff.pause(++failed));
        }
    }

    /** After a failure a tick sends the open alarms anew, so that it proves something. Only a delivery proves that a calling channel works. */
    private void worked() {
        failed = 0;
        if (channel.mirrors()) {
            status.works(channel.name());
        }
    }

    private void warnOnce(DeliveryRefusedException why) {
        if (failed == 0) {
            LOG.warn(
                    "Channel {} refuses the open alarms, which are sent again at each change and after longer and longer pauses: {}",
                    channel.name(),
                    why.getMessage());
        }
    }
}
