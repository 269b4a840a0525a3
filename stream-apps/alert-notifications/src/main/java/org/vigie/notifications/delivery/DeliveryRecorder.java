package org.vigie.notifications.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.notifications.channel.DeliveryReceipt;
import org.vigie.notifications.channel.NotificationChannel;
import org.vigie.notifications.channel.NotificationRules;
import org.vigie.notifications.source.AlertSource;
import org.vigie.schemas.Alert;

/**
 * Records what became of each try of a channel: in its status, in the state of the call, and in the log.
 *
 * @param oldest a call that waited longer is not sent
 */
record DeliveryRecorder(
        NotificationChannel channel,
        Duration oldest,
        ChannelStatusReporter status,
        CallDeliveries deliveries,
        Clock clock) {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRecorder.class);

    /** Returns true when a call has waited too long for its receiver. */
    boolean isTooOld(Instant requested) {
        return requested.plus(oldest).isBefore(clock.instant());
    }

    /** Records an attempt. A channel that shows the present state makes no calls. */
    void attempted(Alert alert) {
        if (!channel.mirrors()) {
            deliveries.attempted(alert);
        }
    }

    void delivered(Alert alert, DeliveryReceipt receipt) {
        if (!channel.mirrors()) {
            warnIfMissed(alert, receipt);
            status.delivered(channel.name());
            deliveries.accepted(alert, receipt);
            deliveries.ended(alert);
        }
    }

    private void warnIfMissed(Alert alert, DeliveryReceipt receipt) {
        if (!receipt.missed().isEmpty()) {
            LOG.warn(
                    "Alarm {} was sent by channel {}, but not to {}",
                    NotificationRules.key(alert),
                    channel.name(),
                    receipt.missed());
        }
    }

    /** Records that a call came too late for its receiver, so that the page shows its failure. */
    void skipped(Alert alert, AlertSource source) {
        String why = "waited longer than " + oldest;
        status.skipped(channel.name(), why);
        attempted(alert);
        deliveries.failed(alert, why);
        source.skipped(alert);
    }

    void refused(Alert alert, String why) {
        LOG.warn(
                "Alarm {} was refused by channel {} and is not tried again: {}",
                NotificationRules.key(alert),
                channel.name(),
                why);
        status.refused(channel.name(), why);
        deliveries.failed(alert, why);
    }

    /** Records that the receiver does not have a call yet. */
    void failed(Alert alert, String why) {
        status.failed(channel.name(), why);
        deliveries.failed(alert, why);
    }

    /** Records that the end of an alarm waits. */
    void endWaits(Alert alert, String why) {
        LOG.warn("End of alarm {} waits: channel {} {}", NotificationRules.key(alert), channel.name(), why);
        status.refused(channel.name(), why);
    }
}
