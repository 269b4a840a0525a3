package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.access.audit.AuditReport;
import org.vigie.access.audit.StartAudit;
import org.vigie.alerts.AlertStreams;
import org.vigie.alerts.AlertStreamsConfig;
import org.vigie.alerts.ledger.LedgerVerification;
import org.vigie.embedded.EmbeddedBroker;
import org.vigie.platform.app.StreamsApp;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.registry.EmbeddedRegistry;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.testing.story.WardStory;

/** Restores a backup into an empty data directory and verifies its ledger. */
class RestoredWardIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    @TempDir
    private Path folder;

    @Test
    void aRestoredWardHasTheSameLedgerAndOffsetsAndTheLedgerVerifies() throws Exception {
        // given
        Path data = folder.resolve("data");
        long entries;
        Map<TopicPartition, OffsetAndMetadata> committed;
        try (var broker = EmbeddedBroker.start(data.resolve("broker"));
                var registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0)) {
            KafkaConnectionConfig kafka = config(broker, registry);
            broker.createTopics(kafka.topics());
            raiseAnAlarm(kafka);
            entries = LedgerVerification.ofTopic(kafka).walked().entries();
            committed = committed(kafka);
        }
        assertThat(entries).isPositive();

        // when
        new WardBackup(data, folder.resolve("backup")).take();
        Path restored = folder.resolve("restored");
        int code = CommandRunner.of(new RestoreCommand())
                .execute("--data-dir", restored.toString(), "--from", folder + "/backup");
        assertThat(code).isEqualTo(CommandRunner.DONE);

        // then
        try (var broker = EmbeddedBroker.start(restored.resolve("broker"));
                var registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0)) {
            KafkaConnectionConfig kafka = config(broker, registry);
            LedgerVerification verified = LedgerVerification.ofTopic(kafka);
            assertThat(verified.isWhole()).isTrue();
            assertThat(verified.walked().entries()).isEqualTo(entries);
            assertThat(committed(kafka)).isEqualTo(committed);
            new RestoreNote(restored).record(new StartAudit(kafka, "infra")::changed);
            await().atMost(TIMEOUT)
                    .until(() ->
                            AuditReport.ofTopic(kafka).acts().stream().anyMatch(line -> line.contains("restored at ")));
        }
    }

    private void raiseAnAlarm(KafkaConnectionConfig kafka) throws Exception {
        var topic = kafka.topics().observationsClean();
        var values = new AvroSerdes(kafka.registryUrl()).of(topic).serializer();
        List<CleanObservation> observations = new WardStory()
                .bed("REA/01", "s1")
                .steady(120, Map.of("spo2", 70.0))
                .cleanObservations();
        var defaults = AlertStreamsConfig.defaults();
        try (var alerts = AlertStreams.start(
                        new AlertStreamsConfig(kafka, folder.resolve("alert-streams"), defaults.watch()));
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
                        new StringSerializer(),
                        values)) {
            alerts.awaitRunning(TIMEOUT);
            for (var each : observations) {
                var unused = producer.send(new ProducerRecord<>(topic.name(), each.getStay(), each));
            }
            producer.flush();
            await().atMost(TIMEOUT)
                    .until(() -> !TopicRecords.read(kafka, kafka.topics().alertsLedger())
                            .isEmpty());
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> committed(KafkaConnectionConfig kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            return admin.listConsumerGroupOffsets(StreamsApp.group(AlertStreams.NAME, kafka))
                    .partitionsToOffsetAndMetadata()
                    .get();
        }
    }

    private static KafkaConnectionConfig config(EmbeddedBroker broker, EmbeddedRegistry registry) {
        return new KafkaConnectionConfig(broker.bootstrapServers(), registry.url(), "backup", 2);
    }
}
