package org.vigie.notifications.delivery;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.schemas.NotificationStatus;

/**
 * Publishes the status of each channel at each change and every half minute. This shows a failed channel, and a stopped app by its missing
 * records.
 */
public final class ChannelStatusReporter {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelStatusReporter.class);
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final Map<String, NotificationStatus> now = new ConcurrentHashMap<>();
    private final Map<String, NotificationStatus> published = new ConcurrentHashMap<>();
    private final Map<String, Instant> publishedAt = new ConcurrentHashMap<>();
    private final DeliveryGauges gauges = new DeliveryGauges();
    private final Consumer<NotificationStatus> publisher;
    private final Clock clock;

    /** @param publisher publishes a status; it is called by the channels' threads */
    public ChannelStatusReporter(Consumer<NotificationStatus> publisher, Clock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Registers what each channel has done since the start. */
    public void register(PrometheusRegistry registry) {
        new ChannelStatusMetrics(now.values()).register(registry);
        gauges.register(registry);
    }

    /** Keeps how long the last alarm took, from its append at the broker until the channel was done with it. */
    void took(String channel, Duration delay) {
        gauges.delay(channel, delay);
    }

    /** Keeps how many calls a channel follows until they are read. */
    void followed(String channel, int calls) {
        gauges.calls(channel, calls);
    }

    void delivered(String channel) {
        change(
                channel,
                each -> working(each).setDelivered(each.getDelivered() + 1).build());
    }

    /** Records that a channel that shows the open alarms has sent them, or has none to send. */
    void works(String channel) {
        change(channel, each -> working(each).build());
    }

    /** Counts an alarm that was not sent because it had waited too long. It says nothing about the receiver. */
    void skipped(String channel, String why) {
        change(channel, each -> counted(each).setError(why).build());
    }

    /** Counts a refusal. The channel counts as failed until a delivery succeeds. */
    void refused(String channel, String why) {
        change(channel, each -> failing(counted(each).build(), why));
    }

    void failed(String channel, String why) {
        change(channel, each -> failing(each, why));
    }

    private static NotificationStatus.Builder counted(NotificationStatus each) {
        return NotificationStatus.newBuilder(each).setRefused(each.getRefused() + 1);
    }

    private NotificationStatus failing(NotificationStatus before, String why) {
        if (before.getWorking()) {
            LOG.error("Channel {} fails and delivers no alarms: {}", before.getChannel(), why);
        }
        return NotificationStatus.newBuilder(before)
                .setWorking(false)
                .setSince(before.getWorking() ? clock.instant() : before.getSince())
                .setError(why)
                .build();
    }

    /** Publishes the status when it changed, or when it was not published for half a minute. */
    void publish(String channel, long waiting) {
        change(
                channel,
                each -> NotificationStatus.newBuilder(each).setWaiting(waiting).build());
        NotificationStatus status = now.get(channel);
        Instant time = clock.instant();
        if (!status.equals(published.get(channel))
                || !time.isBefore(publishedAt.get(channel).plus(INTERVAL))) {
            published.put(channel, status);
            publishedAt.put(channel, time);
            publisher.accept(status);
        }
    }

    private NotificationStatus.Builder working(NotificationStatus before) {
        var status = NotificationStatus.newBuilder(before).setWorking(true).setError(null);
        if (!before.getWorking()) {
            LOG.info("Channel {} works again", before.getChannel());
            status.setSince(clock.instant());
        }
        return status;
    }

    private void change(String channel, UnaryOperator<NotificationStatus> change) {
        now.compute(
                channel,
                (name, before) -> change.apply(
                        before == null
                                ? new NotificationStatus(name, true, clock.instant(), 0L, 0L, 0L, null)
                                : before));
    }
}
