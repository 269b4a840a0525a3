package org.vigie.gateway.publish;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.vigie.gateway.intake.BedsideAlert;
import org.vigie.gateway.intake.MessageIntake.IntakeDelivery;
import org.vigie.gateway.intake.StayLookup;
import org.vigie.gateway.monitoring.GatewayCounters;
import org.vigie.gateway.send.RecordSender;
import org.vigie.schemas.BedsideAlarm;
import org.vigie.schemas.topic.TopicCatalogue;

/** Publishes the alarms of monitors to {@code alarms.bedside}, keyed by bed. */
public final class BedsideAlarmPublisher {
    private final RecordSender recordSender;
    private final TopicCatalogue topics;
    private final StayLookup stays;
    private final GatewayCounters counters;

    public BedsideAlarmPublisher(
            RecordSender recordSender, TopicCatalogue topics, StayLookup stays, GatewayCounters counters) {
        this.recordSender = recordSender;
        this.topics = topics;
        this.stays = stays;
        this.counters = counters;
    }

    /** Publishes one alarm. An alarm without a bed gets the present bed of its patient in the census. */
    CompletableFuture<Void> publish(IntakeDelivery delivery, BedsideAlert alert, Instant now) {
        counters.add("alarms", 1);
        String bed = alert.bed().isEmpty() ? stays.bedOf(alert.patient(), now) : alert.bed();
        return recordSender.send(topics.alarmsBedside(), bed, record(delivery, alert, bed, now));
    }

    private static BedsideAlarm record(IntakeDelivery delivery, BedsideAlert alert, String bed, Instant now) {
        return BedsideAlarm.newBuilder()
                .setSource(delivery.sender())
                .setDevice(alert.device())
                .setBed(bed)
                .setMessageId(delivery.messageId())
                .setAlarm(alert.id())
                .setCode(alert.code())
                .setText(alert.text())
                .setAbout(alert.source())
                .setValue(alert.value())
                .setPhase(alert.phase())
                .setState(alert.state())
                .setPriority(alert.priority())
                .setKind(alert.type())
                .setSignOfLife(alert.watchdog())
                .setTest(alert.test())
                .setRaisedAt(alert.time().orElse(null))
                .setReceivedTime(now)
                .build();
    }
}
