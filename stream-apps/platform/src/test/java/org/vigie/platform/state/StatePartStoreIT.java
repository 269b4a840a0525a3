package org.vigie.platform.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.embedded.EmbeddedKafka;

/** Tests the store with a real broker and a restart. */
class StatePartStoreIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    @TempDir
    private static Path directory;

    @Test
    void afterARestartOnAnotherDiskEveryPartGoesOnWhereItWas() throws Exception {
        try (var kafka = EmbeddedKafka.start(directory.resolve("kafka"));
                var admin = Admin.create(clients(kafka))) {
            // given
            admin.createTopics(List.of(
                            new NewTopic(TextCollector.INPUT, 1, (short) 1),
                            new NewTopic(TextCollector.OUTPUT, 1, (short) 1)))
                    .all()
                    .get();
            send(kafka, "82", "84");
            var first = start(kafka, "one");
            await().atMost(TIMEOUT).until(() -> wholes(kafka).size() == 2);
            first.close(TIMEOUT);

            // when
            send(kafka, "250");
            var second = start(kafka, "two");
            await().atMost(TIMEOUT).until(() -> wholes(kafka).size() == 3);
            second.close(TIMEOUT);

            // then
            assertThat(wholes(kafka)).containsExactly("82", "82 84", "82 84 250");
        }
    }

    @Test
    void aStandbyTakesOverWithTheStateAndWritesNothingBefore() throws Exception {
        try (var kafka = EmbeddedKafka.start(directory.resolve("standby"));
                var admin = Admin.create(clients(kafka))) {
            // given
            admin.createTopics(List.of(
                            new NewTopic(TextCollector.INPUT, 1, (short) 1),
                            new NewTopic(TextCollector.OUTPUT, 1, (short) 1)))
                    .all()
                    .get();
            List<KafkaStreams> instances = List.of(start(kafka, "left", "pair", 1), start(kafka, "right", "pair", 1));
            await().atMost(TIMEOUT).until(() -> instances.stream().anyMatch(StatePartStoreIT::isStandby));
            send(kafka, "82", "84");
            await().atMost(TIMEOUT).until(() -> wholes(kafka).size() == 2);

            // when the active one ends
            for (KafkaStreams instance : instances) {
                if (!isStandby(instance)) {
                    instance.close(TIMEOUT);
                }
            }
            send(kafka, "250");

            // then
            await().atMost(TIMEOUT).until(() -> wholes(kafka).size() == 3);
            instances.forEach(instance -> instance.close(TIMEOUT));
            assertThat(wholes(kafka)).containsExactly("82", "82 84", "82 84 250");
        }
    }

    private static boolean isStandby(KafkaStreams instance) {
        return instance.metadataForLocalThreads().stream()
                .anyMatch(thread -> !thread.standbyTasks().isEmpty());
    }

    private static KafkaStreams start(EmbeddedKafka kafka, String stateDir) {
        return start(kafka, stateDir, "test", 0);
    }

    private static KafkaStreams start(EmbeddedKafka kafka, String stateDir, String application, int standbys) {
        var properties = new Properties();
        properties.putAll(clients(kafka));
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, standbys);
        properties.put(
                StreamsConfig.STATE_DIR_CONFIG, directory.resolve(stateDir).toString());
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        var store = new StatePartStoreBuilder<>(TextCollector.STORE, new TextFormat());
        var streams = new KafkaStreams(TextCollector.topology(store), properties);
        streams.start();
        return streams;
    }

    private static void send(EmbeddedKafka kafka, String... texts) throws Exception {
        try (var producer = new KafkaProducer<>(clients(kafka), new StringSerializer(), new StringSerializer())) {
            for (String text : texts) {
                producer.send(new ProducerRecord<>(TextCollector.INPUT, "a", text))
                        .get();
            }
        }
    }

    private static List<String> wholes(EmbeddedKafka kafka) {
        try (var consumer = new KafkaConsumer<>(clients(kafka), new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(TextCollector.OUTPUT, 0);
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            return consumer.poll(Duration.ofMillis(500)).records(partition).stream()
                    .map(record -> record.value())
                    .toList();
        }
    }

    private static Map<String, Object> clients(EmbeddedKafka kafka) {
        return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
    }
}
