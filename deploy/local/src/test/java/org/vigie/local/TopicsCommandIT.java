package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.access.audit.AuditReport;
import org.vigie.embedded.EmbeddedKafka;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.config.ConfigLoader;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;

/** Runs the command on a real broker. */
@ExtendWith(EmbeddedKafkaExtension.class)
class TopicsCommandIT {
    private static EmbeddedKafka broker;

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void startBroker(KafkaTestNamespace shared) {
        broker = shared.kafka();
    }

    @Test
    void onlyWhatIsMissingIsCreated() throws Exception {
        // given
        Path file = config("other", "");
        // when
        JsonNode first = answer(CommandRunner.DONE, file);
        JsonNode again = answer(CommandRunner.DONE, file);
        // then
        assertThat(first.path("created")).hasSizeGreaterThan(10);
        assertThat(first.path("created").toString()).contains("\"vigie.other.observations.raw\"");
        assertThat(first.path("present")).isEmpty();
        assertThat(again.path("created")).isEmpty();
        assertThat(again.path("present")).isEqualTo(first.path("created"));
        assertThat(again.path("differences")).isEmpty();
    }

    @Test
    void theAuditTrailNamesTheTopicsThatACommandMadeOnce() throws Exception {
        // given
        Path file = config("audited", "");

        // when
        answer(CommandRunner.DONE, file);
        answer(CommandRunner.DONE, file);

        // then
        KafkaConnectionConfig kafka = ConfigLoader.load(Optional.of(file), TopicsConfig.class, Map.of())
                .kafka();
        assertThat(err.toString()).isEmpty();
        assertThat(AuditReport.ofTopic(kafka).acts())
                .singleElement()
                .satisfies(act -> assertThat(act)
                        .contains(
                                "account:",
                                "CHANGE_CONFIGURATION",
                                broker.bootstrapServers(),
                                "vigie.audited.audit.events (4 partitions, 1 copies"));
    }

    @Test
    void theConfiguredRetentionIsUsed() throws Exception {
        // given
        answer(CommandRunner.DONE, config("kept", "retention: {observations.raw: P14D}\n"));
        // when
        JsonNode checked = answer(CommandRunner.NO, config("kept", ""));
        // then
        assertThat(checked.path("differences")).singleElement().satisfies(difference -> {
            assertThat(difference.path("topic").asText()).isEqualTo("vigie.kept.observations.raw");
            assertThat(difference.path("setting").asText()).isEqualTo("retention.ms");
            assertThat(difference.path("actual").asText()).isEqualTo("1209600000");
        });
    }

    @Test
    void eachDifferenceIsALineAndNothingIsChanged() throws Exception {
        // given
        answer(CommandRunner.DONE, config("differs", ""));
        Path more = config("differs", "retention: {alerts.ledger: P730D}\n", 8);
        // when
        out.getBuffer().setLength(0);
        int first = run(more.toString());
        String text = out.toString();
        out.getBuffer().setLength(0);
        int again = run(more.toString());
        // then
        assertThat(first).isEqualTo(CommandRunner.NO);
        assertThat(text)
                .contains("vigie.differs.stays.current: partitions: expected 8, was 4\n")
                .contains("vigie.differs.alerts.ledger: retention.ms: expected 63072000000, was 31536000000\n")
                .endsWith("Nothing was changed; docs/operations.md says how to change a topic.\n");
        assertThat(again).isEqualTo(CommandRunner.NO);
        assertThat(out.toString()).isEqualTo(text);
    }

    @Test
    void aRecordThatOutlivesItsRetentionIsShown() throws Exception {
        // given
        Path file = config("old", "");
        createWithTheTimeOfTheSender(file);
        answer(CommandRunner.NO, file);
        sendAtOnce("vigie.old.messages.sealed", Instant.now().minus(Duration.ofDays(5)), Instant.now());

        // when
        out.getBuffer().setLength(0);
        int code = run("retention", file.toString());

        // then
        assertThat(code).isEqualTo(CommandRunner.NO);
        assertThat(out.toString())
                .containsPattern("vigie.old.messages.sealed +3 d +20[^ ]+ +LATE\n")
                .containsPattern("vigie.old.observations.raw +7 d +- +OK\n")
                .containsPattern("vigie.old.stays.current +- +- +NEWEST_OF_EACH_KEY\n");
    }

    /** Sends records in one batch. The broker keeps a segment as long as its newest record is young. */
    private static void sendAtOnce(String topic, Instant... times) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers(), "linger.ms", 60_000),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (Instant time : times) {
                var unused = producer.send(new ProducerRecord<>(topic, 0, time.toEpochMilli(), null, new byte[] {1}));
            }
            producer.flush();
        }
    }

    /** Makes the topic of sealed messages with the times of the sender: only so can a test have an old record. */
    private static void createWithTheTimeOfTheSender(Path file) throws Exception {
        NewTopic topic = ConfigLoader.load(Optional.of(file), TopicsConfig.class, Map.of())
                .kafka()
                .topics()
                .messagesSealed()
                .toNewTopic((short) 1);
        Map<String, String> settings = new HashMap<>(topic.configs());
        settings.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(topic.configs(settings))).all().get();
        }
    }

    @Test
    void moreReplicasThanBrokersAreRefusedInOneLine() throws Exception {
        // when
        int code = run(config("three", "replicationFactor: 3\n").toString());
        // then
        assertThat(code).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(err.toString())
                .isEqualTo("topics: replicationFactor: must be at most the number of brokers at "
                        + broker.bootstrapServers()
                        + ", which is 1, was 3; start more brokers or set VIGIE_REPLICATION_FACTOR=1\n");
    }

    @Test
    void withoutABrokerTheAddressIsNamedInOneLine() throws Exception {
        // given
        Path file = Files.writeString(directory.resolve("topics.yaml"), "kafka:\n  bootstrapServers: 127.0.0.1:1\n");
        // when
        int code = run(file.toString());
        // then
        assertThat(code).isEqualTo(CommandRunner.COULD_NOT);
        assertThat(err.toString())
                .hasLineCount(1)
                .startsWith("topics: no Kafka broker answers at 127.0.0.1:1 within 10 s");
    }

    private Path config(String namespace, String more) throws IOException {
        return config(namespace, more, 4);
    }

    private Path config(String namespace, String more, int partitions) throws IOException {
        return Files.writeString(
                directory.resolve("topics.yaml"),
                "kafka:\n  bootstrapServers: %s\n  registryUrl: %s\n  namespace: %s\n  partitions: %d\n%s"
                        .formatted(broker.bootstrapServers(), broker.registryUrl(), namespace, partitions, more));
    }

    private JsonNode answer(int expected, Path file) throws IOException {
        out.getBuffer().setLength(0);
        int code = run(file.toString(), "--json");
        assertThat(code).as(err.toString()).isEqualTo(expected);
        return new ObjectMapper().readTree(out.toString());
    }

    private int run(String... arguments) {
        return CommandRunner.of(new TopicsCommand(), new PrintWriter(out), new PrintWriter(err))
                .execute(arguments);
    }
}
