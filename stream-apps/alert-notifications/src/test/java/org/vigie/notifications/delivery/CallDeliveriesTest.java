package org.vigie.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.notifications.SaturationAlertSamples;
import org.vigie.notifications.channel.DeliveryReceipt;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.DeliveryState;
import org.vigie.schemas.NotificationDelivery;

/** Tests what is said of a call: nothing is delivered without a receipt, and nothing is read without an acknowledgement. */
class CallDeliveriesTest {
    private static final Instant NOW = SaturationAlertSamples.RAISED;

    private final Map<String, NotificationDelivery> topic = new LinkedHashMap<>();
    private final List<DeliveryState> states = new ArrayList<>();
    private final CallDeliveries deliveries = deliveriesAt(NOW);

    private CallDeliveries deliveriesAt(Instant now) {
        return new CallDeliveries("webhook", this::publish, Clock.fixed(now, ZoneOffset.UTC));
    }

    private void publish(String key, Optional<NotificationDelivery> delivery) {
        delivery.ifPresentOrElse(one -> topic.put(key, one), () -> topic.remove(key));
        delivery.ifPresent(one -> states.add(one.getState()));
    }

    private static Alert acknowledged(String alert) {
        return SaturationAlertSamples.of(alert, AlertStateRecord.ACKNOWLEDGED, AlarmPriorityRecord.HIGH);
    }

    @Test
    void aCallThatTheNextServerAcceptedIsSentAndNotDelivered() {
        // given
        Alert call = SaturationAlertSamples.raised("a1");

        // when
        deliveries.attempted(call);
        deliveries.accepted(call, DeliveryReceipt.SENT);

        // then
        assertThat(states).containsExactly(DeliveryState.REQUESTED, DeliveryState.SENT);
        assertThat(topic.get("a1-RAISED-hash|webhook").getDeliveredAt()).isNull();
    }

    @Test
    void aReceiptMakesTheCallDeliveredAndAnAcknowledgementMakesItRead() {
        // given
        Alert call = SaturationAlertSamples.raised("a1");

        // when
        deliveries.attempted(call);
        deliveries.accepted(call, DeliveryReceipt.DELIVERED);
        deliveries.follow(acknowledged("a1"));

        // then
        assertThat(states).containsExactly(DeliveryState.REQUESTED, DeliveryState.DELIVERED, DeliveryState.READ);
        assertThat(topic.get("a1-RAISED-hash|webhook").getReadAt()).isEqualTo(NOW);
    }

    @Test
    void aSentCallNamesTheRecipientsThatDidNotGetIt() {
        // given
        Alert call = SaturationAlertSamples.raised("a1");

        // when
        deliveries.attempted(call);
        deliveries.accepted(call, new DeliveryReceipt(false, "garde@rea.example: 550 no such user"));

        // then
        NotificationDelivery delivery = topic.get("a1-RAISED-hash|webhook");
        assertThat(delivery.getState()).isEqualTo(DeliveryState.SENT);
        assertThat(delivery.getDetail()).isEqualTo("pas à / not to garde@rea.example: 550 no such user");
    }

    @Test
    void aCallThatWasNeverSentIsNotReadWhenItsAlarmIsAcknowledged() {
        // given
        Alert call = SaturationAlertSamples.raised("a1");

        // when
        deliveries.attempted(call);
        deliveries.failed(call, "no answer");
        deliveries.follow(acknowledged("a1"));

        // then
        assertThat(states).containsExactly(DeliveryState.REQUESTED, DeliveryState.FAILED);
        assertThat(topic.get("a1-RAISED-hash|webhook").getDetail()).isEqualTo("no answer");
    }

    @Test
    void theAcknowledgementOfAnotherAlarmReadsNothing() {
        // given
        Alert call = SaturationAlertSamples.raised("a1");

        // when
        deliveries.attempted(call);
        deliveries.accepted(call, DeliveryReceipt.SENT);
        deliveries.follow(acknowledged("a2"));

        // then
        assertThat(states).doesNotContain(DeliveryState.READ);
    }

    @Test
    void theCallAboutABedIsDeletedOnceItsEndWasSent() {
        // given
        Alert call = SaturationAlertSamples.raised("a1");
        call.setRule("bed_unwatched");
        deliveries.attempted(call);
        deliveries.accepted(call, DeliveryReceipt.SENT);
        assertThat(deliveries.sent()).hasSize(1);
        Alert end = SaturationAlertSamples.cleared("a1");
        end.setRule("bed_unwatched");

        // when
        deliveries.ended(end);

        // then
        assertThat(deliveries.sent()).isEmpty();
        assertThat(topic).isEmpty();
    }

    @Test
    void anEntryThatCallsNobodyHasNoDelivery() {
        // when
        deliveries.attempted(SaturationAlertSamples.cleared("a1"));

        // then
        assertThat(topic).isEmpty();
    }

    @Test
    void aCallThatIsSentAgainAfterARestartStaysDeliveredAndRead() {
        // given
        Alert call = SaturationAlertSamples.raised("a1");
        Alert other = SaturationAlertSamples.raised("a2");
        for (Alert each : List.of(call, other)) {
            deliveries.attempted(each);
            deliveries.accepted(each, DeliveryReceipt.DELIVERED);
        }
        deliveries.follow(acknowledged("a1"));
        CallDeliveries later = deliveriesAt(NOW.plusSeconds(60));
        topic.values().forEach(later::restore);

        // when: the receiver knows both already and gives no receipt
        for (Alert each : List.of(call, other)) {
            later.attempted(each);
            later.accepted(each, DeliveryReceipt.SENT);
        }

        // then
        assertThat(topic.get("a1-RAISED-hash|webhook").getState()).isEqualTo(DeliveryState.READ);
        assertThat(topic.get("a2-RAISED-hash|webhook").getState()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(topic.get("a2-RAISED-hash|webhook").getDeliveredAt()).isEqualTo(NOW);
    }

    @Test
    void aCallOfAnEarlierRunIsReadAndTheRecordOfAnOldCallIsDeleted() {
        // given
        Alert call = SaturationAlertSamples.raised("a1");
        deliveries.attempted(call);
        deliveries.accepted(call, DeliveryReceipt.SENT);
        CallDeliveries later = deliveriesAt(NOW.plus(Duration.ofHours(25)));
        topic.values().forEach(later::restore);

        // when
        later.follow(acknowledged("a1"));
        later.deleteOld();

        // then
        assertThat(states).endsWith(DeliveryState.READ);
        assertThat(topic).isEmpty();
    }
}
