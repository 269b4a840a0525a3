package org.vigie.gateway;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.gateway.codes.BedList;
import org.vigie.gateway.fhir.rest.FhirEndpoint;
import org.vigie.gateway.identity.Keys;
import org.vigie.gateway.mllp.MllpListener;
import org.vigie.gateway.mqtt.MqttGateway;
import org.vigie.runtime.KafkaSettings;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.Topics;

/** Bedside devices and the admission system in, topics out. */
public final class Gateway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Counts counts = new Counts();
    private final MllpListener mllp;
    private final FhirEndpoint fhir;

    private Gateway(GatewayConfig config) {
        KafkaSettings kafka = config.kafka();
        Topics topics = kafka.topics();
        var serdes = new AvroSerdes(kafka.registryUrl());
        Keys keys = Keys.in(config.keys());
        Clock clock = Clock.systemUTC();
        Broker broker = opened(new Broker(kafka, serdes, config.delivery()));
        var stays = new StayBook(broker, topics, keys.pseudonyms());
        recall(kafka, serdes, topics.staysCurrent(), stays);
        recall(kafka, serdes, topics.staysClaimed(), stays);
        IntakeLedger ledger = opened(new IntakeLedger(broker, topics, clock));
        ledger.start(kafka, serdes);
        var statements = new Statements(keys.pseudonyms()::statement);
        recall(kafka, serdes, statements);
        var beds = new KnownBeds(BedList.of(config.beds()), stays::isKnown, counts);
        var unmapped = new UnmappedCodes(broker, topics);
        var door = new Door(broker, topics, stays, beds, statements, keys.seal(), unmapped, ledger, counts, clock);
        Backfill backfill = opened(new Backfill(config, serdes, keys.seal(), broker, door, counts, clock));
        Mappings codes = opened(Mappings.start(kafka, serdes, backfill));
        backfill.resume(codes);
        mllp = opened(
                MllpListener.start(config.mllp(), new Hl7Receiver(codes, config.senderRules(), door, counts, clock)));
        WardTopics board = opened(WardTopics.start(kafka, serdes));
        fhir = opened(FhirEndpoint.start(
                config.fhir(), codes, door, board, () -> GatewayMetrics.text(ledger.counted(), counts.all())));
        if (config.mqtt().isOn()) {
            opened(MqttGateway.start(config.mqtt(), codes, door));
        }
    }

    /**
     * Listens once it has read what is known of the beds. The topics must exist.
     *
     * @throws IllegalStateException when a port is taken or the keys cannot be used
     */
    public static Gateway start(GatewayConfig config) {
        Gateway gateway = new Gateway(config);
        LOG.info(
                "listening: MLLP on {}:{}, FHIR on {}:{}",
                config.mllp().host(),
                gateway.mllpPort(),
                config.fhir().host(),
                gateway.fhirPort());
        return gateway;
    }

    public int mllpPort() {
        return mllp.port();
    }

    public int fhirPort() {
        return fhir.port();
    }

    /** Messages, observations, movements, alarms, dropped, quarantined, failed, sent again: since the start. */
    public Map<String, Long> counts() {
        return counts.all();
    }

    private static void recall(KafkaSettings kafka, AvroSerdes serdes, Topic<BedStays> topic, StayBook stays) {
        boolean claims = topic.equals(kafka.topics().staysClaimed());
        try (var reader = new TopicReader<>(kafka, serdes, topic)) {
            reader.readAll((bed, known) -> {
                if (claims && known != null) {
                    stays.recall(bed, known);
                } else {
                    stays.recallBed(bed);
                }
            });
        }
    }

    private static void recall(KafkaSettings kafka, AvroSerdes serdes, Statements statements) {
        try (var reader = new TopicReader<>(kafka, serdes, kafka.topics().observationsNamed())) {
            reader.readAll(statements::remember);
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    /** Listeners first, the broker last. */
    @Override
    public void close() {
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("{} did not close cleanly", part.getClass().getSimpleName(), e);
            }
        }
    }
}
