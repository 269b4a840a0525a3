package org.vigie.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigie.sink.SinkRecords.clean;
import static org.vigie.sink.SinkRecords.rejected;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.embedded.EmbeddedKafka;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CellOriginRecord;
import org.vigie.schemas.ScoreStatus;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.store.EmbeddedStore;
import org.vigie.store.StoreQuery;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;
import org.vigie.testing.broker.UnusedPort;

/** Tests the way from the real topics into the real store. */
@ExtendWith(EmbeddedKafkaExtension.class)
class DashboardSinkIT {
    private static final AtomicInteger NAMESPACES = new AtomicInteger();

    @TempDir
    static Path dir;

    private static EmbeddedKafka kafka;
    private static EmbeddedStore store;
    private static Producer<String, byte[]> producer;

    private AvroSerdes serdes;
    private TopicCatalogue topics;
    private SinkConfig config;
    private StoreQuery query;

    @BeforeAll
    static void start(KafkaTestNamespace shared) {
        kafka = shared.kafka();
        // A test starts it again on the same port, which no connection may take meanwhile.
        store = EmbeddedStore.start(dir.resolve("store"), UnusedPort.find().number(), 0);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @AfterAll
    static void stop() {
        producer.close();
        store.close();
    }

    /** A namespace, so topics and tables, for each test. */
    @BeforeEach
    void configure() {
        String namespace = "it-" + NAMESPACES.incrementAndGet();
        var settings = new KafkaConnectionConfig(kafka.bootstrapServers(), kafka.registryUrl(), namespace, 2);
        config = new SinkConfig(
                settings,
                store.httpUrl(),
                store.admin().user(),
                Optional.of(store.admin().passwordFile()),
                1_000,
                Duration.ofMillis(100),
                "1");
        topics = settings.topics();
        kafka.createTopics(topics);
        serdes = new AvroSerdes(kafka.registryUrl());
        query = new StoreQuery(store.httpUrl(), store.admin());
    }

    @Test
    void everyTopicComesToItsTable() {
        // given
        publish(topics.observationsClean(), clean(1));
        publish(topics.observationsRejected(), rejected(2, 0, null, "ERR"));
        publish(topics.windowsHourly(), SinkRecords.window(List.of(46, 47), 1, CellOriginRecord.CARRIED));
        publish(
                topics.scoresSurvival(),
                SinkRecords.unscored(ScoreStatus.UNAVAILABLE, "the model server does not answer"));
        publish(topics.alertsLedger(), SinkRecords.alert(AlertStateRecord.RAISED));
        publish(topics.triageCurrent(), SinkRecords.triage());
        publishBytes(topics.triageCurrent(), null);

        // when
        try (var sink = DashboardSink.start(config)) {
            // then
            awaitRows("readings", 3);
            awaitRows("cells", 2 * 37);
            awaitRows("scores", 1);
            awaitRows("open_alerts", 1);
            awaitRows("triage", 1);
            assertThat(sink.counters().deadLetters() + sink.counters().quarantined())
                    .isZero();
        }
    }

    @Test
    void whatIsReadAgainIsStoredOnce() throws Exception {
        // given
        IntStream.range(0, 500).forEach(offset -> publish(topics.observationsClean(), clean(offset)));
        try (var first = DashboardSink.start(config)) {
            awaitRows("readings", 1_000);
            awaitCount(first.counters()::rows, 1_000);
        }

        // when
        deleteOffsets();
        IntStream.range(400, 600).forEach(offset -> publish(topics.observationsClean(), clean(offset)));

        // then
        try (var second = DashboardSink.start(config)) {
            await().atMost(Duration.ofMinutes(10)).until(() -> second.counters().rows() >= 1_400);
            awaitRows("readings", 1_200);
        }
    }

    @Test
    void nothingIsLostWhileTheStoreIsAway() {
        // given
        int port = URI.create(store.httpUrl()).getPort();
        try (var sink = DashboardSink.start(config)) {
            publish(topics.observationsClean(), clean(0));
            awaitRows("readings", 2);

            // when
            store.close();
            IntStream.range(1, 300).forEach(offset -> publish(topics.observationsClean(), clean(offset)));
            await().atMost(Duration.ofMinutes(10)).until(() -> sink.counters().retries() > 1);
            store = EmbeddedStore.start(dir.resolve("store"), port, 0);

            // then
            awaitRows("readings", 600);
            assertThat(sink.counters().deadLetters()).isZero();
        }
    }

    @Test
    void whatCannotBeReadOrStoredIsPutAsideAndTheRestGoesOn() {
        // given
        var senseless = SinkRecords.window(List.of(4_711), 1, CellOriginRecord.CARRIED);
        var unstorable = SinkRecords.alert(AlertStateRecord.RAISED);
        unstorable.setOnset(Instant.ofEpochMilli(-5));

        // when
        try (var sink = DashboardSink.start(config)) {
            publishBytes(topics.observationsClean(), "no Avro at all".getBytes(StandardCharsets.UTF_8));
            publish(topics.windowsHourly(), senseless);
            publish(topics.alertsLedger(), unstorable);
            publish(topics.observationsClean(), clean(1));

            // then
            awaitRows("readings", 2);
            awaitRows("refused", 3);
            awaitCount(sink.counters()::quarantined, 1);
            awaitCount(sink.counters()::deadLetters, 2);
        }
        assertThat(query.execute("SELECT topic, reason FROM " + table("refused") + " ORDER BY topic, reason"))
                .containsExactly(
                        Map.of("topic", topics.recordsQuarantined().name(), "reason", "NOT_FRAMED"),
                        Map.of("topic", topics.rowsRejected().name(), "reason", "ROW_REFUSED"),
                        Map.of("topic", topics.rowsRejected().name(), "reason", "ROW_REFUSED"));
        assertThat(query.execute("SELECT detail FROM " + table("refused") + " WHERE detail LIKE '%alerts:%'"))
                .hasSize(1);
    }

    @Test
    void eachReadingIsInTheStoreThoughNoOtherFollowsIt() {
        try (var sink = DashboardSink.start(config)) {
            for (int offset = 0; offset < 3; offset++) {
                // when
                publish(topics.observationsClean(), clean(offset));

                // then
                awaitRows("readings", 2L * (offset + 1));
            }
            awaitCount(sink.counters()::rows, 6);
        }
    }

    private <V extends SpecificRecord> void publish(Topic<V> topic, V value) {
        publishBytes(topic, serdes.of(topic).serializer().serialize(topic.name(), value));
    }

    private void publishBytes(Topic<?> topic, byte[] value) {
        Future<RecordMetadata> acknowledged = producer.send(new ProducerRecord<>(topic.name(), "stay-1", value));
        producer.flush();
        assertThat(acknowledged).isDone();
    }

    /** Deletes the group, which has no members: a sink that is closed leaves it. */
    private void deleteOffsets() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) kafka.bootstrapServers()))) {
            String group = "vigie-" + config.kafka().namespace() + "-dashboard-sink";
            admin.deleteConsumerGroups(List.of(group)).all().get();
        }
    }

    private void awaitRows(String name, long rows) {
        await().atMost(Duration.ofMinutes(10))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(query.number("SELECT count() FROM " + table(name)))
                        .isEqualTo(rows));
    }

    /** Rows are in the store a moment before the sink receives the confirmation and counts them. After a long halt it writes and counts some again. */
    private static void awaitCount(LongSupplier counter, long count) {
        await().atMost(Duration.ofMinutes(10))
                .untilAsserted(() -> assertThat(counter.getAsLong()).isGreaterThanOrEqualTo(count));
    }

    private String table(String name) {
        return config.tables().prefix() + name;
    }
}
