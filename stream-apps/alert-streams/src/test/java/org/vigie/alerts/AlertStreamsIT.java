package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.vigie.alerts.evaluate.StayWatchConfig;
import org.vigie.alerts.ledger.LedgerCommand;
import org.vigie.alerts.ledger.LedgerVerification;
import org.vigie.embedded.EmbeddedKafka;
import org.vigie.platform.app.StreamsApp;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CommandTypeRecord;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;
import org.vigie.testing.story.WardStory;

/** Runs the app on a real broker and registry. */
@Execution(ExecutionMode.CONCURRENT)
@ExtendWith(EmbeddedKafkaExtension.class)
class AlertStreamsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** Rule set whose delays the stories know. */
    private static final String RULES = "adult-icu-3";

    @TempDir
    Path directory;

    @Test
    void aDesaturationReachesTheLedgerAndARestartDoublesNothing(KafkaTestNamespace namespace) throws Exception {
        // given
        var settings = ward(namespace, 1);
        var told = new WardStory()
                .bed("1")
                .steady(20, Map.of("spo2", 97.0))
                .steady(30, Map.of("spo2", 84.0))
                .steady(30, Map.of("spo2", 97.0))
                .cleanObservations();

        // when
        send(settings, settings.topics().staysCurrent().name(), "REA/9", new byte[] {1, 2, 3});
        run(settings, told.subList(0, 45), 1);
        List<Alert> ledger = run(settings, told.subList(45, 80), 2);

        // then
        assertThat(AlertTopologyDriver.told(ledger))
                .containsExactly("REA/1 spo2_low RAISED MEDIUM", "REA/1 spo2_low CLEARED MEDIUM");
        assertThat(ledger.get(0).getAlert()).isEqualTo(ledger.get(1).getAlert());
        assertThat(LedgerVerification.ofTopic(settings).breach()).isEmpty();
    }

    @Test
    void anAlarmEndsWithItsStayThoughTheBedLiesInAnotherPartition(KafkaTestNamespace namespace) throws Exception {
        // given
        var settings = ward(namespace, 4);
        var told = new WardStory().bed("1").steady(30, Map.of("spo2", 84.0)).cleanObservations();
        Instant end = WardStory.START.plusSeconds(60);
        lie(settings, null);
        run(settings, told, 1);

        // when
        lie(settings, end);
        List<Alert> ledger = run(settings, List.of(), 2);

        // then
        assertThat(AlertTopologyDriver.told(ledger))
                .containsExactly("REA/1 spo2_low RAISED MEDIUM", "REA/1 spo2_low CLEARED MEDIUM");
        assertThat(ledger.get(1).getClearedAt()).isEqualTo(end);
        assertThat(LedgerVerification.ofTopic(settings).breach()).isEmpty();
    }

    @Test
    void twoInstancesShareThePartitionsAndWhenOneStopsTheOtherGoesOnWithTheSameChain(KafkaTestNamespace namespace)
            throws Exception {
        // given
        var settings = ward(namespace, 2);
        List<List<CleanObservation>> beds = IntStream.rangeClosed(1, 8)
                .mapToObj(bed -> new WardStory()
                        .bed("" + bed)
                        .steady(30, Map.of("spo2", 84.0))
                        .steady(30, Map.of("spo2", 97.0))
                        .cleanObservations())
                .toList();

        // when, then
        try (var one = AlertStreams.start(instance(settings, "1"))) {
            try (var two = AlertStreams.start(instance(settings, "2"))) {
                await().atMost(PATIENCE).until(() -> one.partitions() == 1 && two.partitions() == 1);
                for (var bed : beds) {
                    publish(settings, bed.subList(0, 25));
                }
                assertThat(ledger(settings, 8)).hasSize(8);
            }
            for (var bed : beds) {
                publish(settings, bed.subList(20, 60));
            }
            ledger(settings, 16);
        }

        assertThat(verified(settings))
                .startsWith("0 The ledger is whole.")
                .contains("8 stays, 8 episodes, 0 still open");
    }

    @Test
    void aKilledAppGoesOnWithTheSameChain(KafkaTestNamespace namespace) throws Exception {
        // given
        var settings = ward(namespace, 2);
        List<CleanObservation> told = interleaved(4, 12);
        Process killed = startAlone(settings);
        var telling = CompletableFuture.runAsync(() -> tell(settings, told));
        ledger(settings, 30);
        killed.destroyForcibly().waitFor();
        telling.join();

        try (var app = AlertStreams.start(instance(settings, "1"))) {
            // when
            app.awaitRunning(PATIENCE);

            // then
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(verified(settings))
                            .startsWith("0 The ledger is whole.")
                            .contains("4 stays, 48 episodes, 0 still open"));
        }
    }

    /** Creates the topics of a ward of its own, so that the tests run side by side on one broker. */
    private static KafkaConnectionConfig ward(KafkaTestNamespace namespace, int partitions) {
        EmbeddedKafka kafka = namespace.kafka();
        var settings =
                new KafkaConnectionConfig(kafka.bootstrapServers(), kafka.registryUrl(), namespace.name(), partitions);
        kafka.createTopics(settings.topics());
        return settings;
    }

    /** Sends one record per second of each of {@code beds} in turn, with {@code episodes} that begin and end. */
    private static List<CleanObservation> interleaved(int beds, int episodes) {
        List<List<CleanObservation>> each = IntStream.rangeClosed(1, beds)
                .mapToObj(number -> {
                    var bed = new WardStory().bed("" + number);
                    IntStream.range(0, episodes)
                            .forEach(episode ->
                                    bed.steady(18, Map.of("spo2", 84.0)).steady(18, Map.of("spo2", 97.0)));
                    return bed.cleanObservations();
                })
                .toList();
        return IntStream.range(0, each.get(0).size())
                .boxed()
                .flatMap(second -> each.stream().map(bed -> bed.get(second)))
                .toList();
    }

    /** Sends a refused command now and then, so that the chain has entries from two topics. */
    private static void tell(KafkaConnectionConfig settings, List<CleanObservation> told) {
        try {
            for (int from = 0; from < told.size(); from += 60) {
                List<CleanObservation> some = told.subList(from, Math.min(from + 60, told.size()));
                publish(settings, some);
                var topic = settings.topics().commandsAlerts();
                var values = new AvroSerdes(settings.registryUrl()).of(topic).serializer();
                AlarmCommandRecord command = AlarmCommandRecord.newBuilder()
                        .setCommand("c-" + from)
                        .setStay(some.get(0).getStay())
                        .setAlert("none")
                        .setKind(CommandTypeRecord.ACKNOWLEDGE)
                        .setBy("n-1")
                        .setRole("nurse")
                        .setAt(WardStory.START)
                        .build();
                send(settings, topic.name(), command.getStay(), values.serialize(topic.name(), command));
            }
        } catch (Exception e) {
            throw new IllegalStateException("could not be told", e);
        }
    }

    /** The app in its own JVM. */
    private Process startAlone(KafkaConnectionConfig settings) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
        process.environment().put("VIGIE_KAFKA_BOOTSTRAP_SERVERS", settings.bootstrapServers());
        process.environment().put("VIGIE_KAFKA_REGISTRY_URL", settings.registryUrl());
        process.environment().put("VIGIE_KAFKA_NAMESPACE", settings.namespace());
        process.environment().put("VIGIE_KAFKA_PARTITIONS", Integer.toString(settings.partitions()));
        process.environment().put("VIGIE_RULES", RULES);
        process.environment()
                .put("VIGIE_STATE_DIR", directory.resolve("state-1").toString());
        return process.redirectErrorStream(true)
                .redirectOutput(directory.resolve("main.log").toFile())
                .start();
    }

    /** Returns the exit status and the output of {@code ledger verify}. */
    private static String verified(KafkaConnectionConfig settings) {
        var out = new StringWriter();
        var writer = new PrintWriter(out);
        int status = CommandRunner.of(new LedgerCommand(), writer, writer)
                .execute(
                        "verify",
                        "--from-broker",
                        settings.bootstrapServers(),
                        "--registry",
                        settings.registryUrl(),
                        "--namespace",
                        settings.namespace());
        return status + " " + out;
    }

    private AlertStreamsConfig instance(KafkaConnectionConfig settings, String name) {
        Path state = directory.resolve("state-" + name);
        return new AlertStreamsConfig(settings, state, StayWatchConfig.defaults(), RULES, name);
    }

    /** Returns eight stays, so that their beds are in every partition. */
    private static void lie(KafkaConnectionConfig settings, Instant until) throws Exception {
        var topic = settings.topics().staysCurrent();
        var values = new AvroSerdes(settings.registryUrl()).of(topic).serializer();
        for (int bed = 1; bed <= 8; bed++) {
            var stays = AlertTopologyDriver.stays("stay-" + bed, "REA/" + bed, until);
            send(settings, topic.name(), stays.getBed(), values.serialize(topic.name(), stays));
        }
    }

    private static void send(KafkaConnectionConfig settings, String topic, String key, byte[] value) throws Exception {
        Map<String, Object> properties = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        }
    }

    private List<Alert> run(KafkaConnectionConfig settings, List<CleanObservation> told, int expected)
            throws Exception {
        var configuration = new AlertStreamsConfig(
                settings, directory.resolve("state"), StayWatchConfig.defaults(), RULES, StreamsApp.ONLY_INSTANCE);
        try (var app = AlertStreams.start(configuration)) {
            app.awaitRunning(PATIENCE);
            publish(settings, told);
            return ledger(settings, expected);
        }
    }

    private static void publish(KafkaConnectionConfig settings, List<CleanObservation> told) throws Exception {
        var topic = settings.topics().observationsClean();
        var properties = new Properties();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        var values = new AvroSerdes(settings.registryUrl()).of(topic).serializer();
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), values)) {
            for (CleanObservation each : told) {
                producer.send(new ProducerRecord<>(topic.name(), each.getStay(), each))
                        .get();
            }
        }
    }

    /** Returns each entry once: after a long halt of the machine an app processes some records again, and writes the same. */
    private static List<Alert> ledger(KafkaConnectionConfig settings, int expected) {
        TopicCatalogue topics = settings.topics();
        var properties = new Properties();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, "reader-" + Instant.now());
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        var values =
                new AvroSerdes(settings.registryUrl()).of(topics.alertsLedger()).deserializer();
        Set<Alert> ledger = new LinkedHashSet<>();
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), values)) {
            consumer.subscribe(List.of(topics.alertsLedger().name()));
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> ledger.add(record.value()));
                return ledger.size() >= expected;
            });
        }
        return List.copyOf(ledger);
    }
}
