package org.vigie.platform.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.DataInput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.state.PositionalStateReader;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;

/** Tests on a real broker how an app leaves its group and why it stops. */
@ExtendWith(EmbeddedKafkaExtension.class)
class StreamsAppIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final PositionalStateReader STATE = new PositionalStateReader("app", 1, 1);

    @TempDir
    Path directory;

    @Test
    void anAppThatIsClosedLeavesItsGroupAtOnce(KafkaTestNamespace namespace) throws Exception {
        // given
        KafkaConnectionConfig config = config(namespace);
        var app = StreamsApp.start("app", topology(config), config, directory);
        app.awaitRunning(TIMEOUT);

        // when
        app.close();

        // then
        assertThat(members(config)).isEmpty();
        assertThat(app.stoppedByItself().toCompletableFuture()).isNotDone();
    }

    @Test
    void anAppThatCannotReadItsStateStopsWithTheReason(KafkaTestNamespace namespace) throws Exception {
        // given
        KafkaConnectionConfig config = config(namespace);
        try (var app = StreamsApp.start("app", topology(config), config, directory)) {
            app.awaitRunning(TIMEOUT);

            // when
            send(config, new byte[] {1});

            // then
            assertThat(app.stoppedByItself().toCompletableFuture().get(TIMEOUT.toSeconds(), TimeUnit.SECONDS))
                    .startsWith(
                            "app stopped: its own state cannot be read: MEMORY_UNREADABLE: app, store memory, key a,");
        }
    }

    @Test
    void ofTwoProcessesUnderOneNameOneStopsWithTheReasonAndTheOtherProcesses(KafkaTestNamespace namespace)
            throws Exception {
        // given
        KafkaConnectionConfig config = config(namespace);
        try (var older = StreamsApp.start("app", topology(config), config, directory.resolve("older"))) {
            older.awaitRunning(TIMEOUT);

            // when
            try (var newer = StreamsApp.start("app", topology(config), config, directory.resolve("newer"))) {
                // then: the older one, unless this machine stalls for longer than the newer one's session
                CompletableFuture<String> olderStops = older.stoppedByItself().toCompletableFuture();
                Object reason = CompletableFuture.anyOf(
                                olderStops, newer.stoppedByItself().toCompletableFuture())
                        .get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
                assertThat(reason).asString().contains("another process runs under the same name");
                StreamsApp left = olderStops.isDone() ? newer : older;
                await().atMost(TIMEOUT).until(() -> left.tasks() == 1);
            }
        }
    }

    /** Creates one topic, with the name of the namespace. */
    private static KafkaConnectionConfig config(KafkaTestNamespace namespace) throws Exception {
        var config = new KafkaConnectionConfig(
                namespace.kafka().bootstrapServers(), namespace.kafka().registryUrl(), namespace.name(), 1);
        try (Admin admin = admin(config)) {
            admin.createTopics(List.of(new NewTopic(namespace.name(), 1, (short) 1)))
                    .all()
                    .get();
        }
        return config;
    }

    /** Reads each value as a state of version 1. */
    private static Topology topology(KafkaConnectionConfig config) {
        var builder = new StreamsBuilder();
        builder.stream(config.namespace(), Consumed.with(Serdes.String(), Serdes.ByteArray()))
                .foreach((key, value) -> STATE.read("memory", key, value, DataInput::readInt));
        return builder.build();
    }

    private static void send(KafkaConnectionConfig config, byte[] value) throws Exception {
        try (var producer =
                new KafkaClients(config).producer(new ByteArraySerializer(), new ByteArraySerializer(), Map.of())) {
            producer.send(new ProducerRecord<>(config.namespace(), "a".getBytes(StandardCharsets.UTF_8), value))
                    .get();
        }
    }

    private static List<MemberDescription> members(KafkaConnectionConfig config) throws Exception {
        String group = StreamsApp.group("app", config);
        try (Admin admin = admin(config)) {
            return List.copyOf(admin.describeConsumerGroups(List.of(group))
                    .describedGroups()
                    .get(group)
                    .get()
                    .members());
        }
    }

    private static Admin admin(KafkaConnectionConfig config) {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers()));
    }
}
