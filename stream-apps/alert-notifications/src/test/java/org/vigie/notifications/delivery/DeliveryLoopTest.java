package org.vigie.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
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
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.DeliveryState;
import org.vigie.schemas.NotificationDelivery;
import org.vigie.schemas.NotificationStatus;
import org.vigie.testing.time.TestClock;

/** Tests the delivery loop in one thread without a broker: the topic is a list, and the receiver gives prepared answers. */
class DeliveryLoopTest {
    private static final Instant NOW = SaturationAlertSamples.RAISED.plusSeconds(5);
    private static final Exception TAKEN = new Exception("taken");

    private final List<String> done = new ArrayList<>();
    private final Deque<Exception> answers = new ArrayDeque<>();
    private final List<NotificationStatus> statuses = new ArrayList<>();
    private final List<NotificationDelivery> deliveries = new ArrayList<>();
    private final TestClock clock = new TestClock(NOW);
    private Duration tryTakes = Duration.ZERO;
    private final List<String> skipped = new ArrayList<>();
    private DeliveryLoop loop;
    private boolean sendsEnds;
    /** True for alarms of a monitor, which repeats them. */
    private boolean isRepeated;

    private int commits = 1;

    @Test
    void whatIsNotTakenIsTriedAgainAndCommittedOnlyThen() {
        // given
        answers.add(new NotificationChannel.DeliveryFailedException("down"));
        answers.add(new NotificationChannel.DeliveryFailedException("down"));

        // when
        run(NOW, SaturationAlertSamples.raised("a1"), SaturationAlertSamples.raised("a2"));

        // then
        assertThat(done).containsExactly("try a1", "try a1", "try a1", "try a2", "commit");
        assertThat(statuses).extracting(NotificationStatus::getWorking).contains(false);
        assertThat(statuses.get(statuses.size() - 1))
                .extracting(NotificationStatus::getWorking, NotificationStatus::getDelivered)
                .containsExactly(true, 2L);
    }

    @Test
    void whatIsRefusedIsCountedAndLeft() {
        // given
        answers.add(new NotificationChannel.DeliveryRefusedException("no"));

        // when
        run(NOW, SaturationAlertSamples.raised("a1"), SaturationAlertSamples.raised("a2"));

        // then
        assertThat(done).containsExactly("try a1", "try a2", "commit");
        assertThat(statuses.get(statuses.size() - 1))
                .extracting(
                        NotificationStatus::getRefused,
                        NotificationStatus::getDelivered,
                        NotificationStatus::getWorking)
                .containsExactly(1L, 1L, true);
    }

    @Test
    void aChannelThatRefusesEveryCallCountsAsFailedWithItsReason() {
        // given
        answers.add(new NotificationChannel.DeliveryRefusedException("answers 401"));
        answers.add(new NotificationChannel.DeliveryRefusedException("answers 401"));

        // when
        run(NOW, SaturationAlertSamples.raised("a1"), SaturationAlertSamples.raised("a2"));

        // then
        assertThat(statuses.get(statuses.size() - 1))
                .extracting(NotificationStatus::getWorking, NotificationStatus::getError)
                .containsExactly(false, "answers 401");
    }

    @Test
    void aCallThatTheReceiverCannotProcessHoldsBackNoOtherOneAndIsTriedAgain() {
        // given
        answers.add(NotificationChannel.DeliveryFailedException.answered("answered 500", null));
        answers.add(TAKEN);
        answers.add(NotificationChannel.DeliveryFailedException.answered("answered 500", null));
        commits = 3;

        // when
        run(NOW, SaturationAlertSamples.raised("a1"), SaturationAlertSamples.raised("a2"));

        // then
        assertThat(done).containsExactly("try a1", "try a2", "commit", "try a1", "commit", "try a1", "commit");
        assertThat(deliveries)
                .last()
                .extracting(
                        NotificationDelivery::getAlert,
                        NotificationDelivery::getState,
                        NotificationDelivery::getAttempts)
                .containsExactly("a1", DeliveryState.SENT, 3);
        assertThat(statuses.get(statuses.size() - 1))
                .extracting(NotificationStatus::getDelivered, NotificationStatus::getRefused)
                .containsExactly(2L, 0L);
    }

    @Test
    void anAlarmThatTheReceiverCannotProcessHoldsBackTheNextOneForSixTriesOnly() {
        // given
        isRepeated = true;
        answers.addAll(
                Collections.nCopies(6, NotificationChannel.DeliveryFailedException.answered("answered AE", null)));

        // when
        run(NOW, SaturationAlertSamples.raised("a1"), SaturationAlertSamples.raised("a2"));

        // then
        assertThat(done)
                .containsExactly("try a1", "try a1", "try a1", "try a1", "try a1", "try a1", "try a2", "commit");
        assertThat(deliveries)
                .filteredOn(delivery -> delivery.getState() == DeliveryState.FAILED)
                .last()
                .extracting(NotificationDelivery::getAlert, NotificationDelivery::getDetail)
                .containsExactly("a1", "answered AE (6 times)");
        assertThat(statuses.get(statuses.size() - 1))
                .extracting(NotificationStatus::getRefused, NotificationStatus::getDelivered)
                .containsExactly(1L, 1L);
        assertThat(skipped).containsExactly("a1");
    }

    @Test
    void anAlarmThatIsRaisedAnewSoonAfterItsSixTriesHasOneTry() {
        // given
        isRepeated = true;
        answers.addAll(
                Collections.nCopies(8, NotificationChannel.DeliveryFailedException.answered("answered 500", null)));
        Alert repeated = SaturationAlertSamples.raised("a1");

        // when
        run(NOW, SaturationAlertSamples.raised("a1"), repeated, repeated, SaturationAlertSamples.raised("a2"));

        // then
        assertThat(done).hasSize(10).endsWith("try a1", "try a1", "try a2", "commit");
        assertThat(skipped).containsExactly("a1", "a1", "a1");
    }

    @Test
    void anEndThatTheReceiverCannotProcessIsTriedAgainAfterTheOthers() {
        // given
        sendsEnds = true;
        answers.addAll(
                Collections.nCopies(6, NotificationChannel.DeliveryFailedException.answered("answered 500", null)));
        answers.add(TAKEN);
        answers.add(NotificationChannel.DeliveryFailedException.answered("answered 500", null));
        commits = 4;

        // when
        run(NOW, SaturationAlertSamples.cleared("a1"), SaturationAlertSamples.raised("a2"));

        // then
        assertThat(done.subList(5, done.size()))
                .containsExactly("try a1", "try a2", "commit", "commit", "try a1", "commit", "commit", "try a1");
        assertThat(statuses.get(statuses.size() - 1).getDelivered()).isEqualTo(2);
        assertThat(skipped).isEmpty();
    }

    @Test
    void anEndForWhichTheReceiverRefusesTheSenderHoldsBackNoCall() {
        // given
        sendsEnds = true;
        answers.add(NotificationChannel.DeliveryFailedException.ofSender("answers 404"));
        commits = 3;

        // when
        run(NOW, SaturationAlertSamples.cleared("a1"), SaturationAlertSamples.raised("a2"));

        // then
        assertThat(done).startsWith("try a1", "try a2", "commit").endsWith("try a1", "commit");
        assertThat(statuses.get(statuses.size() - 1).getDelivered()).isEqualTo(2);
    }

    @Test
    void anAlarmOfAMonitorForWhichTheReceiverRefusesTheSenderHasOneTry() {
        // given
        isRepeated = true;
        answers.add(NotificationChannel.DeliveryFailedException.ofSender("answers 401"));

        // when
        run(NOW, SaturationAlertSamples.raised("a1"), SaturationAlertSamples.raised("a2"));

        // then
        assertThat(done).containsExactly("try a1", "try a2", "commit");
        assertThat(skipped).containsExactly("a1");
    }

    @Test
    void theEndOfAFormerAlarmIsNotSentAfterANewAlarmOfItsName() {
        // given
        sendsEnds = true;
        answers.addAll(
                Collections.nCopies(6, NotificationChannel.DeliveryFailedException.answered("answered 500", null)));
        commits = 4;

        // when
        run(NOW, SaturationAlertSamples.cleared("a1"), SaturationAlertSamples.raised("a1"));

        // then
        assertThat(done)
                .containsExactly(
                        "try a1", "try a1", "try a1", "try a1", "try a1", "try a1", "try a1", "commit", "commit",
                        "commit", "commit");
    }

    @Test
    void aReceiverThatDoesNotAnswerHoldsBackEveryAlarm() {
        // given
        answers.addAll(Collections.nCopies(20, new NotificationChannel.DeliveryFailedException("no answer")));

        // when
        run(NOW, SaturationAlertSamples.raised("a1"));

        // then
        assertThat(done).hasSize(22).endsWith("try a1", "commit");
        assertThat(statuses.get(statuses.size() - 1).getDelivered()).isEqualTo(1);
    }

    @Test
    void anAlarmThatBecomesTooOldBetweenTwoTriesIsNotTriedAgain() {
        // given
        answers.addAll(Collections.nCopies(9, new NotificationChannel.DeliveryFailedException("no answer")));
        tryTakes = Duration.ofMinutes(20);

        // when
        run(NOW, SaturationAlertSamples.raised("a1"));

        // then
        assertThat(done).containsExactly("try a1", "try a1", "try a1", "commit");
        assertThat(deliveries)
                .last()
                .extracting(NotificationDelivery::getDetail)
                .isEqualTo("waited longer than PT1H");
    }

    @Test
    void anAlarmThatWaitedTooLongIsNotDelivered() {
        // when
        run(NOW.plus(Duration.ofHours(2)), SaturationAlertSamples.raised("a1"));

        // then
        assertThat(done).containsExactly("commit");
        assertThat(statuses.get(statuses.size() - 1).getRefused()).isEqualTo(1);
    }

    @Test
    void theEndOfAnAlarmIsDeliveredHoweverLongItWaited() {
        // given
        sendsEnds = true;

        // when
        run(NOW.plus(Duration.ofHours(2)), SaturationAlertSamples.raised("a1"), SaturationAlertSamples.cleared("a2"));

        // then
        assertThat(done).containsExactly("try a2", "commit");
    }

    @Test
    void aCallThatWaitedTooLongIsPublishedAsFailed() {
        // when
        run(NOW.plus(Duration.ofHours(2)), SaturationAlertSamples.raised("a1"));

        // then
        assertThat(deliveries)
                .extracting(NotificationDelivery::getState, NotificationDelivery::getDetail)
                .containsExactly(
                        tuple(DeliveryState.REQUESTED, null), tuple(DeliveryState.FAILED, "waited longer than PT1H"));
    }

    @Test
    void anAlarmThatTheChannelDoesNotSendIsSkipped() {
        // when
        run(NOW, SaturationAlertSamples.cleared("a1"));

        // then
        assertThat(done).containsExactly("commit");
    }

    @Test
    void eachCallIsRequestedAndItsFailureIsPublishedBeforeItIsSent() {
        // given
        answers.add(new NotificationChannel.DeliveryFailedException("not yet"));

        // when
        run(NOW, SaturationAlertSamples.raised("a1"));

        // then
        assertThat(deliveries)
                .extracting(NotificationDelivery::getState)
                .containsExactly(
                        DeliveryState.REQUESTED, DeliveryState.FAILED, DeliveryState.FAILED, DeliveryState.SENT);
        assertThat(deliveries.get(3).getAttempts()).isEqualTo(2);
    }

    private void run(Instant now, Alert... alerts) {
        clock.set(now);
        loop = new DeliveryLoop(
                new RecordingChannel(),
                channel -> new ListedAlertSource(List.of(alerts)),
                Duration.ofHours(1),
                ExponentialBackoff.doubling(Duration.ofMillis(1), Duration.ofMillis(2)),
                new ChannelStatusReporter(statuses::add, clock),
                new CallDeliveries("recorded", (key, delivery) -> delivery.ifPresent(deliveries::add), clock),
                clock);
        loop.run();
    }

    /** Records the delivered alarms and gives prepared answers. */
    private final class RecordingChannel implements NotificationChannel {
        @Override
        public String name() {
            return "recorded";
        }

        @Override
        public boolean mirrors() {
            return false;
        }

        @Override
        public boolean wants(Alert alert) {
            return alert.getState() == AlertStateRecord.RAISED
                    || (sendsEnds && alert.getState() == AlertStateRecord.CLEARED);
        }

        @Override
        public DeliveryReceipt deliver(Alert alert) throws DeliveryFailedException, DeliveryRefusedException {
            done.add("try " + alert.getAlert());
            clock.advance(tryTakes);
            Exception answer = answers.poll();
            if (answer instanceof DeliveryFailedException failed) {
                throw failed;
            }
            if (answer instanceof DeliveryRefusedException refused) {
                throw refused;
            }
            return DeliveryReceipt.SENT;
        }
    }

    /** Gives listed alarms and closes the loop after its last commit. Twenty seconds pass with each commit. */
    private final class ListedAlertSource implements AlertSource {
        private final Deque<List<ConsumerRecord<String, Alert>>> polls = new ArrayDeque<>();

        ListedAlertSource(List<Alert> alerts) {
            polls.add(alerts.stream().map(ListedAlertSource.this::record).toList());
        }

        private ConsumerRecord<String, Alert> record(Alert alert) {
            return new ConsumerRecord<>(
                    "ledger",
                    0,
                    0,
                    SaturationAlertSamples.RAISED.toEpochMilli(),
                    TimestampType.LOG_APPEND_TIME,
                    0,
                    0,
                    "stay-1",
                    alert,
                    new RecordHeaders(),
                    Optional.empty());
        }

        @Override
        public Iterable<ConsumerRecord<String, Alert>> poll(Duration patience) {
            return polls.isEmpty() ? List.of() : polls.pop();
        }

        @Override
        public void commit() {
            done.add("commit");
            clock.advance(Duration.ofSeconds(20));
            if (--commits == 0) {
                loop.close();
            }
        }

        @Override
        public void skipped(Alert alert) {
            skipped.add(alert.getAlert());
        }

        @Override
        public boolean repeatsSkipped() {
            return isRepeated;
        }

        @Override
        public long waiting() {
            return 0;
        }

        @Override
        public void close() {}
    }
}
