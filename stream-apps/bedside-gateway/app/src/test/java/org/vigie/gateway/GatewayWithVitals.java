package org.vigie.gateway;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.vigie.embedded.EmbeddedKafka;
import org.vigie.gateway.config.GatewayConfig;
import org.vigie.gateway.fhir.rest.FhirEndpointConfig;
import org.vigie.gateway.mllp.MllpConfig;
import org.vigie.gateway.mqtt.MqttConfig;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.TopicReader;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.testing.broker.KafkaTestNamespace;
import org.vigie.vitals.CleaningMemoryConfig;
import org.vigie.vitals.VitalsStreams;
import org.vigie.vitals.VitalsStreamsConfig;

/** Runs a gateway and vitals-streams in a namespace of their own on a real broker. */
public final class GatewayWithVitals implements AutoCloseable {
    static final String FHIR_TOKEN = "token-of-the-sender";

    private static final Duration START = Duration.ofMinutes(10);

    private final KafkaConnectionConfig kafka;
    private final Path directory;
    private final MqttConfig mqtt;
    private final VitalsStreams vitals;
    private BedsideGateway gateway;

    private GatewayWithVitals(KafkaConnectionConfig kafka, Path directory, MqttConfig mqtt) {
        this.kafka = kafka;
        this.directory = directory;
        this.mqtt = mqtt;
        vitals = VitalsStreams.start(
                new VitalsStreamsConfig(kafka, directory.resolve("vitals"), CleaningMemoryConfig.defaults()));
        gateway = BedsideGateway.start(config());
    }

    public static GatewayWithVitals start(KafkaTestNamespace namespace, Path directory, MqttConfig mqtt)
            throws InterruptedException, TimeoutException {
        EmbeddedKafka broker = namespace.kafka();
        var kafka = new KafkaConnectionConfig(broker.bootstrapServers(), broker.registryUrl(), namespace.name(), 2);
        broker.createTopics(kafka.topics());
        var watched = new GatewayWithVitals(kafka, directory, mqtt);
        watched.vitals.awaitRunning(START);
        return watched;
    }

    public void stopGateway() {
        gateway.close();
    }

    public void startGateway() {
        gateway = BedsideGateway.start(config());
    }

    public void restartGateway() {
        stopGateway();
        startGateway();
    }

    public BedsideGateway gateway() {
        return gateway;
    }

    public KafkaConnectionConfig kafka() {
        return kafka;
    }

    public TopicCatalogue topics() {
        return kafka.topics();
    }

    public <V extends SpecificRecord> List<V> values(Topic<V> topic) {
        List<V> all = new ArrayList<>();
        read(topic, (key, value) -> all.add(value));
        return all;
    }

    public <V extends SpecificRecord> Map<String, V> newest(Topic<V> topic) {
        Map<String, V> all = new TreeMap<>();
        read(topic, all::put);
        return all;
    }

    private <V extends SpecificRecord> void read(Topic<V> topic, BiConsumer<String, V> taker) {
        try (var reader = TopicReader.fromBeginning(kafka, new AvroSerdes(kafka.registryUrl()), topic)) {
            reader.readToEnd(record -> taker.accept(record.key(), record.value().orElse(null)));
        }
    }

    private GatewayConfig config() {
        return new GatewayConfig(
                kafka,
                new MllpConfig(
                        "127.0.0.1",
                        0,
                        4 << 20,
                        100,
                        Duration.ofMinutes(10),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new FhirEndpointConfig(
                        "127.0.0.1",
                        0,
                        List.of(),
                        Optional.of(FHIR_TOKEN),
                        directory.resolve("tokens"),
                        4 << 20,
                        "UTC"),
                mqtt,
                directory.resolve("keys"),
                "Europe/Paris",
                List.of(),
                List.of(),
                Duration.ofMinutes(10));
    }

    @Override
    public void close() {
        gateway.close();
        vitals.close();
    }
}
