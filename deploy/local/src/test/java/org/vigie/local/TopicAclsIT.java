package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
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
import org.vigie.embedded.EmbeddedBroker;
import org.vigie.schemas.topic.AppTopics;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.testing.broker.UnusedPort;

/** Asks a broker with an authorizer and SCRAM log-ins what each app may do. */
class TopicAclsIT {
    private static final TopicCatalogue TOPICS = TopicCatalogue.in("ward", 1);
    private static final String PASSWORD = "password-of-tests";

    @TempDir
    static Path folder;

    private static EmbeddedBroker broker;
    private static String appsListener;

    @BeforeAll
    static void start() throws Exception {
        int plain = UnusedPort.find().number();
        int controller = UnusedPort.find().number();
        appsListener = "127.0.0.1:" + UnusedPort.find().number();
        broker = EmbeddedBroker.start(folder, plain, controller, secured(plain, controller));
        broker.createTopics(TOPICS);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createAcls(new TopicAcls("ward").bindings()).all().get();
            admin.alterUserScramCredentials(AppTopics.all().stream()
                            .map(app -> credential(app.app()))
                            .toList())
                    .all()
                    .get();
        }
    }

    /** The broker itself uses the first listener; the apps log in at the last one. */
    private static Map<String, String> secured(int plain, int controller) {
        String listeners = "PLAINTEXT://127.0.0.1:" + plain + ",APPS://" + appsListener;
        return Map.of(
                "listeners", listeners + ",CONTROLLER://127.0.0.1:" + controller,
                "advertised.listeners", listeners,
                "listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,APPS:SASL_PLAINTEXT",
                "sasl.enabled.mechanisms", "SCRAM-SHA-512",
                "listener.name.apps.scram-sha-512.sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required;",
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "super.users", "User:ANONYMOUS");
    }

    private static UserScramCredentialAlteration credential(String app) {
        var scram = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4_096);
        return new UserScramCredentialUpsertion(TopicAcls.principal(app), scram, PASSWORD);
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
        try (var producer =
                new KafkaProducer<>(login("vitals-streams"), new ByteArraySerializer(), new ByteArraySerializer())) {
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
        try (Admin admin = Admin.create(login(app))) {
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

    private static Map<String, Object> login(String app) {
        return Map.of(
                "bootstrap.servers",
                appsListener,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "max.block.ms",
                20_000,
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\""
                        + TopicAcls.principal(app) + "\" password=\"" + PASSWORD + "\";");
    }
}
