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
import org.vigie.schemas.serde.UnreadableRecord;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.Topics;
import org.vigie.station.ward.WardView;

/** Hands each record to the ward. One that cannot be read is counted and left; a registry that does not answer is thrown on. */
public final class Desk {
    private final WardView ward;
    private final AvroSerdes serdes;
    private final Map<String, Route<?>> routes = new HashMap<>();

    /** @param ledger told each entry of {@code alerts.ledger}, as the ward is */
    public Desk(WardView ward, Consumer<Alert> ledger, Topics topics, AvroSerdes serdes) {
        this.ward = ward;
        this.serdes = serdes;
        route(topics.staysCurrent(), ward::take, bed -> ward.take(new BedStays(bed, List.of())));
        route(topics.observationsClean(), ward::take, Desk::nothing);
        route(topics.observationsRejected(), ward::take, Desk::nothing);
        route(topics.recordsQuarantined(), ward::take, Desk::nothing);
        route(topics.readingsCounted(), ward::take, Desk::nothing);
        route(topics.scoresSurvival(), ward::take, Desk::nothing);
        route(topics.windowsHourly(), ward::take, Desk::nothing);
        route(topics.alertsCurrent(), ward::take, ward::alertGone);
        route(topics.alertsLedger(), ledger.andThen(ward::takeEntry), Desk::nothing);
        timed(topics.triageCurrent(), ward::take);
        timed(topics.notificationsStatus(), ward::take);
        timed(topics.alarmsLoad(), ward::take);
    }

    /** @throws org.vigie.schemas.serde.RegistryUnavailable the same record may be read a moment later */
    public void take(ConsumerRecord<byte[], byte[]> record) {
        routes.get(record.topic()).take(record, ward);
    }

    private <V extends SpecificRecord> void route(Topic<V> topic, Consumer<V> taken, Consumer<String> gone) {
        routes.put(
                topic.name(),
                new Route<>(serdes.of(topic).deserializer(), (value, sentAt) -> taken.accept(value), gone));
    }

    private <V extends SpecificRecord> void timed(Topic<V> topic, BiConsumer<V, Instant> taken) {
        routes.put(topic.name(), new Route<>(serdes.of(topic).deserializer(), taken, Desk::nothing));
    }

    private static void nothing(String key) {}

    /** What becomes of one topic's records, each with the instant at which the broker took it. */
    private record Route<V>(Deserializer<V> reader, BiConsumer<V, Instant> taken, Consumer<String> gone) {
        void take(ConsumerRecord<byte[], byte[]> record, WardView ward) {
            try {
                V value = reader.deserialize(record.topic(), record.value());
                if (value == null) {
                    gone.accept(key(record));
                } else {
                    taken.accept(value, Instant.ofEpochMilli(record.timestamp()));
                }
            } catch (UnreadableRecord e) {
                ward.unreadable();
            }
        }

        private static String key(ConsumerRecord<byte[], byte[]> record) {
            return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        }
    }
}
