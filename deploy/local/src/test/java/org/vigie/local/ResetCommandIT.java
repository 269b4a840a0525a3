package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.access.audit.AuditReport;
import org.vigie.embedded.EmbeddedKafka;
import org.vigie.platform.app.StreamsApp;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.config.ConfigLoader;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;
import org.vigie.vitals.VitalsStreams;
import org.vigie.vitals.VitalsStreamsConfig;

/** Deletes the state of vitals-streams on a real broker. */
@ExtendWith(EmbeddedKafkaExtension.class)
class ResetCommandIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private static EmbeddedKafka kafka;

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void startKafka(KafkaTestNamespace shared) {
        kafka = shared.kafka();
    }

    @Test
    void whatWouldBeDeletedIsPrintedAndDeletedWithYesOnly() throws Exception {
        // given
        Path file = config("state");
        runUntilOffsetsAreCommitted(file);
        Files.createDirectories(directory.resolve("state-dir").resolve("0_0"));

        // when
        int asked = run("vitals-streams", file.toString());

        // then
        assertThat(asked).as(err.toString()).isEqualTo(CommandRunner.NO);
        assertThat(out.toString())
                .contains("consumer group  vigie.state.vitals-streams\n")
                .contains("topic           vigie.state.vitals-streams-memory-changelog\n")
                .contains("folder          " + directory.resolve("state-dir") + "\n")
                .endsWith("Nothing was deleted; --yes deletes this.\n");
        assertThat(topics()).contains("vigie.state.vitals-streams-memory-changelog");

        // when
        int deleted = run("vitals-streams", file.toString(), "--yes");

        // then
        assertThat(deleted).as(err.toString()).isEqualTo(CommandRunner.DONE);
        assertThat(topics()).contains("vigie.state.observations.raw").noneMatch(topic -> topic.endsWith("-changelog"));
        assertThat(directory.resolve("state-dir")).doesNotExist();
        assertThat(AuditReport.ofTopic(load(file).kafka()).acts())
                .singleElement()
                .satisfies(act -> assertThat(act)
                        .contains(
                                "account:",
                                "CHANGE_CONFIGURATION",
                                "state of vitals-streams at " + kafka.bootstrapServers()
                                        + " is deleted: consumer group vigie.state.vitals-streams"));
    }

    @Test
    void anAppWithoutStateHasNothingToDelete() throws Exception {
        // when
        int code = run("vitals-streams", config("fresh").toString(), "--yes", "--json");
        // then
        assertThat(code).as(err.toString()).isEqualTo(CommandRunner.DONE);
        JsonNode answer = new ObjectMapper().readTree(out.toString());
        assertThat(answer.path("deleted").asBoolean()).isFalse();
        assertThat(answer.path("plan").path("topics")).isEmpty();
    }

    @Test
    void anAppThatRunsIsNotReset() throws Exception {
        // given
        Path file = config("running");
        try (VitalsStreams app = VitalsStreams.start(load(file))) {
            app.awaitRunning(TIMEOUT);
            // when
            int code = run("vitals-streams", file.toString(), "--yes");
            // then
            assertThat(code).isEqualTo(CommandRunner.COULD_NOT);
            assertThat(err.toString())
                    .hasLineCount(1)
                    .contains("vitals-streams runs: its group vigie.running.vitals-streams has 1 members");
        }
    }

    @Test
    void anUnknownAppIsRefusedWithTheNames() {
        // when
        int code = run("station");
        // then
        assertThat(code).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(err.toString()).contains("unknown app 'station', expected one of: vitals-streams, risk-flink");
    }

    /** Runs the app on one record that it cannot read, which goes to quarantine. */
    private static void runUntilOffsetsAreCommitted(Path file) throws Exception {
        VitalsStreamsConfig config = load(file);
        String group = StreamsApp.group(VitalsStreams.NAME, config.kafka());
        try (VitalsStreams app = VitalsStreams.start(config);
                Admin admin = admin();
                var producer = new KafkaClients(config.kafka())
                        .producer(new ByteArraySerializer(), new ByteArraySerializer(), Map.of())) {
            app.awaitRunning(TIMEOUT);
            String raw = config.kafka().topics().observationsRaw().name();
            producer.send(new ProducerRecord<>(raw, new byte[] {1, 2, 3})).get();
            await().atMost(TIMEOUT)
                    .until(() -> !admin.listConsumerGroupOffsets(group)
                            .partitionsToOffsetAndMetadata()
                            .get()
                            .isEmpty());
        }
    }

    private Path config(String namespace) throws Exception {
        Path file = Files.writeString(
                directory.resolve("vitals-streams.yaml"),
                "kafka:\n  bootstrapServers: %s\n  registryUrl: %s\n  namespace: %s\nstateDir: %s\nmonitoring:\n  port: 0\n"
                        .formatted(
                                kafka.bootstrapServers(),
                                kafka.registryUrl(),
                                namespace,
                                directory.resolve("state-dir")));
        kafka.createTopics(load(file).kafka().topics());
        return file;
    }

    private static VitalsStreamsConfig load(Path file) {
        return ConfigLoader.load(Optional.of(file), VitalsStreamsConfig.class, Map.of());
    }

    private static Set<String> topics() throws Exception {
        try (Admin admin = admin()) {
            return admin.listTopics().names().get();
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()));
    }

    private int run(String... arguments) {
        return CommandRunner.of(new ResetCommand(), new PrintWriter(out), new PrintWriter(err))
                .execute(arguments);
    }
}
