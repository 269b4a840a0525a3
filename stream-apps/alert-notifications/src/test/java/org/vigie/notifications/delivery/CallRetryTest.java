package org.vigie.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.notifications.SaturationAlertSamples;
import org.vigie.notifications.channel.DeliveryReceipt;
import org.vigie.notifications.channel.NotificationChannel;
import org.vigie.notifications.channel.NotificationChannel.DeliveryFailedException;
import org.vigie.notifications.source.AlertSource;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertCondition;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CallReasonRecord;
import org.vigie.schemas.DeliveryState;
import org.vigie.schemas.IncidentRecord;
import org.vigie.schemas.NotificationDelivery;
import org.vigie.testing.time.TestClock;

/** Tests how long a call that a receiver cannot process is tried again. */
class CallRetryTest {
    private static final Instant NOW = SaturationAlertSamples.RAISED.plusSeconds(5);
    private static final Duration OLDEST = Duration.ofHours(1);

    private final TestClock clock = new TestClock(NOW);
    private final List<String> tries = new ArrayList<>();
    private final Deque<Boolean> answers = new ArrayDeque<>();
    private final Map<String, NotificationDelivery> topic = new LinkedHashMap<>();
    private final List<Alert> ledger = new ArrayList<>();
    private CallRetry retry = newRetry();

    private CallRetry newRetry() {
        var deliveries =
                new CallDeliveries("pager", (key, delivery) -> delivery.ifPresent(one -> topic.put(key, one)), clock);
        topic.values().forEach(deliveries::restore);
        var channel = new AnsweringPager();
        var recorder = new DeliveryRecorder(
                channel, OLDEST, new ChannelStatusReporter(status -> {}, clock), deliveries, clock);
        return new CallRetry(channel, recorder, new UndeliveredCalls(clock));
    }

    @Test
    void thePausesBecomeLongerAndTheCallEndsWhenTheReceiverTakesIt() {
        // given
        failed(SaturationAlertSamples.raised("a1"));
        answers.addAll(List.of(false, false, false, false, false, false, false, true));

        // when
        retryEachSecond(300);

        // then: 1, 2, 4, 8, 16, 32, 60, 60 seconds
        assertThat(tries).containsExactly("1 a1", "3 a1", "7 a1", "15 a1", "31 a1", "63 a1", "123 a1", "183 a1");
        assertThat(topic.values()).extracting(NotificationDelivery::getState).containsExactly(DeliveryState.SENT);
    }

    @ParameterizedTest
    @EnumSource(names = {"ACKNOWLEDGED", "CLEARED"})
    void aCallIsNotTriedAgainOnceItsAlarmIsAnsweredOrOver(AlertStateRecord state) {
        // given
        failed(SaturationAlertSamples.raised("a1"));
        failed(SaturationAlertSamples.raised("a2"));

        // when
        retry.undelivered().follow(SaturationAlertSamples.of("a1", state, AlarmPriorityRecord.HIGH));
        answers.add(true);
        retryEachSecond(5);

        // then
        assertThat(tries).containsExactly("1 a2");
    }

    @Test
    void anotherAlarmOfTheIncidentThatIsShelvedEndsNoCall() {
        // given
        failed(ofIncident(SaturationAlertSamples.raised("a1"), "a1"));
        Alert shelved = ofIncident(SaturationAlertSamples.raised("a2"), "a1", "a2");
        shelved.setCondition(shelved(NOW.plusSeconds(3_600)));
        answers.add(true);

        // when
        retry.undelivered().follow(shelved);
        retryEachSecond(2);

        // then
        assertThat(tries).containsExactly("1 a1");
    }

    @Test
    void theOnlyAlarmOfAnIncidentThatIsShelvedEndsItsCall() {
        // given
        failed(ofIncident(SaturationAlertSamples.raised("a1"), "a1"));
        Alert shelved = ofIncident(SaturationAlertSamples.raised("a1"), "a1");
        shelved.setCondition(shelved(NOW.plusSeconds(3_600)));

        // when
        retry.undelivered().follow(shelved);
        retryEachSecond(2);

        // then
        assertThat(tries).isEmpty();
    }

    @Test
    void oneCallThatIsNeverTakenHoldsBackNoOther() {
        // given
        failed(SaturationAlertSamples.raised("a1"));
        failed(SaturationAlertSamples.raised("a2"));
        answers.addAll(List.of(false, true));

        // when
        retryEachSecond(2);

        // then
        assertThat(tries).containsExactly("1 a1", "2 a2");
    }

    @Test
    void aCallThatWaitedTooLongIsShownAsFailedForGood() {
        // given
        failed(SaturationAlertSamples.raised("a1"));
        clock.advance(OLDEST.plusSeconds(1));

        // when
        retryEachSecond(5);

        // then
        assertThat(tries).isEmpty();
        assertThat(topic.values())
                .extracting(NotificationDelivery::getDetail)
                .containsExactly("waited longer than PT1H");
    }

    @Test
    void aCallOfAnEarlierRunIsTriedAgainUnlessItsAlarmIsAnswered() {
        // given: three calls failed; then the app is restarted
        for (String alert : List.of("a1", "a2", "a3")) {
            ledger.add(SaturationAlertSamples.raised(alert));
            failed(SaturationAlertSamples.raised(alert));
        }
        ledger.add(SaturationAlertSamples.of("a2", AlertStateRecord.ACKNOWLEDGED, AlarmPriorityRecord.HIGH));
        retry = newRetry();

        // when
        retry.restore(new RereadLedger());
        answers.addAll(List.of(true, true));
        retryEachSecond(5);

        // then
        assertThat(tries).containsExactly("1 a1", "1 a3");
    }

    @Test
    void aCallThatWasSentBeforeARestartIsNotSentAgain() {
        // given
        ledger.add(SaturationAlertSamples.raised("a1"));
        failed(SaturationAlertSamples.raised("a1"));
        answers.add(true);
        retryEachSecond(1);
        retry = newRetry();

        // when
        retry.restore(new RereadLedger());
        retryEachSecond(5);

        // then
        assertThat(tries).containsExactly("1 a1");
    }

    private static Alert ofIncident(Alert alert, String... open) {
        alert.setIncident(IncidentRecord.newBuilder()
                .setIncident("i1")
                .setOnset(SaturationAlertSamples.RAISED)
                .setPriority(AlarmPriorityRecord.HIGH)
                .setCalls(1)
                .setNewCall(CallReasonRecord.OPENED)
                .setMessageFr("SpO2 basse")
                .setMessageEn("SpO2 low")
                .setAlerts(List.of(open))
                .build());
        return alert;
    }

    private static AlertCondition shelved(Instant until) {
        return AlertCondition.newBuilder().setShelvedUntil(until).build();
    }

    private void failed(Alert alert) {
        retry.recorder().attempted(alert);
        retry.keep(alert, clock.instant(), 1, DeliveryFailedException.answered("answered 500", null));
    }

    private void retryEachSecond(int seconds) {
        for (int i = 0; i < seconds; i++) {
            clock.advance(Duration.ofSeconds(1));
            retry.retryDue(new RereadLedger());
        }
    }

    /** Takes a call or answers that it cannot process it. */
    private final class AnsweringPager implements NotificationChannel {
        @Override
        public String name() {
            return "pager";
        }

        @Override
        public boolean mirrors() {
            return false;
        }

        @Override
        public boolean wants(Alert alert) {
            return alert.getState() == AlertStateRecord.RAISED;
        }

        @Override
        public DeliveryReceipt deliver(Alert alert) throws DeliveryFailedException {
            tries.add(Duration.between(NOW, clock.instant()).toSeconds() + " " + alert.getAlert());
            if (answers.pop()) {
                return DeliveryReceipt.SENT;
            }
            throw DeliveryFailedException.answered("answered 500", null);
        }
    }

    /** Gives nothing new, and the ledger once more. */
    private final class RereadLedger implements AlertSource {
        @Override
        public Iterable<ConsumerRecord<String, Alert>> poll(Duration timeout) {
            return List.of();
        }

        @Override
        public void readAgain(Instant from, Consumer<Alert> handler) {
            ledger.forEach(handler);
        }

        @Override
        public void commit() {}

        @Override
        public long waiting() {
            return 0;
        }

        @Override
        public void close() {}
    }
}
