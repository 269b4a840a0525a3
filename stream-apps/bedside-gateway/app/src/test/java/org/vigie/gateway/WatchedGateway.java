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
import org.vigie.gateway.fhir.rest.FhirEndpointConfig;
import org.vigie.gateway.mllp.MllpConfig;
import org.vigie.gateway.mqtt.MqttConfig;
import org.vigie.runtime.KafkaSettings;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.Topics;
import org.vigie.vitals.MemorySettings;
import org.vigie.vitals.VitalsConfiguration;
import org.vigie.vitals.VitalsStreams;

/** A gateway with vitals-streams behind it, in a namespace of its own on a real broker. */
final class WatchedGateway implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);

    private final KafkaSettings kafka;
    private final Path directory;
    private final MqttConfig mqtt;
    private final VitalsStreams vitals;
    private Gateway gateway;

    private WatchedGateway(KafkaSettings kafka, Path directory, MqttConfig mqtt) {
        this.kafka = kafka;
        this.directory = directory;
        this.mqtt = mqtt;
        vitals = VitalsStreams.start(
                new VitalsConfiguration(kafka, directory.resolve("vitals"), MemorySettings.defaults()));
        gateway = Gateway.start(config());
    }

    static WatchedGateway start(EmbeddedKafka broker, String namespace, Path directory, MqttConfig mqtt)
            throws InterruptedException, TimeoutException {
        var kafka = new KafkaSettings(broker.bootstrapServers(), broker.registryUrl(), namespace, 2);
        broker.createTopics(kafka.topics());
        var watched = new WatchedGateway(kafka, directory, mqtt);
        watched.vitals.awaitRunning(START);
        return watched;
    }

    void stopGateway() {
        gateway.close();
    }

    void startGateway() {
        gateway = Gateway.start(config());
    }

    void restartGateway() {
        stopGateway();
        startGateway();
    }

    Gateway gateway() {
        return gateway;
    }

    KafkaSettings kafka() {
        return kafka;
    }

    Topics topics() {
        return kafka.topics();
    }

    <V extends SpecificRecord> List<V> values(Topic<V> topic) {
        List<V> all = new ArrayList<>();
        read(topic, (key, value) -> all.add(value));
        return all;
    }

    <V extends SpecificRecord> Map<String, V> newest(Topic<V> topic) {
        Map<String, V> all = new TreeMap<>();
        read(topic, all::put);
        return all;
    }

    private <V extends SpecificRecord> void read(Topic<V> topic, BiConsumer<String, V> taker) {
        try (var reader = new TopicReader<>(kafka, new AvroSerdes(kafka.registryUrl()), topic)) {
            reader.readAll(taker);
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
                        Duration.ofMinutes(1),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new FhirEndpointConfig("127.0.0.1", 0, List.of(), Optional.empty(), 4 << 20, "UTC"),
                mqtt,
                directory.resolve("keys"),
                "Europe/Paris",
                List.of(),
                List.of(),
                Duration.ofSeconds(10));
    }

    @Override
    public void close() {
        gateway.close();
        vitals.close();
    }
}
