package org.vigie.notifications;

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

/** How each channel does: said at each change and every half minute, so that a failed channel is seen and a stopped app is missed. */
final class ChannelStatusReporter {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelStatusReporter.class);
    private static final Duration BEAT = Duration.ofSeconds(30);

    private final Map<String, NotificationStatus> now = new ConcurrentHashMap<>();
    private final Map<String, NotificationStatus> said = new ConcurrentHashMap<>();
    private final Map<String, Instant> saidAt = new ConcurrentHashMap<>();
    private final Consumer<NotificationStatus> told;
    private final Clock clock;

    /** @param told takes what is said; by the channels' threads */
    ChannelStatusReporter(Consumer<NotificationStatus> told, Clock clock) {
        this.told = told;
        this.clock = clock;
    }

    void delivered(String channel) {
        change(
                channel,
                each -> working(each).setDelivered(each.getDelivered() + 1).build());
    }

    void works(String channel) {
        change(channel, each -> working(each).build());
    }

    void refused(String channel, String why) {
        change(
                channel,
                each -> NotificationStatus.newBuilder(each)
                        .setRefused(each.getRefused() + 1)
                        .setError(why)
                        .build());
    }

    void failed(String channel, String why) {
        change(channel, each -> {
            if (each.getWorking()) {
                LOG.error("{} FAILS, nobody is told by it: {}", channel, why);
            }
            return NotificationStatus.newBuilder(each)
                    .setWorking(false)
                    .setSince(each.getWorking() ? clock.instant() : each.getSince())
                    .setError(why)
                    .build();
        });
    }

    /** Says it when it changed, or was not said for long. */
    void say(String channel, long waiting) {
        change(
                channel,
                each -> NotificationStatus.newBuilder(each).setWaiting(waiting).build());
        NotificationStatus status = now.get(channel);
        Instant time = clock.instant();
        if (!status.equals(said.get(channel))
                || !time.isBefore(saidAt.get(channel).plus(BEAT))) {
            said.put(channel, status);
            saidAt.put(channel, time);
            told.accept(status);
        }
    }

    private NotificationStatus.Builder working(NotificationStatus before) {
        var status = NotificationStatus.newBuilder(before).setWorking(true).setError(null);
        if (!before.getWorking()) {
            LOG.info("{} works again", before.getChannel());
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
