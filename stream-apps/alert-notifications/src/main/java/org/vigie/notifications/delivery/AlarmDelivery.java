package org.vigie.notifications.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.notifications.channel.DeliveryReceipt;
import org.vigie.notifications.channel.NotificationChannel;
import org.vigie.notifications.channel.NotificationChannel.DeliveryFailedException;
import org.vigie.notifications.channel.NotificationChannel.DeliveryRefusedException;
import org.vigie.notifications.channel.NotificationRules;
import org.vigie.notifications.source.AlertSource;
import org.vigie.schemas.Alert;

/**
 * Delivers single alarms to one channel, and records what became of each try.
 *
 * <p>An alarm holds back the later ones until it is accepted, refused or too old. A receiver that answers and cannot process one alarm does
 * not hold back the later ones for long: after some tries this alarm counts as refused, and its next message is delivered again. The end of
 * an alarm is never too old, and is tried again after the others: without it a receiver goes on to alarm.
 *
 * @param oldest an alarm that waited longer is not sent
 */
record AlarmDelivery(
        NotificationChannel channel,
        Duration oldest,
        ChannelStatusReporter status,
        CallDeliveries deliveries,
        UnprocessedAlarms unprocessed,
        Clock clock) {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmDelivery.class);

    /** Signals that the alarm must be sent again. */
    static final class DeliveryPendingException extends RuntimeException {
        private static final long serialVersionUID = 1;

        DeliveryPendingException(DeliveryFailedException cause) {
            super(cause);
        }
    }

    /** Returns an attempt to deliver an alarm. It throws {@link DeliveryPendingException} until it is done with the alarm. */
    Runnable attempt(ConsumerRecord<String, Alert> record, AlertSource source) {
        var answered = new AtomicInteger();
        unprocessed.superseded(record.value());
        return () -> {
            if (!channel.mirrors() && !UnprocessedAlarms.isEnd(record.value()) && isTooOld(record)) {
                skip(record.value(), source);
            } else {
                deliver(record.value(), source, answered);
            }
        };
    }

    /** Tries once more the ends that the receiver could not process, until it cannot process one. */
    void deliverKeptEnds() {
        for (Optional<Alert> end = unprocessed.nextEnd(); end.isPresent(); end = unprocessed.nextEnd()) {
            deliverKept(end.get());
        }
    }

    private void deliverKept(Alert end) {
        try {
            delivered(end, channel.deliver(end));
        } catch (DeliveryRefusedException e) {
            refused(end, String.valueOf(e.getMessage()));
        } catch (DeliveryFailedException e) {
            unprocessed.keep(end);
        }
    }

    private boolean isTooOld(ConsumerRecord<String, Alert> record) {
        return Instant.ofEpochMilli(record.timestamp()).plus(oldest).isBefore(clock.instant());
    }

    /** Records that a call came too late for its receiver, so that the page shows its failure. */
    private void skip(Alert alert, AlertSource source) {
        String why = "waited longer than " + oldest;
        status.skipped(channel.name(), why);
        attempted(alert);
        deliveries.failed(alert, why);
        source.skipped(alert);
    }

    private void deliver(Alert alert, AlertSource source, AtomicInteger answered) {
        try {
            attempted(alert);
            delivered(alert, channel.deliver(alert));
        } catch (DeliveryRefusedException e) {
            refused(alert, String.valueOf(e.getMessage()));
        } catch (DeliveryFailedException e) {
            if (e.isAnswered() && unprocessed.isTriedEnough(alert, answered.incrementAndGet())) {
                giveUp(alert, e.getMessage() + (answered.get() > 1 ? " (" + answered + " times)" : ""), source);
            } else {
                failed(alert, e, source);
            }
        }
    }

    /** A channel that shows the present state makes no calls. */
    private void attempted(Alert alert) {
        if (!channel.mirrors()) {
            deliveries.attempted(alert);
        }
    }

    private void delivered(Alert alert, DeliveryReceipt receipt) {
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

    /** Gives up an alarm for now: its end is kept, and the next message about an alarm that goes on calls. */
    private void giveUp(Alert alert, String why, AlertSource source) {
        if (UnprocessedAlarms.isEnd(alert)) {
            LOG.warn("End of alarm {} waits: channel {} {}", NotificationRules.key(alert), channel.name(), why);
            status.refused(channel.name(), why);
            unprocessed.keep(alert);
        } else {
            refused(alert, why);
            unprocessed.refused(alert);
            source.skipped(alert);
        }
    }

    private void refused(Alert alert, String why) {
        LOG.warn(
                "Alarm {} was refused by channel {} and is not tried again: {}",
                NotificationRules.key(alert),
                channel.name(),
                why);
        status.refused(channel.name(), why);
        deliveries.failed(alert, why);
    }

    private void failed(Alert alert, DeliveryFailedException why, AlertSource source) {
        status.failed(channel.name(), why.getMessage());
        deliveries.failed(alert, String.valueOf(why.getMessage()));
        status.publish(channel.name(), source.waiting());
        throw new DeliveryPendingException(why);
    }
}
