package org.vigie.cluster.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.cluster.process.ManagedProcess;
import org.vigie.cluster.process.ProcessFolder;
import org.vigie.cluster.process.ProcessPlan;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;
import org.vigie.testing.broker.TestTopics;
import org.vigie.testing.broker.UnusedPort;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

/** Runs the job from its jar on a session cluster of two processes with RocksDB, submitted over REST. */
@ExtendWith(EmbeddedKafkaExtension.class)
class FlinkSessionIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    @TempDir
    Path directory;

    private final List<ManagedProcess> processes = new ArrayList<>();
    private final FlinkSessionPorts ports = new FlinkSessionPorts(
            UnusedPort.find().number(),
            UnusedPort.find().number(),
            UnusedPort.find().number());
    private final TaskManagerPorts own =
            new TaskManagerPorts(UnusedPort.find().number(), UnusedPort.find().number());

    @AfterEach
    void stop() {
        processes.forEach(ManagedProcess::kill);
    }

    @Test
    void theJobGoesOnAfterItsTaskManagerAndItsJobManagerWereKilledAndFromASavepoint(KafkaTestNamespace namespace)
            throws Exception {
        // given
        var kafka = new KafkaConnectionConfig(
                namespace.kafka().bootstrapServers(), namespace.kafka().registryUrl(), namespace.name(), 2);
        TopicCatalogue topics = kafka.topics();
        namespace.kafka().createTopics(topics);
        FlinkSessionPlan plan = new FlinkSessionPlan(BuiltFlink.lib(), new ProcessFolder(directory), ports, Map.of());
        ManagedProcess manager = started(plan.jobManager());
        ManagedProcess worker = started(plan.taskManager(1, own));
        await().atMost(TIMEOUT).until(manager::isHealthy);
        var job = new FlinkJobSubmission(rest(), BuiltFlink.job(), configuration(kafka), directory.resolve("chk"));
        BedStory bed = new WardStory().bed("REA/01", "stay-1");

        try (var ward = new TestTopics(kafka.bootstrapServers(), kafka.registryUrl())) {
            // when
            job.submit();
            await().atMost(TIMEOUT).until(job::isRunning);
            ward.send(topics.staysCurrent(), "REA/01", bed.stays());
            sendHour(ward, topics, bed, 1);
            awaitScores(ward, topics, 1);
            await().atMost(TIMEOUT).until(this::hasCheckpoint);
            assertThat(text(ports.monitoring(), "/metrics")).contains("flink_jobmanager_job_numRestarts{");
            assertThat(text(ports.monitoring(), "/health")).contains("\"status\":\"UP\"", "1 registered");
            assertThat(text(own.monitoring(), "/metrics"))
                    .contains("flink_taskmanager_job_task_operator_numRecordsIn{", "operator_name=\"window\"");
            assertThat(text(own.monitoring(), "/health")).contains("\"status\":\"UP\"");

            // and both processes are killed, one after the other
            worker.kill();
            worker.start();
            sendHour(ward, topics, bed, 2);
            awaitScores(ward, topics, 2);
            manager.kill();
            manager.start();
            await().atMost(TIMEOUT).until(manager::isHealthy);
            assertThat(job.isForgotten()).isTrue();
            job.submit();
            sendHour(ward, topics, bed, 3);
            awaitScores(ward, topics, 3);

            // and the job is stopped with a savepoint
            job.stopWithSavepoint();
            job.submit();
            sendHour(ward, topics, bed, 4);

            // then the hours before are still there
            awaitScores(ward, topics, 4);
            assertThat(post("/jars/upload", "http://evil.example")).isEqualTo(403);
        }
    }

    private ManagedProcess started(ProcessPlan plan) {
        var process = new ManagedProcess(plan, new ProcessFolder(directory));
        processes.add(process);
        process.start();
        return process;
    }

    /** No model server is needed: a window without a score is answered as unavailable, with the hours that were seen. */
    private Path configuration(KafkaConnectionConfig kafka) throws IOException {
        return Files.writeString(directory.resolve("risk-flink.yaml"), """
                        kafka: {bootstrapServers: "%s", registryUrl: "%s", namespace: %s, partitions: %d}
                        scorer: {url: "http://127.0.0.1:1"}
                        score: {timeout: PT2S, retries: 1}
                        window: {every: PT1M, idleAfter: PT0.5S}
                        flink: {mode: CLUSTER, checkpointUri: "%s", checkpointEvery: PT0.5S, parallelism: 2}
                        """.formatted(
                        kafka.bootstrapServers(),
                        kafka.registryUrl(),
                        kafka.namespace(),
                        kafka.partitions(),
                        directory.resolve("chk").toUri()));
    }

    private static void sendHour(TestTopics ward, TopicCatalogue topics, BedStory bed, int hour) {
        for (int minute = 0; minute < 60; minute += 10) {
            String time = "PT" + ((hour - 1) * 60 + minute) + "M";
            ward.send(
                    topics.observationsClean(),
                    "stay-1",
                    bed.at(time).kept("hr", 80).clean());
        }
        ward.flush();
    }

    private static void awaitScores(TestTopics ward, TopicCatalogue topics, int hours) {
        await().atMost(TIMEOUT).until(() -> hoursSeen(ward, topics).contains(hours));
    }

    private static Set<Integer> hoursSeen(TestTopics ward, TopicCatalogue topics) {
        return ward.all(topics.scoresSurvival()).stream()
                .map(RiskScore::getHoursSeen)
                .collect(Collectors.toSet());
    }

    private boolean hasCheckpoint() throws IOException {
        if (!Files.isDirectory(directory.resolve("chk"))) {
            return false;
        }
        try (Stream<Path> files = Files.find(directory.resolve("chk"), 3, (file, is) -> file.endsWith("_metadata"))) {
            return files.findAny().isPresent();
        }
    }

    private static String text(int port, String path) throws IOException {
        try (var answer = URI.create("http://127.0.0.1:" + port + path).toURL().openStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private URI rest() {
        return URI.create("http://127.0.0.1:" + ports.rest());
    }

    private int post(String path, String origin) throws IOException {
        var request = (HttpURLConnection) rest().resolve(path).toURL().openConnection();
        request.setRequestMethod("POST");
        request.setRequestProperty("Referer", origin);
        return request.getResponseCode();
    }
}
