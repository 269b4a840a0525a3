package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.vigie.station.StationRecords.admitted;
import static org.vigie.station.StationRecords.raised;
import static org.vigie.station.StationRecords.risk;
import static org.vigie.station.StationRecords.triage;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.access.audit.AuditReport;
import org.vigie.access.audit.AuditVerification;
import org.vigie.embedded.EmbeddedKafka;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.AlarmCommandRefusalRecord;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.CommandTypeRecord;
import org.vigie.schemas.TriageLevelRecord;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.login.StationAccessConfig;
import org.vigie.station.login.UserHeadersConfig;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

/** Tests the station with a real broker and a real registry. */
@ExtendWith(EmbeddedKafkaExtension.class)
class StationAppIT {
    private static final BedStory MONITOR = new WardStory().bed("REA/01", "s1");

    private static final int BEDS = 24;
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    @TempDir
    private static Path directory;

    private static Path access;
    private static EmbeddedKafka kafka;
    private static KafkaProducer<String, byte[]> producer;
    private static AvroSerdes serdes;

    @BeforeAll
    static void startBroker(KafkaTestNamespace shared) {
        access = directory.resolve("access");
        var unused = new TestLogin(StationAccessConfig.in(access), Clock.systemUTC(), UserHeadersConfig.defaults());
        kafka = shared.kafka();
        serdes = new AvroSerdes(kafka.registryUrl());
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @AfterAll
    static void stopBroker() {
        producer.close();
    }

    @Test
    void aNewValueOfAnyOfTwentyFourBedsIsSentWithinASecondOfItsPublication() throws Exception {
        TopicCatalogue topics = topics("live");
        admitAll(topics);
        try (var station = StationApp.start(config("live"));
                var events = SseRecorder.of(station.address(), "nurse")) {
            await().atMost(TIMEOUT).until(() -> !events.named("snapshot").isEmpty());

            // when: three seconds of the whole ward
            for (int second = 0; second < 3; second++) {
                int now = second;
                IntStream.rangeClosed(1, BEDS).forEach(bed -> publish(topics, bed, 80 + now));
                await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
            }

            // then
            await().atMost(TIMEOUT).until(() -> bedsShowing(events, 82) == BEDS);
            List<Long> delays = events.named("bed").stream()
                    .filter(event -> event.data().has("newest"))
                    .map(event -> event.receivedAt()
                            - event.data().at("/newest/publishedAt").asLong())
                    .sorted()
                    .toList();
            assertThat(delays.get(delays.size() / 2))
                    .as("median: a busy machine may hold up single values")
                    .isLessThan(1000);
        }
    }

    @Test
    void anOrderGoesOutAndComesBackWithTheLedgersAnswer() throws Exception {
        TopicCatalogue topics = topics("orders");
        try (var station = StationApp.start(config("orders"));
                var commands = commands(topics)) {
            // when
            var answer = HttpClient.newHttpClient().sendAsync(order(station), BodyHandlers.ofString());

            // then
            AlarmCommandRecord command = onlyCommand(commands, topics);
            assertThat(command.getKind()).isEqualTo(CommandTypeRecord.ACKNOWLEDGE);
            assertThat(command.getBy()).isEqualTo("nurse");
            assertThat(command.getRole()).isEqualTo("nurse");

            // when
            Alert entry = Alert.newBuilder(raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, Instant.now()))
                    .setState(AlertStateRecord.COMMAND_REFUSED)
                    .setCommand(command)
                    .setRefusal(AlarmCommandRefusalRecord.STALE_VERSION)
                    .setMessageFr("Trop tard")
                    .build();
            send(topics.alertsLedger(), "s1", entry);

            // then
            assertThat(answer.get(3, TimeUnit.MINUTES).body())
                    .contains("\"status\":\"REFUSED\"", "\"refusal\":\"STALE_VERSION\"", "Trop tard");
        }
    }

    private static HttpRequest order(StationApp station) {
        return TestLogin.request(station.address().resolve("api/orders"), "nurse")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"stay": "s1", "alert": "a1", "kind": "ACKNOWLEDGE"}"""))
                .build();
    }

    private static KafkaConsumer<byte[], byte[]> commands(TopicCatalogue topics) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, 2)
                .mapToObj(
                        partition -> new TopicPartition(topics.commandsAlerts().name(), partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        // connects before the order: the station waits three seconds for the answer
        partitions.forEach(consumer::position);
        return consumer;
    }

    private static AlarmCommandRecord onlyCommand(KafkaConsumer<byte[], byte[]> consumer, TopicCatalogue topics) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        await().atMost(TIMEOUT).until(() -> {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            return records.size() == 1;
        });
        return serdes.of(topics.commandsAlerts())
                .deserializer()
                .deserialize(records.get(0).topic(), records.get(0).value());
    }

    @Test
    void afterARestartThePictureAndItsTrendsAreRebuiltFromTheTopics() throws Exception {
        // given
        TopicCatalogue topics = topics("restart");
        Instant now = Instant.now();
        send(topics.staysCurrent(), "REA/01", admitted("REA/01", "s1", now.minusSeconds(7200)));
        for (int minute = 30; minute >= 0; minute--) {
            Instant at = now.minusSeconds(60L * minute);
            send(
                    topics.observationsClean(),
                    "s1",
                    MONITOR.at(at).kept("hr", 80 + minute).clean());
        }
        send(topics.alertsCurrent(), "a1", raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, now));
        send(topics.triageCurrent(), "s1", triage("REA/01", "s1", TriageLevelRecord.TRI_2, 5, 5, now));
        send(topics.scoresSurvival(), "s1", risk("REA/01", "s1", 0.3, 0.8, now));
        send(topics.observationsRejected(), "s1", MONITOR.at(now).rejected("hr", CleaningReasonRecord.NOT_A_NUMBER));

        // when
        for (int start = 0; start < 2; start++) {
            try (var station = StationApp.start(config("restart"))) {
                // then
                await().atMost(TIMEOUT).untilAsserted(() -> {
                    var ward = SseRecorder.json(get(station, "api/ward"));
                    assertThat(ward.at("/beds/0/values/0/measuredAt").asLong()).isEqualTo(now.toEpochMilli());
                    assertThat(ward.at("/beds/0/alarms/highest/alert").asText()).isEqualTo("a1");
                    assertThat(ward.at("/beds/0/triage/level").asText()).isEqualTo("TRI_2");
                    assertThat(ward.at("/beds/0/risk/absent").asText()).isEqualTo("ALARM_OPEN");
                    assertThat(ward.at("/quality/rejected/NOT_A_NUMBER").asInt())
                            .isEqualTo(1);
                    var trend = SseRecorder.json(get(station, "api/beds/REA/01/trend?hours=1"));
                    assertThat(trend.at("/lines/0/kept/t")).hasSize(31);
                });
            }
        }
    }

    @Test
    void whatUsersReadAndWhatTheyWereRefusedIsOnTheAuditTopicInAWholeChain() throws Exception {
        // given
        TopicCatalogue topics = topics("audited");
        send(
                topics.staysCurrent(),
                "REA/01",
                admitted("REA/01", "s1", Instant.now().minusSeconds(60)));
        StationConfig config = config("audited");

        // when
        try (var station = StationApp.start(config)) {
            await().atMost(TIMEOUT).until(() -> get(station, "api/ward").contains("REA/01"));
            send(station, "api/beds/REA/01/trend", "nurse-CARDIO");
            send(station, "api/beds/REA/01/trend", "nurse-REA");
            await().atMost(TIMEOUT).until(() -> looks(station).contains("nurse-REA"));
            assertThat(looks(station)).doesNotContain("nurse-CARDIO");
        }

        // then
        AuditVerification trail = AuditVerification.ofTopic(config.kafka());
        assertThat(trail.breach()).isEmpty();
        assertThat(trail.events()).isGreaterThanOrEqualTo(2);
        assertThat(AuditReport.ofTopic(config.kafka()).notable())
                .anyMatch(line -> line.contains("REFUSED nurse-CARDIO (nurse): READ_PATIENT, unit 'REA'"));
    }

    /** Returns who looked at the bed, as a physician sees it. */
    private static String looks(StationApp station) throws IOException, InterruptedException {
        return send(station, "api/beds/REA/01/accesses", "physician");
    }

    @Test
    void aRecordThatCannotBeReadIsCountedAndStopsNothing() throws Exception {
        // given
        TopicCatalogue topics = topics("broken");
        send(
                topics.staysCurrent(),
                "REA/01",
                admitted("REA/01", "s1", Instant.now().minusSeconds(60)));
        try (var station = StationApp.start(config("broken"))) {
            producer.send(new ProducerRecord<>(topics.observationsClean().name(), 0, "s1", new byte[] {1, 2, 3}))
                    .get();
            Instant now = Instant.now();
            CleanObservation good = MONITOR.at(now).kept("hr", 82).clean();
            // when
            producer.send(new ProducerRecord<>(
                            topics.observationsClean().name(), 0, "s1", bytes(topics.observationsClean(), good)))
                    .get();
            // then
            await().atMost(TIMEOUT).untilAsserted(() -> {
                var ward = SseRecorder.json(get(station, "api/ward"));
                assertThat(ward.at("/quality/unreadable").asInt()).isEqualTo(1);
                assertThat(ward.at("/beds/0/values/0/variable").asText()).isEqualTo("hr");
            });
        }
    }

    @Test
    void withoutItsTopicsTheStationReportsWhatIsMissing() {
        assertThatThrownBy(() -> StationApp.start(config("nowhere")))
                .isInstanceOf(StationException.class)
                .hasMessageContaining("TOPIC_UNREACHABLE: vigie.nowhere.observations.clean");
    }

    private static long bedsShowing(SseRecorder events, double hr) {
        return events.named("bed").stream()
                .filter(event -> event.data().at("/values/0/value").asDouble() == hr)
                .map(event -> event.data().at("/bed").asText())
                .distinct()
                .count();
    }

    private static void admitAll(TopicCatalogue topics) {
        IntStream.rangeClosed(1, BEDS)
                .forEach(bed -> send(
                        topics.staysCurrent(),
                        DemoWard.bed(bed),
                        admitted(
                                DemoWard.bed(bed),
                                DemoWard.stay(bed),
                                Instant.now().minusSeconds(3600))));
    }

    private static void publish(TopicCatalogue topics, int bed, double hr) {
        Instant now = Instant.now();
        send(
                topics.observationsClean(),
                DemoWard.stay(bed),
                new WardStory()
                        .bed(DemoWard.bed(bed), DemoWard.stay(bed))
                        .at(now)
                        .kept("hr", hr)
                        .clean());
    }

    private static TopicCatalogue topics(String namespace) {
        TopicCatalogue topics = TopicCatalogue.in(namespace, 2);
        kafka.createTopics(topics);
        return topics;
    }

    private static StationConfig config(String namespace) {
        var settings = new KafkaConnectionConfig(kafka.bootstrapServers(), kafka.registryUrl(), namespace, 2);
        return new StationConfig(
                        settings,
                        "127.0.0.1",
                        0,
                        List.of(),
                        List.of(),
                        1,
                        Duration.ofDays(1),
                        StalenessConfig.defaults(),
                        UserHeadersConfig.defaults())
                .withAccess(access);
    }

    private static <V extends SpecificRecord> void send(Topic<V> topic, String key, V value) {
        try {
            producer.send(new ProducerRecord<>(topic.name(), key, bytes(topic, value)))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static <V extends SpecificRecord> byte[] bytes(Topic<V> topic, V value) {
        return serdes.of(topic).serializer().serialize(topic.name(), value);
    }

    private static String get(StationApp station, String path) throws IOException, InterruptedException {
        return send(station, path, "nurse");
    }

    private static String send(StationApp station, String path, String token) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(TestLogin.request(station.address().resolve(path), token).build(), BodyHandlers.ofString())
                .body();
    }
}
