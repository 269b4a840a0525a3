package org.vigie.station.read;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.vigie.schemas.Alert;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.UnreadableRecordException;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.station.ward.WardView;

/** Passes each record to the ward. It counts a record that cannot be read and goes on; it throws when the registry does not answer. */
public final class RecordDispatcher {
    private final WardView ward;
    private final AvroSerdes serdes;
    private final Map<String, TopicHandler<?>> routes = new HashMap<>();

    /** @param ledger receives each entry of {@code alerts.ledger}, as the ward does */
    public RecordDispatcher(WardView ward, Consumer<Alert> ledger, TopicCatalogue topics, AvroSerdes serdes) {
        this.ward = ward;
        this.serdes = serdes;
        handle(topics.staysCurrent(), ward::take, bed -> ward.take(new BedStays(bed, List.of())));
        handle(topics.observationsClean(), ward::take, RecordDispatcher::nothing);
        handle(topics.observationsRejected(), ward::take, RecordDispatcher::nothing);
        handle(topics.recordsQuarantined(), ward::take, RecordDispatcher::nothing);
        handle(topics.readingsCounted(), ward::take, RecordDispatcher::nothing);
        handle(topics.scoresSurvival(), ward::take, RecordDispatcher::nothing);
        handle(topics.windowsHourly(), ward::take, RecordDispatcher::nothing);
        handle(topics.alertsCurrent(), ward::take, ward::removeAlert);
        handle(topics.notificationsDeliveries(), ward::take, RecordDispatcher::nothing);
        handle(topics.alarmsBedside(), ward::take, RecordDispatcher::nothing);
        handle(topics.alertsLedger(), ledger.andThen(ward::takeEntry), RecordDispatcher::nothing);
        handleTimed(topics.triageCurrent(), ward::take);
        handleTimed(topics.notificationsStatus(), ward::take);
        handleTimed(topics.alarmsLoad(), ward::take);
    }

    /** @throws org.vigie.schemas.serde.RegistryUnavailableException when the registry does not answer; the record can be read later */
    public void dispatch(ConsumerRecord<byte[], byte[]> record) {
        routes.get(record.topic()).take(record, ward);
    }

    private <V extends SpecificRecord> void handle(Topic<V> topic, Consumer<V> taken, Consumer<String> gone) {
        routes.put(
                topic.name(),
                new TopicHandler<>(serdes.of(topic).deserializer(), (value, sentAt) -> taken.accept(value), gone));
    }

    private <V extends SpecificRecord> void handleTimed(Topic<V> topic, BiConsumer<V, Instant> taken) {
        routes.put(topic.name(), new TopicHandler<>(serdes.of(topic).deserializer(), taken, RecordDispatcher::nothing));
    }

    private static void nothing(String key) {}

    /** Handles the records of one topic, each with the append time of the broker. */
    private record TopicHandler<V>(Deserializer<V> reader, BiConsumer<V, Instant> taken, Consumer<String> gone) {
        void take(ConsumerRecord<byte[], byte[]> record, WardView ward) {
            try {
                V value = reader.deserialize(record.topic(), record.value());
                if (value == null) {
                    gone.accept(key(record));
                } else {
                    taken.accept(value, Instant.ofEpochMilli(record.timestamp()));
                }
            } catch (UnreadableRecordException e) {
                ward.unreadable();
            }
        }

        private static String key(ConsumerRecord<byte[], byte[]> record) {
            return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        }
    }
}
