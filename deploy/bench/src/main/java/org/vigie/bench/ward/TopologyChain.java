package org.vigie.bench.ward;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.vigie.alerts.AlertTopology;
import org.vigie.alerts.evaluate.StayWatchConfig;
import org.vigie.alerts.ledger.LedgerCheck;
import org.vigie.replay.engine.TopologyDriver;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Observation;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.vitals.CleaningMemoryConfig;
import org.vigie.vitals.VitalsTopology;

/** Runs the topologies of vitals-streams and alert-streams one behind the other, without a broker between them. */
final class TopologyChain implements AutoCloseable {
    private static final TopicCatalogue TOPICS = TopicCatalogue.in("bench", 1);

    private final AvroSerdes serdes = new AvroSerdes(new MockSchemaRegistryClient());
    private final Deserializer<Alert> alerts = serdes.of(TOPICS.alertsLedger()).deserializer();
    private final Serializer<Observation> raw =
            serdes.of(TOPICS.observationsRaw()).serializer();
    private final Serializer<BedStays> stays = serdes.of(TOPICS.staysCurrent()).serializer();
    private final Serializer<AlarmCommandRecord> commands =
            serdes.of(TOPICS.commandsAlerts()).serializer();
    private final TopologyDriver vitals;
    private final TopologyDriver watch;
    private final LedgerCheck check = new LedgerCheck();

    /** Creates a chain with the shipped rules. */
    TopologyChain(Instant start) {
        this(start, Optional.empty());
    }

    /** @param rules alarm rules of the chain; empty: the shipped ones */
    TopologyChain(Instant start, Optional<AlarmRuleCatalogue> rules) {
        vitals = new TopologyDriver(
                "vitals", new VitalsTopology(TOPICS, serdes, CleaningMemoryConfig.defaults()).build(), start);
        watch = new TopologyDriver("alerts", alertTopology(serdes, rules).build(), start);
    }

    private static AlertTopology alertTopology(AvroSerdes serdes, Optional<AlarmRuleCatalogue> rules) {
        return rules.map(each -> new AlertTopology(TOPICS, serdes, StayWatchConfig.defaults(), each))
                .orElseGet(() -> new AlertTopology(TOPICS, serdes, StayWatchConfig.defaults()));
    }

    void send(BedStays bed, Instant at) {
        String topic = TOPICS.staysCurrent().name();
        byte[] bytes = stays.serialize(topic, bed);
        vitals.send(topic, bed.getBed(), bytes, at);
        watch.send(topic, bed.getBed(), bytes, at);
    }

    void send(Observation observation, Instant at) {
        String topic = TOPICS.observationsRaw().name();
        String clean = TOPICS.observationsClean().name();
        String rejected = TOPICS.observationsRejected().name();
        vitals.send(topic, observation.getBed(), raw.serialize(topic, observation), at);
        vitals.take(clean).forEach(record -> watch.send(clean, record.key(), record.value(), at));
        vitals.take(rejected).forEach(record -> watch.send(rejected, record.key(), record.value(), at));
    }

    void send(AlarmCommandRecord command, Instant at) {
        String topic = TOPICS.commandsAlerts().name();
        watch.send(topic, command.getStay(), commands.serialize(topic, command), at);
    }

    void advanceTo(Instant to) {
        vitals.advanceTo(to);
        watch.advanceTo(to);
    }

    /** Returns the ledger entries that were added since the last call. */
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
