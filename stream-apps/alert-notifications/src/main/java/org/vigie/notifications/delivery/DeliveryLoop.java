package org.vigie.notifications.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.notifications.channel.DeliveryReceipt;
import org.vigie.notifications.channel.NotificationChannel;
import org.vigie.notifications.channel.NotificationChannel.DeliveryFailedException;
import org.vigie.notifications.channel.NotificationChannel.DeliveryRefusedException;
import org.vigie.notifications.channel.NotificationRules;
import org.vigie.notifications.channel.UnfilteredChannel;
import org.vigie.notifications.source.AlertSource;
import org.vigie.platform.monitoring.HealthCheck;
import org.vigie.platform.monitoring.HeartbeatCheck;
import org.vigie.platform.retry.ExponentialBackoff;
import org.vigie.platform.retry.RetryExecutor;
import org.vigie.schemas.Alert;

/**
 * Reads alarms, delivers them to one channel and commits them. Each channel has its own thread.
 *
 * <p>A failed delivery is repeated until it succeeds; meanwhile new records wait in the topic. A refused alarm, and one that waited longer
 * than {@code oldest}, is counted and skipped.
 */
public final class DeliveryLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLoop.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    /** Longer than the longest pause and a delivery together. */
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(5);

    private final NotificationChannel channel;
    private final AlertSource.SourceOpener opener;
    private final Duration oldest;
    private final ExponentialBackoff backoff;
    private final ChannelStatusReporter status;
    private final CallDeliveries deliveries;
    private final Clock clock;
    private final HeartbeatCheck heartbeat;
    private final RetryExecutor retry;
    private int failedTicks;
    private Instant nextTick = Instant.MIN;

    DeliveryLoop(
            NotificationChannel channel,
            AlertSource.SourceOpener opener,
            Duration oldest,
            ExponentialBackoff backoff,
            ChannelStatusReporter status,
            CallDeliveries deliveries,
            Clock clock) {
        this.channel = channel;
        this.opener = opener;
        this.oldest = oldest;
        this.backoff = backoff;
        this.retry = new RetryExecutor(backoff, DeliveryPendingException.class::isInstance, (number, failure) -> {});
        this.status = status;
        this.deliveries = deliveries;
        this.clock = clock;
        this.heartbeat = new HeartbeatCheck("channel " + channel.name(), LONGEST_ROUND, clock);
    }

    public String channel() {
        return channel.name();
    }

    /** Returns true for a loop of the monitors' own alarms or of unwatched beds. */
    public boolean isUnfiltered() {
        return channel instanceof UnfilteredChannel;
    }

    /** Fails when neither a poll nor a delivery has ended for a while. */
    public HealthCheck health() {
        return heartbeat;
    }

    public void close() {
        retry.close();
    }

    @Override
    public void run() {
        while (!retry.isClosed()) {
            try (AlertSource source = opener.open(channel)) {
                LOG.info("Channel {} started to deliver alarms", channel.name());
                deliverAll(source);
            } catch (RuntimeException e) {
                LOG.error("Channel {} failed and starts again from its last commit", channel.name(), e);
                boolean unused = retry.isClosedWithin(backoff.longest());
            }
        }
        channel.close();
    }

    private void deliverAll(AlertSource source) {
        while (!retry.isClosed()) {
            for (ConsumerRecord<String, Alert> record : source.poll(POLL)) {
                if (!isHandled(record, source)) {
                    return;
                }
            }
            source.commit();
            deliveries.deleteOld();
            status.followed(channel.name(), deliveries.size());
            tick();
            heartbeat.beat();
            status.publish(channel.name(), source.waiting());
        }
    }

    /** Returns false when the loop was closed before the receiver accepted the alarm. */
    private boolean isHandled(ConsumerRecord<String, Alert> record, AlertSource source) {
        Alert alert = record.value();
        deliveries.follow(alert);
        if (!channel.wants(alert)) {
            return true;
        }
        if (!channel.mirrors() && isTooOld(record)) {
            skip(alert);
            source.skipped(alert);
            return true;
        }
        boolean isDone = retry.isDoneBeforeClose(() -> deliver(alert, source));
        status.took(channel.name(), Duration.between(Instant.ofEpochMilli(record.timestamp()), clock.instant()));
        return isDone;
    }

    /** Records that a call came too late for its receiver, so that the page shows its failure. */
    private void skip(Alert alert) {
        String why = "waited longer than " + oldest;
        status.refused(channel.name(), why);
        deliveries.attempted(alert);
        deliveries.failed(alert, why);
    }

    private void deliver(Alert alert, AlertSource source) {
        try {
            attempted(alert);
            DeliveryReceipt receipt = channel.deliver(alert);
            delivered(alert, receipt);
        } catch (DeliveryRefusedException e) {
            refused(alert, e);
        } catch (DeliveryFailedException e) {
            failed(e);
            deliveries.failed(alert, String.valueOf(e.getMessage()));
            heartbeat.beat();
            status.publish(channel.name(), source.waiting());
            throw new DeliveryPendingException(e);
        }
    }

    private void refused(Alert alert, DeliveryRefusedException why) {
        LOG.warn(
                "Alarm {} was refused by channel {} and is not sent again: {}",
                NotificationRules.key(alert),
                channel.name(),
                why.getMessage());
        status.refused(channel.name(), why.getMessage());
        deliveries.failed(alert, String.valueOf(why.getMessage()));
    }

    private void tick() {
        Instant now = clock.instant();
        if (now.isBefore(nextTick)) {
            return;
        }
        try {
            channel.tick(now);
            status.works(channel.name());
            failedTicks = 0;
        } catch (DeliveryRefusedException e) {
            warnOnce(e);
            status.refused(channel.name(), e.getMessage());
            nextTick = now.plus(backoff.pause(++failedTicks));
        } catch (DeliveryFailedException e) {
            failed(e);
            nextTick = now.plus(backoff.pause(++failedTicks));
        }
    }

    private void warnOnce(DeliveryRefusedException why) {
        if (failedTicks == 0) {
            LOG.warn(
                    "Channel {} refuses the open alarms, which are sent again at each change and after longer and longer pauses: {}",
                    channel.name(),
                    why.getMessage());
        }
    }

    /** A channel that shows the present state makes no calls. */
    private void attempted(Alert alert) {
        if (!channel.mirrors()) {
            deliveries.attempted(alert);
        }
    }

    private void delivered(Alert alert, DeliveryReceipt receipt) {
        if (channel.mirrors()) {
            nextTick = Instant.MIN; // a change waits for no pause after an earlier failure
        } else {
            warnIfMissed(alert, receipt);
            status.delivered(channel.name());
            deliveries.accepted(alert, receipt);
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

    private void failed(DeliveryFailedException e) {
        status.failed(channel.name(), e.getMessage());
    }

    private boolean isTooOld(ConsumerRecord<String, Alert> record) {
        return Instant.ofEpochMilli(record.timestamp()).plus(oldest).isBefore(clock.instant());
    }

    /** Signals that the alarm must be sent again. */
    private static final class DeliveryPendingException extends RuntimeException {
        private static final long serialVersionUID = 1;

        DeliveryPendingException(DeliveryFailedException cause) {
            super(cause);
        }
    }
}
