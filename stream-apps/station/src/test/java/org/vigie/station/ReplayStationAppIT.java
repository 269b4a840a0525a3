package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.vigie.station.StationRecords.admitted;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.TopicReader;
import org.vigie.schemas.ReplayControl;
import org.vigie.schemas.ReplayControlAction;
import org.vigie.schemas.ReplayState;
import org.vigie.schemas.ReplayStatus;
import org.vigie.schemas.RulePublication;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.schemas.topic.TopicCreator;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.station.login.StationAccessConfig;
import org.vigie.station.login.UserHeadersConfig;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;
import org.vigie.testing.story.WardStory;

/** Tests the page of a replay with a real broker. */
@ExtendWith(EmbeddedKafkaExtension.class)
class ReplayStationAppIT {
    private static final Instant RECORDED = Instant.parse("2026-03-01T08:30:00Z");
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final String EARLIER_RULES = "adult-icu-3";

    @TempDir
    private Path access;

    private KafkaConnectionConfig ward;
    private KafkaConnectionConfig study;
    private TopicCatalogue topics;
    private AvroSerdes serdes;

    @BeforeEach
    void createTheTopics(KafkaTestNamespace namespace) throws Exception {
        var unused = new TestLogin(StationAccessConfig.in(access), Clock.systemUTC(), UserHeadersConfig.defaults());
        ward = new KafkaConnectionConfig(
                namespace.kafka().bootstrapServers(), namespace.kafka().registryUrl(), namespace.name(), 2);
        study = ward.withNamespace("study-" + namespace.name());
        topics = study.topics();
        serdes = new AvroSerdes(ward.registryUrl());
        namespace.kafka().createTopics(ward.topics());
        List<NewTopic> own = new ArrayList<>();
        topics.ofReplay().forEach(topic -> own.add(topic.toNewTopic((short) 1)));
        List.of(
                        topics.staysCurrent(),
                        topics.observationsClean(),
                        topics.observationsRejected(),
                        topics.windowsHourly(),
                        topics.scoresSurvival(),
                        topics.alertsLedger(),
                        topics.alertsCurrent(),
                        topics.triageCurrent())
                .forEach(topic -> own.add(new NewTopic(topic.name(), 2, (short) 1)));
        own.add(new NewTopic(
                topics.rulesPublished().name(), topics.rulesPublished().partitions(), (short) 1));
        try (var admin = Admin.create(Map.of("bootstrap.servers", ward.bootstrapServers()))) {
            new TopicCreator(admin).create(own);
        }
    }

    @Test
    void theWardIsShownAtTheRecordedTimeAndTheReplayIsAskedThroughItsOwnTopic() throws Exception {
        // given
        send(topics.replayStatus(), study.namespace(), status(null));
        send(topics.rulesPublished(), "000000", rulesOfThatTime());
        send(topics.staysCurrent(), "REA/01", admitted("REA/01", "s1", RECORDED.minusSeconds(7_200)));
        send(
                topics.observationsClean(),
                "s1",
                new WardStory().bed("REA/01", "s1").at(RECORDED).kept("hr", 82).clean());
        // and: no second passes, because a replay that sends nothing for five seconds counts as stopped
        Clock wall = Clock.fixed(Instant.now(), ZoneOffset.UTC);
        try (var station = ReplayStationApp.start(config(), wall);
                var asked = TopicReader.fromEnd(study, serdes, topics.replayControls())) {
            // when
            await().atMost(TIMEOUT)
                    .until(() -> shown(station).at("/beds/0/values/0/value").asDouble() == 82);
            // then: a replay says each second that it is there
            await().atMost(TIMEOUT).until(() -> {
                send(topics.replayStatus(), study.namespace(), status(null));
                return shown(station).at("/clock/study/state").asText().equals("PAUSED");
            });
            JsonNode clock = shown(station).at("/clock");
            assertThat(clock.at("/now").asLong()).isEqualTo(RECORDED.toEpochMilli());
            assertThat(clock.at("/replay").asBoolean()).isTrue();
            JsonNode rules = shown(station).at("/rules");
            assertThat(rules.at("/version").asText()).isEqualTo(EARLIER_RULES);
            assertThat(rules.at("/author").isNull() || rules.at("/author").isMissingNode())
                    .isTrue();
            assertThat(shown(station).at("/beds/0/values/0/stale").asBoolean()).isFalse();
            // when
            var answer = HttpClient.newHttpClient()
                    .sendAsync(
                            TestLogin.request(station.address().resolve("api/replay"), "nurse")
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString("{\"action\": \"STEP\", \"stepMs\": 1000}"))
                                    .build(),
                            BodyHandlers.ofString());
            List<ReplayControl> controls = new ArrayList<>();
            await().atMost(TIMEOUT).until(() -> {
                asked.readToEnd(record -> record.readableValue().ifPresent(controls::add));
                return controls.size() == 1;
            });
            assertThat(controls.get(0).getAction()).isEqualTo(ReplayControlAction.STEP);
            send(
                    topics.replayStatus(),
                    study.namespace(),
                    status(controls.get(0).getControl()));
            // then
            assertThat(answer.get().body()).containsAnyOf("OBEYED", "PENDING");
            assertThat(order(station).statusCode()).isEqualTo(409);
        }
        assertThat(audited()).contains(study.namespace() + " READ_PAST", study.namespace() + " STEER_REPLAY");
        assertThat(count(ward.topics().commandsAlerts())).isZero();
    }

    @Test
    void aNamespaceWithoutAReplayAndAWardWithTheNameOfOneAreRefused() {
        assertThatThrownBy(() -> ReplayStationApp.start(config()))
                .hasMessage("NO_REPLAY: no replay ran in " + study.namespace());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StationApp.start(config()))
                .withMessageContaining("kafka.namespace: must be that of a ward, was the replay");
    }

    private static JsonNode shown(ReplayStationApp station) throws Exception {
        return SseRecorder.json(HttpClient.newHttpClient()
                .send(
                        TestLogin.request(station.address().resolve("api/ward"), "nurse")
                                .build(),
                        BodyHandlers.ofString())
                .body());
    }

    private static HttpResponse<String> order(ReplayStationApp station) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        TestLogin.request(station.address().resolve("api/orders"), "nurse")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(
                                        "{\"stay\": \"s1\", \"alert\": \"a1\", \"kind\": \"ACKNOWLEDGE\"}"))
                                .build(),
                        BodyHandlers.ofString());
    }

    private List<String> audited() {
        List<String> events = new ArrayList<>();
        try (var reader = TopicReader.fromBeginning(ward, serdes, ward.topics().auditEvents())) {
            reader.readToEnd(record -> record.readableValue()
                    .ifPresent(event -> events.add(event.getSource() + " " + event.getOperation())));
        }
        return events;
    }

    private long count(Topic<?> topic) {
        long[] records = {0};
        try (var reader = TopicReader.fromBeginning(ward, serdes, topic)) {
            reader.readToEnd(record -> records[0]++);
        }
        return records[0];
    }

    private StationConfig config() {
        return StationConfig.defaults().ofReplay(study, 0, access);
    }

    /** Returns the rules of an earlier release, as a replay with those of its configuration writes them. */
    private static RulePublication rulesOfThatTime() throws IOException {
        try (InputStream text = AlarmRuleCatalogue.class.getResourceAsStream(EARLIER_RULES + ".yaml")) {
            return RulePublication.newBuilder()
                    .setNumber(0)
                    .setVersion(EARLIER_RULES)
                    .setRules(new String(text.readAllBytes(), StandardCharsets.UTF_8))
                    .setDigest("")
                    .setAuthor("configuration")
                    .setReason("")
                    .setPublishedAt(Instant.EPOCH)
                    .setInForceFrom(Instant.EPOCH)
                    .build();
        }
    }

    private ReplayStatus status(String answers) {
        return ReplayStatus.newBuilder()
                .setNamespace(study.namespace())
                .setWard(ward.namespace())
                .setState(ReplayState.PAUSED)
                .setFrom(RECORDED.minusSeconds(1_800))
                .setTo(RECORDED.plusSeconds(1_800))
                .setPosition(RECORDED)
                .setSpeed(1)
                .setRecords(1)
                .setShare(0.5)
                .setBeds(1)
                .setSentAt(Instant.now().plusSeconds(3_600))
                .setAnswers(answers)
                .build();
    }

    private <V extends SpecificRecord> void send(Topic<V> topic, String key, V value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", ward.bootstrapServers()),
                new StringSerializer(),
                serdes.of(topic).serializer())) {
            producer.send(new ProducerRecord<>(topic.name(), null, RECORDED.toEpochMilli(), key, value))
                    .get();
        }
    }
}
