package org.vigie.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.notifications.Channel.Refused;
import org.vigie.notifications.Channel.Undeliverable;
import org.vigie.schemas.Alert;

/**
 * Read, tell, commit, again: one thread for one channel. What the receiver does not take is tried again until it does; meanwhile the topic
 * holds what comes. What it refuses, and what waited longer than {@code oldest}, is counted and left.
 */
final class ChannelLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelLoop.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Channel channel;
    private final AlertSource.Opener opener;
    private final Duration oldest;
    private final Backoff backoff;
    private final StatusBoard status;
    private final Clock clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private Duration pause;
    private Instant nextTick = Instant.MIN;

    ChannelLoop(
            Channel channel,
            AlertSource.Opener opener,
            Duration oldest,
            Backoff backoff,
            StatusBoard status,
            Clock clock) {
        this.channel = channel;
        this.opener = opener;
        this.oldest = oldest;
        this.backoff = backoff;
        this.status = status;
        this.clock = clock;
        this.pause = backoff.first();
    }

    String channel() {
        return channel.name();
    }

    void close() {
        closing.countDown();
    }

    @Override
    public void run() {
        while (!isClosed()) {
            try (AlertSource source = opener.open(channel)) {
                LOG.info("{} tells alarms", channel.name());
                tell(source);
            } catch (RuntimeException e) {
                LOG.error("{} starts again from the last commit", channel.name(), e);
                await(backoff.longest());
            }
        }
        channel.close();
    }

    private void tell(AlertSource source) {
        while (!isClosed()) {
            for (ConsumerRecord<String, Alert> record : source.poll(POLL)) {
                if (!isTold(record, source)) {
                    return;
                }
            }
            source.commit();
            tick();
            status.say(channel.name(), source.waiting());
        }
    }

    /** False when it was closed before the receiver took it. */
    private boolean isTold(ConsumerRecord<String, Alert> record, AlertSource source) {
        Alert alert = record.value();
        if (alert == null || !channel.wants(alert)) {
            return true;
        }
        if (!channel.mirrors() && isTooOld(record)) {
            status.refused(channel.name(), "waited longer than " + oldest);
            return true;
        }
        while (!isClosed()) {
            try {
                channel.deliver(alert);
                delivered();
                return true;
            } catch (Refused e) {
                LOG.warn("{} was refused by {}: {}", Transitions.key(alert), channel.name(), e.getMessage());
                status.refused(channel.name(), e.getMessage());
                return true;
            } catch (Undeliverable e) {
                failed(e);
                status.say(channel.name(), source.waiting());
                await(pause);
                pause = backoff.after(pause);
            }
        }
        return false;
    }

    private void tick() {
        Instant now = clock.instant();
        if (now.isBefore(nextTick)) {
            return;
        }
        try {
            channel.tick(now);
            status.works(channel.name());
            pause = backoff.first();
        } catch (Refused e) {
            status.refused(channel.name(), e.getMessage());
        } catch (Undeliverable e) {
            failed(e);
            nextTick = now.plus(pause);
            pause = backoff.after(pause);
        }
    }

    private void delivered() {
        if (!channel.mirrors()) {
            status.delivered(channel.name());
            pause = backoff.first();
        }
    }

    private void failed(Undeliverable e) {
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
