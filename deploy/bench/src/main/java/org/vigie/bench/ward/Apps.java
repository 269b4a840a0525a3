package org.vigie.bench.ward;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.vigie.alerts.AlertTopology;
import org.vigie.alerts.WatchSettings;
import org.vigie.alerts.ledger.LedgerCheck;
import org.vigie.schemas.Alert;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Observation;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topics;
import org.vigie.vitals.MemorySettings;
import org.vigie.vitals.VitalsTopology;

/** The running topologies of vitals-streams and alert-streams, one behind the other: the very ones of the ward, without a broker between. */
final class Apps implements AutoCloseable {
    private static final Topics TOPICS = Topics.in("bench", 1);

    private final AvroSerdes serdes = new AvroSerdes(new MockSchemaRegistryClient());
    private final Deserializer<Alert> alerts = serdes.of(TOPICS.alertsLedger()).deserializer();
    private final Serializer<Observation> raw =
            serdes.of(TOPICS.observationsRaw()).serializer();
    private final Serializer<BedStays> stays = serdes.of(TOPICS.staysCurrent()).serializer();
    private final Drained vitals;
    private final Drained watch;
    private final LedgerCheck check = new LedgerCheck();

    Apps(Instant start) {
        vitals = new Drained("vitals", new VitalsTopology(TOPICS, serdes, MemorySettings.defaults()).build(), start);
        watch = new Drained("alerts", new AlertTopology(TOPICS, serdes, WatchSettings.defaults()).build(), start);
    }

    void tell(BedStays bed, Instant at) {
        String topic = TOPICS.staysCurrent().name();
        byte[] bytes = stays.serialize(topic, bed);
        vitals.tell(topic, bed.getBed(), bytes, at);
        watch.tell(topic, bed.getBed(), bytes, at);
    }

    void tell(Observation observation, Instant at) {
        String topic = TOPICS.observationsRaw().name();
        String clean = TOPICS.observationsClean().name();
        String rejected = TOPICS.observationsRejected().name();
        vitals.tell(topic, observation.getBed(), raw.serialize(topic, observation), at);
        vitals.take(clean).forEach(record -> watch.tell(clean, record.key(), record.value(), at));
        vitals.take(rejected).forEach(record -> watch.tell(rejected, record.key(), record.value(), at));
    }

    void pass(Instant to) {
        vitals.pass(to);
        watch.pass(to);
    }

    /** What came into the ledger since the last time. */
    List<Alert> ledger() {
        String ledger = TOPICS.alertsLedger().name();
        List<Alert> made = watch.take(ledger).stream()
                .map(record -> alerts.deserialize(ledger, record.value()))
                .toList();
        made.forEach(this::verify);
        vitals.drain();
        watch.drain();
        return made;
    }

    private void verify(Alert entry) {
        check.take("ledger", entry).ifPresent(breach -> {
            throw new IllegalStateException("the ledger is broken: " + breach);
        });
    }

    @Override
    public void close() {
        vitals.close();
        watch.close();
    }
}
