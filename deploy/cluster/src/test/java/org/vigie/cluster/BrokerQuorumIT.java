package org.vigie.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.cluster.process.ManagedProcess;
import org.vigie.cluster.process.ProcessFolder;
import org.vigie.cluster.process.ProcessGroup;
import org.vigie.simulator.patient.PatientVariability;

/** Kills brokers of a quorum of three while numbered records are sent. */
class BrokerQuorumIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final TopicPartition PARTITION = new TopicPartition("numbered", 0);

    @TempDir
    Path directory;

    private final Set<String> acknowledged = new HashSet<>();
    private ClusterConfig config;
    private ProcessGroup processes;
    private List<ManagedProcess> brokers;

    @BeforeEach
    void start() throws Exception {
        Files.createDirectories(directory.resolve("deploy/flink-session/target/lib"));
        var folder = new ProcessFolder(directory.resolve("cluster"));
        config = new ClusterConfig(
                folder, new ClusterPorts(1_000), 1, 1, 0, "quiet", false, PatientVariability.NONE, directory);
        processes = new ProcessGroup(folder);
        var plan = new ClusterPlan(config);
        brokers = NodeKind.BROKER.nodes().stream()
                .map(node -> processes.start(plan.of(node)))
                .toList();
        processes.awaitHealthy(brokers, TIMEOUT);
        createTopic();
    }

    @AfterEach
    void stop() {
        brokers.forEach(ManagedProcess::kill);
    }

    @Test
    void withTwoBrokersGoneNoRecordIsAcknowledgedAndTheThirdOneEndsWhenItIsAsked() throws Exception {
        // given
        eachServesItsMetricsAndItsHealth();
        await().atMost(TIMEOUT).until(() -> isStored("all"));

        // when one is gone
        brokers.get(0).kill();

        // then
        await().atMost(TIMEOUT).until(() -> isStored("one gone"));

        // when two are gone
        brokers.get(1).kill();
        send("two gone");

        // then
        assertThat(acknowledged).doesNotContain("two gone");

        // when both are back
        brokers.get(0).start();
        brokers.get(1).start();
        await().atMost(TIMEOUT).until(() -> isStored("back"));

        // then every acknowledged record is there
        assertThat(stored()).containsAll(acknowledged);

        // when two are gone again and the third one is asked to end
        brokers.get(0).kill();
        brokers.get(1).kill();
        brokers.get(2).signals().terminate();

        // then it does not wait for a quorum
        assertThat(brokers.get(2).awaitEnd(TIMEOUT)).isEqualTo(143);
    }

    private void eachServesItsMetricsAndItsHealth() {
        brokers.forEach(broker -> await().atMost(TIMEOUT)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(metrics(broker))
                        .contains("jvm_threads_current", "app=\"broker\",check=\"broker\"")));
    }

    private static String metrics(ManagedProcess broker) throws Exception {
        var request =
                HttpRequest.newBuilder(broker.plan().metrics().orElseThrow()).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private void createTopic() throws Exception {
        try (var admin = Admin.create(clients())) {
            var topic = new NewTopic(PARTITION.topic(), Optional.of(1), Optional.empty());
            admin.createTopics(List.of(topic)).all().get();
        }
    }

    private boolean isStored(String text) throws InterruptedException {
        send(text);
        return acknowledged.contains(text);
    }

    private void send(String text) throws InterruptedException {
        Map<String, Object> settings = new HashMap<>(clients());
        settings.put("acks", "all");
        // An idempotent producer gives nothing up while it waits for its identifier, which needs the quorum.
        settings.put("enable.idempotence", false);
        settings.put("delivery.timeout.ms", 15_000);
        settings.put("request.timeout.ms", 5_000);
        settings.put("max.block.ms", 15_000);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(PARTITION.topic(), text)).get();
            acknowledged.add(text);
        } catch (ExecutionException | RuntimeException notStored) {
            assertThat(acknowledged).doesNotContain(text);
        }
    }

    private List<String> stored() {
        try (var consumer = new KafkaConsumer<>(clients(), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            long end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
            List<String> texts = new ArrayList<>();
            while (consumer.position(PARTITION) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> texts.add(record.value()));
            }
            return texts;
        }
    }

    private Map<String, Object> clients() {
        return Map.of("bootstrap.servers", config.kafka().bootstrapServers());
    }
}
