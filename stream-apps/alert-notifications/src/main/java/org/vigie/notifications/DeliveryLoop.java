package org.vigie.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.notifications.NotificationChannel.DeliveryFailedException;
import org.vigie.notifications.NotificationChannel.DeliveryRefusedException;
import org.vigie.platform.monitoring.HealthCheck;
import org.vigie.platform.monitoring.HeartbeatCheck;
import org.vigie.platform.retry.ExponentialBackoff;
import org.vigie.schemas.Alert;

/**
 * Reads alarms, delivers them to one channel and commits them. Each channel has its own thread.
 *
 * <p>A failed delivery is repeated until it succeeds; meanwhile new records wait in the topic. A refused alarm, and one that waited longer
 * than {@code oldest}, is counted and skipped.
 */
final class DeliveryLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLoop.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    /** Longer than the longest pause and a delivery together. */
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(5);

    private final NotificationChannel channel;
    private final AlertSource.SourceOpener opener;
    private final Duration oldest;
    private final ExponentialBackoff backoff;
    private final ChannelStatusReporter status;
    private final Clock clock;
    private final HeartbeatCheck heartbeat;
    private final CountDownLatch closing = new CountDownLatch(1);
    private int failures;
    private Instant nextTick = Instant.MIN;

    DeliveryLoop(
            NotificationChannel channel,
            AlertSource.SourceOpener opener,
            Duration oldest,
            ExponentialBackoff backoff,
            ChannelStatusReporter status,
            Clock clock) {
        this.channel = channel;
        this.opener = opener;
        this.oldest = oldest;
        this.backoff = backoff;
        this.status = status;
        this.clock = clock;
        this.heartbeat = new HeartbeatCheck("channel " + channel.name(), LONGEST_ROUND, clock);
    }

    String channel() {
        return channel.name();
    }

    /** Fails when neither a poll nor a delivery has ended for a while. */
    HealthCheck health() {
        return heartbeat;
    }

    void close() {
        closing.countDown();
    }

    @Override
    public void run() {
        while (!isClosed()) {
            try (AlertSource source = opener.open(channel)) {
                LOG.info("Channel {} started to deliver alarms", channel.name());
                deliverAll(source);
            } catch (RuntimeException e) {
                LOG.error("Channel {} failed and starts again from its last commit", channel.name(), e);
                await(backoff.longest());
            }
        }
        channel.close();
    }

    private void deliverAll(AlertSource source) {
        while (!isClosed()) {
            for (ConsumerRecord<String, Alert> record : source.poll(POLL)) {
                if (!isHandled(record, source)) {
                    return;
                }
            }
            source.commit();
            tick();
            heartbeat.beat();
            status.publish(channel.name(), source.waiting());
        }
    }

    /** Returns false when the loop was closed before the receiver accepted the alarm. */
    private boolean isHandled(ConsumerRecord<String, Alert> record, AlertSource source) {
        Alert alert = record.value();
        if (alert == null || !channel.wants(alert)) {
            return true;
        }
        if (!channel.mirrors() && isTooOld(record)) {
            status.refused(channel.name(), "waited longer than " + oldest);
            return true;
        }
        boolean done = false;
        while (!done && !isClosed()) {
            done = isDelivered(alert, source);
        }
        return done;
    }

    /** Tries once; returns false when the alarm must be sent again. */
    private boolean isDelivered(Alert alert, AlertSource source) {
        try {
            channel.deliver(alert);
            delivered();
            return true;
        } catch (DeliveryRefusedException e) {
            refused(alert, e);
            return true;
        } catch (DeliveryFailedException e) {
            failed(e);
            heartbeat.beat();
            status.publish(channel.name(), source.waiting());
            await(backoff.pause(++failures));
            return false;
        }
    }

    private void refused(Alert alert, DeliveryRefusedException why) {
        LOG.warn(
                "Alarm {} was refused by channel {} and is not sent again: {}",
                NotificationRules.key(alert),
                channel.name(),
                why.getMessage());
        status.refused(channel.name(), why.getMessage());
    }

    private void tick() {
        Instant now = clock.instant();
        if (now.isBefore(nextTick)) {
            return;
        }
        try {
            channel.tick(now);
            status.works(channel.name());
            failures = 0;
        } catch (DeliveryRefusedException e) {
            status.refused(channel.name(), e.getMessage());
        } catch (DeliveryFailedException e) {
            failed(e);
            nextTick = now.plus(backoff.pause(++failures));
        }
    }

    private void delivered() {
        if (!channel.mirrors()) {
            status.delivered(channel.name());
            failures = 0;
        }
    }

    private void failed(DeliveryFailedException e) {
        status.failed(channel.name(), e.getMessage());
    }

    private boolean isTooOld(ConsumerRecord<String, Alert> record) {
        return Instant.ofEpochMilli(record.timestamp()).plus(oldest).isBefore(clock.instant());
    }

    private boolean isClosed() {
        return closing.getCount() == 0;
    }

    private void await(Duration duration) {
        try {
            closing.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closing.countDown();
        }
    }
}
