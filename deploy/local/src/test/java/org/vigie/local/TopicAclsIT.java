package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.access.audit.AuditReport;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.registry.EmbeddedRegistry;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AuditEvent;
import org.vigie.schemas.NotificationStatus;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Quarantined;
import org.vigie.schemas.topic.AppTopics;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import picocli.CommandLine;

/** Asks a broker with an authorizer and SCRAM log-ins what each app may do. */
class TopicAclsIT {
    private static final TopicCatalogue TOPICS = TopicCatalogue.in("ward", 1);
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    @TempDir
    static Path folder;

    private static SecuredBroker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = SecuredBroker.start(folder, TOPICS, "ward");
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    static List<AppTopics> apps() {
        return AppTopics.all();
    }

    @ParameterizedTest
    @MethodSource("apps")
    void anAppMayDoItsOwnWorkAndNothingElse(AppTopics app) throws Exception {
        // when
        Map<String, Set<AclOperation>> permitted = permitted(app.app());

        // then
        Set<String> known = new TreeSet<>(app.reads());
        known.addAll(app.writes());
        assertThat(permitted.keySet()).isEqualTo(known);
        permitted.forEach((topic, operations) -> {
            assertThat(operations).as(topic).contains(AclOperation.READ).doesNotContain(AclOperation.DELETE);
            assertThat(operations.contains(AclOperation.WRITE))
                    .as(topic)
                    .isEqualTo(app.writes().contains(topic));
        });
    }

    @Test
    void theBrokerRefusesARecordInATopicOfAnotherApp() throws Exception {
        // given
        try (var producer = new KafkaProducer<>(
                broker.login("vitals-streams"), new ByteArraySerializer(), new ByteArraySerializer())) {
            byte[] value = "record".getBytes(StandardCharsets.UTF_8);

            // when
            producer.send(new ProducerRecord<>(TOPICS.observationsClean().name(), value))
                    .get();

            // then
            assertThatThrownBy(() -> producer.send(
                                    new ProducerRecord<>(TOPICS.alertsLedger().name(), value))
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void theAppsOfAWardDoTheirWorkUnderTheirOwnPrincipals(@TempDir Path directory) throws Exception {
        try (var ward = new SecuredWard(directory, broker)) {
            // when
            await().atMost(TIMEOUT).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
                ward.measure(190);
                assertThat(TopicRecords.read(ward.administrator(), TOPICS.alertsLedger()))
                        .extracting(Alert::getBed)
                        .contains("REA/03");
            });

            // then
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(TopicRecords.read(ward.administrator(), TOPICS.alarmsEpisodes()))
                            .extracting(AlarmEpisode::getBed)
                            .contains("REA/03"));
            await().atMost(TIMEOUT).untilAsserted(() -> assertThat(ward.shown()).contains("REA/03", "hr_high"));
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(TopicRecords.read(ward.administrator(), TOPICS.auditEvents()))
                            .extracting(AuditEvent::getSource)
                            .contains("station"));

            // when
            ward.startSimulator();

            // then
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(TopicRecords.read(ward.administrator(), TOPICS.observationsRaw()))
                            .extracting(Observation::getBed)
                            .contains("SIM/01"));

            // when
            ward.startFurtherApps();
            ward.sendUnreadable();
            assertThat(ward.askModelServerWithAWrongToken()).isEqualTo(401);

            // then
            await().atMost(TIMEOUT)
                    .untilAsserted(
                            () -> assertThat(TopicRecords.read(ward.administrator(), TOPICS.recordsQuarantined()))
                                    .extracting(Quarantined::getApp)
                                    .contains("dashboard-sink", "risk-flink"));
            await().atMost(TIMEOUT)
                    .untilAsserted(
                            () -> assertThat(TopicRecords.read(ward.administrator(), TOPICS.notificationsStatus()))
                                    .extracting(NotificationStatus::getChannel)
                                    .contains("webhook"));
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(TopicRecords.read(ward.administrator(), TOPICS.auditEvents()))
                            .extracting(AuditEvent::getSource)
                            .contains("model-server"));
        }
    }

    @Test
    void theAuditTrailNamesTheListsThatACommandMadeOnce(@TempDir Path directory) throws Exception {
        try (var registry = EmbeddedRegistry.start(broker.administratorsAddress(), 0)) {
            // given
            var kafka = new KafkaConnectionConfig(broker.administratorsAddress(), registry.url(), "second", 1);
            Path file = Files.writeString(
                    directory.resolve("topics.yaml"),
                    "kafka: {bootstrapServers: '%s', registryUrl: '%s', namespace: second, partitions: 1}"
                            .formatted(kafka.bootstrapServers(), kafka.registryUrl()));

            // when
            for (int time = 0; time < 2; time++) {
                int code = new CommandLine(new TopicsCommand()).execute("acls", file.toString(), "--apply");
                assertThat(code).isZero();
            }

            // then
            assertThat(AuditReport.ofTopic(kafka).acts())
                    .singleElement()
                    .satisfies(act -> assertThat(act)
                            .contains(
                                    "account:",
                                    "CHANGE_CONFIGURATION",
                                    "access control lists at " + kafka.bootstrapServers())
                            .contains("before 1 of ", "User:vigie-station="));
        }
    }

    @Test
    void nobodyButTheGatewayReadsSealedIdentities() {
        assertThat(AppTopics.all())
                .filteredOn(app -> app.reads().contains("identities.sealed")
                        || app.writes().contains("identities.sealed"))
                .extracting(AppTopics::app)
                .containsExactly("bedside-gateway");
    }

    /** Returns what the broker permits an app on each topic that it shows to it, by the topic's name without the namespace. */
    private static Map<String, Set<AclOperation>> permitted(String app) throws InterruptedException {
        var options = new DescribeTopicsOptions().includeAuthorizedOperations(true);
        Map<String, Set<AclOperation>> permitted = new HashMap<>();
        try (Admin admin = Admin.create(broker.login(app))) {
            Set<String> names = TOPICS.all().stream().map(Topic::name).collect(Collectors.toSet());
            for (var topic :
                    admin.describeTopics(names, options).topicNameValues().entrySet()) {
                described(topic.getValue())
                        .ifPresent(found -> permitted.put(
                                topic.getKey().substring("vigie.ward.".length()), found.authorizedOperations()));
            }
        }
        return permitted;
    }

    private static Optional<TopicDescription> described(KafkaFuture<TopicDescription> topic)
            throws InterruptedException {
        try {
            return Optional.of(topic.get());
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(TopicAuthorizationException.class);
            return Optional.empty();
        }
    }
}
