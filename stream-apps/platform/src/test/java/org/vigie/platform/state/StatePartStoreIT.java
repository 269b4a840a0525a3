package org.vigie.platform.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;

/** Tests the store with a real broker, a restart and a standby. */
@ExtendWith(EmbeddedKafkaExtension.class)
class StatePartStoreIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    @TempDir
    private Path directory;

    @Test
    void afterARestartOnAnotherDiskEveryPartGoesOnWhereItWas(KafkaTestNamespace namespace) throws Exception {
        // given
        createTopics(namespace);
        send(namespace, "82", "84");
        var first = start(namespace, "one", 0);
        await().atMost(TIMEOUT).until(() -> wholes(namespace).size() == 2);
        close(first);

        // when
        send(namespace, "250");
        var second = start(namespace, "two", 0);
        await().atMost(TIMEOUT).until(() -> wholes(namespace).size() == 3);
        close(second);

        // then
        assertThat(wholes(namespace)).containsExactly("82", "82 84", "82 84 250");
    }

    @Test
    void aStandbyTakesOverWithTheStateAndWritesNothingBefore(KafkaTestNamespace namespace) throws Exception {
        // given
        createTopics(namespace);
        List<KafkaStreams> instances = List.of(start(namespace, "left", 1), start(namespace, "right", 1));
        await().atMost(TIMEOUT).until(() -> instances.stream().anyMatch(StatePartStoreIT::isStandby));
        KafkaStreams standby = instances.stream()
                .filter(StatePartStoreIT::isStandby)
                .findFirst()
                .orElseThrow();
        send(namespace, "82", "84");
        await().atMost(TIMEOUT).until(() -> wholes(namespace).size() == 2);

        // when the active one ends
        instances.stream().filter(instance -> instance != standby).forEach(StatePartStoreIT::close);
        send(namespace, "250");

        // then
        await().atMost(TIMEOUT).until(() -> wholes(namespace).size() == 3);
        instances.forEach(StatePartStoreIT::close);
        assertThat(wholes(namespace)).containsExactly("82", "82 84", "82 84 250");
    }

    private static boolean isStandby(KafkaStreams instance) {
        return instance.metadataForLocalThreads().stream()
                .anyMatch(thread -> !thread.standbyTasks().isEmpty());
    }

    private static String input(KafkaTestNamespace namespace) {
        return namespace.name() + "-" + TextCollector.INPUT;
    }

    private static String output(KafkaTestNamespace namespace) {
        return namespace.name() + "-" + TextCollector.OUTPUT;
    }

    private static void createTopics(KafkaTestNamespace namespace) throws Exception {
        try (var admin = Admin.create(clients(namespace))) {
            admin.createTopics(List.of(
                            new NewTopic(input(namespace), 1, (short) 1),
                            new NewTopic(output(namespace), 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private KafkaStreams start(KafkaTestNamespace namespace, String stateDir, int standbys) {
        var properties = new Properties();
        properties.putAll(clients(namespace));
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, namespace.name());
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, standbys);
        properties.put(
                StreamsConfig.STATE_DIR_CONFIG, directory.resolve(stateDir).toString());
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        var store = new StatePartStoreBuilder<>(TextCollector.STORE, new TextFormat());
        var streams = new KafkaStreams(TextCollector.topology(store, input(namespace), output(namespace)), properties);
        streams.start();
        return streams;
    }

    /** Leaves the group at once, as an app that stops in order; the broker does not wait for the session's end. */
    private static void close(KafkaStreams instance) {
        instance.close(CloseOptions.timeout(TIMEOUT)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    }

    private static void send(KafkaTestNamespace namespace, String... texts) throws Exception {
        try (var producer = new KafkaProducer<>(clients(namespace), new StringSerializer(), new StringSerializer())) {
            for (String text : texts) {
                producer.send(new ProducerRecord<>(input(namespace), "a", text)).get();
            }
        }
    }

    private static List<String> wholes(KafkaTestNamespace namespace) {
        try (var consumer =
                new KafkaConsumer<>(clients(namespace), new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(output(namespace), 0);
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            long end = consumer.endOffsets(Set.of(partition)).get(partition);
            List<String> wholes = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> wholes.add(record.value()));
            }
            return wholes;
        }
    }

    private static Map<String, Object> clients(KafkaTestNamespace namespace) {
        return Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, namespace.kafka().bootstrapServers());
    }
}
