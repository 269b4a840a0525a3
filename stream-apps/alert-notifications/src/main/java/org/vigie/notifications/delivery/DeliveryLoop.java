package org.vigie.notifications.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.notifications.channel.NotificationChannel;
import org.vigie.notifications.channel.UnfilteredChannel;
import org.vigie.notifications.delivery.AlarmDelivery.DeliveryPendingException;
import org.vigie.notifications.source.AlertSource;
import org.vigie.platform.monitoring.HealthCheck;
import org.vigie.platform.monitoring.HeartbeatCheck;
import org.vigie.platform.retry.ExponentialBackoff;
import org.vigie.platform.retry.RetryExecutor;
import org.vigie.schemas.Alert;

/**
 * Reads alarms, delivers them to one channel and commits them. Each channel has its own thread.
 *
 * <p>A failed delivery is repeated; meanwhile new records wait in the topic. A call that the receiver cannot process is tried again beside them
 * while its alarm is open. A refused alarm, and one that waited longer than {@code oldest}, is counted and skipped until its next message.
 */
public final class DeliveryLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLoop.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    /** Longer than the longest pause and a delivery together. */
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(5);

    private final NotificationChannel channel;
    private final AlertSource.SourceOpener opener;
    private final ExponentialBackoff backoff;
    private final ChannelStatusReporter status;
    private final CallDeliveries deliveries;
    private final Clock clock;
    private final HeartbeatCheck heartbeat;
    private final RetryExecutor retry;
    private final AlarmDelivery delivery;
    private final CallRetry calls;
    private final OpenAlarmTicks ticks;

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
        this.backoff = backoff;
        this.status = status;
        this.deliveries = deliveries;
        this.clock = clock;
        this.heartbeat = new HeartbeatCheck("channel " + channel.name(), LONGEST_ROUND, clock);
        this.retry = new RetryExecutor(
                backoff, DeliveryPendingException.class::isInstance, (number, failure) -> heartbeat.beat());
        var recorder = new DeliveryRecorder(channel, oldest, status, deliveries, clock);
        this.calls = new CallRetry(channel, recorder, new UndeliveredCalls(clock));
        this.delivery = new AlarmDelivery(channel, recorder, new UnprocessedAlarms(clock), calls);
        this.ticks = new OpenAlarmTicks(channel, backoff, status);
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
                calls.restore(source);
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
            delivery.deliverKeptEnds();
            calls.retryDue(source);
            deliveries.deleteOld();
            status.followed(channel.name(), deliveries.size());
            ticks.tick(clock.instant());
            heartbeat.beat();
            status.publish(channel.name(), source.waiting());
        }
    }

    /** Returns false when the loop was closed before it was done with the alarm. */
    private boolean isHandled(ConsumerRecord<String, Alert> record, AlertSource source) {
        deliveries.follow(record.value());
        calls.undelivered().follow(record.value());
        if (!channel.wants(record.value())) {
            return true;
        }
        boolean isDone = retry.isDoneBeforeClose(delivery.attempt(record, source));
        if (channel.mirrors()) {
            ticks.changed();
        }
        status.took(channel.name(), Duration.between(Instant.ofEpochMilli(record.timestamp()), clock.instant()));
        return isDone;
    }
}
