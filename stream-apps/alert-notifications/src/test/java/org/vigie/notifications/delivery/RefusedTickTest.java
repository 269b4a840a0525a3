package org.vigie.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.vigie.notifications.SaturationAlertSamples;
import org.vigie.notifications.channel.DeliveryReceipt;
import org.vigie.notifications.channel.NotificationChannel;
import org.vigie.notifications.source.AlertSource;
import org.vigie.platform.retry.ExponentialBackoff;
import org.vigie.schemas.Alert;
import org.vigie.schemas.NotificationStatus;
import org.vigie.testing.time.TestClock;

/** Tests when open alarms are posted again to a receiver that refuses them. One poll takes a second of simulated time. */
class RefusedTickTest {
    private static final Instant START = SaturationAlertSamples.RAISED.plusSeconds(5);

    private final TestClock clock = new TestClock(START);
    private final List<Long> postedAt = new ArrayList<>();
    private final List<NotificationStatus> statuses = new ArrayList<>();
    private DeliveryLoop loop;

    @Test
    void refusedAlarmsArePostedMoreAndMoreRarely() {
        // when
        run(40, 0);

        // then
        assertThat(postedAt).containsExactly(0L, 1L, 3L, 7L, 15L, 23L, 31L, 39L);
        assertThat(statuses.get(statuses.size() - 1))
                .extracting(NotificationStatus::getRefused, NotificationStatus::getError)
                .containsExactly(8L, "no");
    }

    @Test
    void aNewAlarmIsPostedAtOnceAlthoughEarlierOnesWereRefused() {
        // when
        run(20, 12);

        // then
        assertThat(postedAt).containsExactly(0L, 1L, 3L, 7L, 12L);
    }

    /** @param alarmAt second of the one alarm */
    private void run(long seconds, long alarmAt) {
        loop = new DeliveryLoop(
                new RefusingMirror(),
                channel -> new TimedAlertSource(seconds, alarmAt),
                Duration.ofHours(1),
                ExponentialBackoff.doubling(Duration.ofSeconds(1), Duration.ofSeconds(8)),
                new ChannelStatusReporter(statuses::add, clock),
                new CallDeliveries("mirror", (key, delivery) -> {}, clock),
                clock);
        loop.run();
    }

    private long second() {
        return Duration.between(START, clock.instant()).toSeconds();
    }

    /** Refuses each post, as Alertmanager does with 400. */
    private final class RefusingMirror implements NotificationChannel {
        @Override
        public String name() {
            return "mirror";
        }

        @Override
        public boolean mirrors() {
            return true;
        }

        @Override
        public boolean wants(Alert alert) {
            return true;
        }

        @Override
        public DeliveryReceipt deliver(Alert alert) {
            return DeliveryReceipt.SENT;
        }

        @Override
        public void tick(Instant now) throws DeliveryRefusedException {
            postedAt.add(second());
            throw new DeliveryRefusedException("no");
        }
    }

    /** Gives one alarm at its second, and closes the loop at the end. */
    private final class TimedAlertSource implements AlertSource {
        private final long seconds;
        private final long alarmAt;

        TimedAlertSource(long seconds, long alarmAt) {
            this.seconds = seconds;
            this.alarmAt = alarmAt;
        }

        @Override
        public Iterable<ConsumerRecord<String, Alert>> poll(Duration patience) {
            return second() == alarmAt ? List.of(raised()) : List.of();
        }

        private ConsumerRecord<String, Alert> raised() {
            Alert alert = SaturationAlertSamples.raised("a1");
            long at = clock.millis();
            return new ConsumerRecord<>(
                    "current",
                    0,
                    0,
                    at,
                    TimestampType.LOG_APPEND_TIME,
                    0,
                    0,
                    "a1",
                    alert,
                    new RecordHeaders(),
                    Optional.empty());
        }

        @Override
        public void commit() {}

        @Override
        public long waiting() {
            if (second() >= seconds - 1) {
                loop.close();
            }
            clock.advance(Duration.ofSeconds(1));
            return 0;
        }

        @Override
        public void close() {}
    }
}
