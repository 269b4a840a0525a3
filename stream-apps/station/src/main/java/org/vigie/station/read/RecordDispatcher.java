package org.vigie.station.read;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CountedReadings;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.ReplayStatus;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.bed.BedName;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.station.health.BedWatchdog;
import org.vigie.station.ward.WardView;

/** Passes each record of patients to the ward and the canaries to the bed watchdog. It counts a record that cannot be read and goes on; it throws when the registry does not answer. */
public final class RecordDispatcher {
    private final WardView ward;
    private final BedWatchdog beds;
    private final AvroSerdes serdes;
    private final Map<String, TopicHandler<?>> routes = new HashMap<>();

    /**
     * Creates a dispatcher.
     *
     * @param beds learns which partitions hold the readings of each bed
     * @param ledger receives each entry of {@code alerts.ledger}, as the ward does
     */
    public RecordDispatcher(
            WardView ward, BedWatchdog beds, Consumer<Alert> ledger, TopicCatalogue topics, AvroSerdes serdes) {
        this.ward = ward;
        this.beds = beds;
        this.serdes = serdes;
        handle(topics.staysCurrent(), this::take, bed -> take(new BedStays(bed, List.of())));
        handlePlaced(topics.observationsClean(), this::take);
        handle(topics.observationsRejected(), this::take, RecordDispatcher::nothing);
        handle(topics.recordsQuarantined(), ward::take, RecordDispatcher::nothing);
        handle(topics.readingsCounted(), this::take, RecordDispatcher::nothing);
        handle(topics.scoresSurvival(), ward::take, RecordDispatcher::nothing);
        handle(topics.windowsHourly(), ward::take, RecordDispatcher::nothing);
        handle(topics.alertsCurrent(), ward::take, ward::removeAlert);
        handle(topics.notificationsDeliveries(), ward::take, ward::removeDelivery);
        handle(topics.rulesPublished(), ward::take, RecordDispatcher::nothing);
        handle(topics.alarmsBedside(), ward::take, RecordDispatcher::nothing);
        handle(topics.alertsLedger(), ledger.andThen(ward::takeEntry), RecordDispatcher::nothing);
        handle(topics.auditEvents(), ward::take, RecordDispatcher::nothing);
        handlePlaced(topics.triageCurrent(), this::take);
        handleTimed(topics.notificationsStatus(), ward::take);
        handleTimed(topics.alarmsLoad(), ward::take);
    }

    /** Passes on the states of a replay. Only the namespace of a replay has its topic. */
    public void followReplay(TopicCatalogue topics, Consumer<ReplayStatus> taken) {
        handle(topics.replayStatus(), taken, RecordDispatcher::nothing);
    }

    /** @throws org.vigie.schemas.serde.RegistryUnavailableException when the registry does not answer; the record can be read later */
    public void dispatch(ConsumerRecord<byte[], byte[]> record) {
        routes.get(record.topic()).take(record, ward);
    }

    private void take(CleanObservation observation, ConsumerRecord<?, ?> record) {
        if (BedName.isCanary(observation.getBed())) {
            beds.takeCanary(observation);
        } else {
            ward.take(observation);
            beds.take(observation, record.partition());
        }
    }

    private void take(TriageAssessmentRecord triage, ConsumerRecord<?, ?> record) {
        if (BedName.isCanary(triage.getBed())) {
            beds.takeCanary(triage, record.partition());
        } else {
            ward.take(triage, Instant.ofEpochMilli(record.timestamp()));
        }
    }

    private void take(BedStays stays) {
        if (!BedName.isCanary(stays.getBed())) {
            ward.take(stays);
        }
    }

    private void take(RejectedReading reading) {
        if (!BedName.isCanary(reading.getBed())) {
            ward.take(reading);
        }
    }

    private void take(CountedReadings counted) {
        if (!counted.getSource().equals(BedName.CANARY_SENDER)) {
            ward.take(counted);
        }
    }

    private <V extends SpecificRecord> void handle(Topic<V> topic, Consumer<V> taken, Consumer<String> gone) {
        routes.put(
                topic.name(),
                new TopicHandler<>(serdes.of(topic).deserializer(), (value, record) -> taken.accept(value), gone));
    }

    private <V extends SpecificRecord> void handleTimed(Topic<V> topic, BiConsumer<V, Instant> taken) {
        handlePlaced(topic, (value, record) -> taken.accept(value, Instant.ofEpochMilli(record.timestamp())));
    }

    private <V extends SpecificRecord> void handlePlaced(Topic<V> topic, BiConsumer<V, ConsumerRecord<?, ?>> taken) {
        routes.put(topic.name(), new TopicHandler<>(serdes.of(topic).deserializer(), taken, RecordDispatcher::nothing));
    }

    private static void nothing(String key) {}
}
