package org.vigie.vitals;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.vigie.embedded.EmbeddedKafka;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Origin;
import org.vigie.schemas.QuarantineReason;
import org.vigie.schemas.Quarantined;
import org.vigie.schemas.RejectedReading;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;
import org.vigie.testing.story.WardStory;

/** Runs the app with a real broker and registry. */
@Execution(ExecutionMode.CONCURRENT)
@ExtendWith(EmbeddedKafkaExtension.class)
class VitalsStreamsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @TempDir
    private static Path directory;

    private static EmbeddedKafka kafka;

    @BeforeAll
    static void startKafka(KafkaTestNamespace shared) {
        kafka = shared.kafka();
    }

    @Test
    void aKilledAppGoesOnAndSaysOfEachReadingWhatItSaidBefore() throws Exception {
        // given
        var ward = new WardStory();
        ward.bed("A3").heartRate(seconds(1_000)).saturation(seconds(1_000)).every(1, SECONDS);
        ward.bed("B7").heartRate(seconds(1_000)).every(1, SECONDS).again();
        var told = ward.observations();
        var settings = settings("killed");
        try (var topics = new NamespaceTopics(settings)) {
            ward.stays().forEach(bed -> topics.send(topics.names().staysCurrent(), bed.getBed(), bed));
            Process killed = startAlone(settings);
            var isKilled = new CountDownLatch(1);
            var telling = CompletableFuture.runAsync(() -> tell(topics, told, isKilled));
            await().atMost(PATIENCE).until(() -> topics.clean().size() > 300);
            killed.destroyForcibly().waitFor();
            isKilled.countDown();
            int before = topics.clean().size();
            // when
            telling.join();

            // then
            try (var vitals = start(settings)) {
                vitals.awaitRunning(PATIENCE);
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(origins(topics.clean())).hasSize(told.size() - 1));
            }

            assertThat(before).isLessThan(told.size() - 1);
            assertThat(distinct(topics.clean())).as("one verdict per origin").hasSize(told.size() - 1);
            assertThat(topics.rejected())
                    .isNotEmpty()
                    .extracting(RejectedReading::getReason)
                    .containsOnly(CleaningReasonRecord.DUPLICATE);
        }
    }

    @Test
    void whatCannotBeReadIsQuarantinedAndTheRestGoesOn() throws Exception {
        // given
        var ward = new WardStory();
        ward.bed("A3").heartRate("80 asleep 81").every(1, SECONDS);
        ward.bed("C1").heartRate("70").every(1, SECONDS);
        var settings = settings("garbage");
        try (var topics = new NamespaceTopics(settings);
                var vitals = start(settings)) {
            vitals.awaitRunning(PATIENCE);
            var bed = ward.stays().get(0);
            topics.send(topics.names().staysCurrent(), bed.getBed(), bed);

            // when
            topics.sendBytes("REA/A3", "not avro".getBytes(StandardCharsets.UTF_8));
            topics.sendBytes("REA/A3", new byte[] {0, 0x7f, 0, 0, 1, 1, 2, 3});
            topics.sendBytes("REA/A3", null);
            topics.sendBytes("REA/A3", topics.cutShort(ward.observations().get(0)));
            ward.observations().forEach(topics::tell);

            // then
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(topics.clean()).hasSize(2);
                assertThat(topics.rejected())
                        .extracting(RejectedReading::getBed, RejectedReading::getReason)
                        .containsExactlyInAnyOrder(
                                tuple("REA/A3", CleaningReasonRecord.NOT_A_NUMBER),
                                tuple("REA/C1", CleaningReasonRecord.UNKNOWN_BED));
                assertThat(topics.quarantined())
                        .extracting(Quarantined::getReason)
                        .containsExactlyInAnyOrder(
                                QuarantineReason.NOT_FRAMED,
                                QuarantineReason.UNKNOWN_SCHEMA,
                                QuarantineReason.EMPTY,
                                QuarantineReason.MALFORMED_AVRO);
            });
        }
    }

    @Test
    void twoInstancesShareThePartitions() throws Exception {
        // given
        var ward = new WardStory();
        for (int bed = 0; bed < 8; bed++) {
            ward.bed("S" + bed).heartRate("80 81 82").every(1, SECONDS);
        }
        var settings = settings("shared");
        try (var topics = new NamespaceTopics(settings);
                var one = start(settings, "1");
                var two = start(settings, "2")) {
            one.awaitRunning(PATIENCE);
            two.awaitRunning(PATIENCE);
            await().atMost(PATIENCE).until(() -> one.partitions() == 1 && two.partitions() == 1);
            ward.stays().forEach(bed -> topics.send(topics.names().staysCurrent(), bed.getBed(), bed));

            // when
            ward.observations().forEach(topics::tell);

            // then
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    topics.clean().size() + topics.rejected().size())
                            .isEqualTo(24));
            await().atMost(PATIENCE).until(() -> one.partitions() == 1 && two.partitions() == 1);
        }
    }

    /** Sends the second half only when the app is gone, so that it is always killed amid the records. */
    private static void tell(NamespaceTopics topics, List<Observation> told, CountDownLatch isKilled) {
        int half = told.size() / 2;
        told.subList(0, half).forEach(topics::tell);
        try {
            isKilled.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        told.subList(half, told.size()).forEach(topics::tell);
    }

    private static KafkaConnectionConfig settings(String namespace) {
        var settings = new KafkaConnectionConfig(kafka.bootstrapServers(), kafka.registryUrl(), namespace, 2);
        kafka.createTopics(settings.topics());
        return settings;
    }

    private static VitalsStreams start(KafkaConnectionConfig settings) {
        return VitalsStreams.start(new VitalsStreamsConfig(
                settings, directory.resolve(settings.namespace()), CleaningMemoryConfig.defaults()));
    }

    private static VitalsStreams start(KafkaConnectionConfig settings, String instance) {
        Path stateDir = directory.resolve(settings.namespace() + "-" + instance);
        return VitalsStreams.start(
                new VitalsStreamsConfig(settings, stateDir, CleaningMemoryConfig.defaults(), instance));
    }

    /** The app in its own JVM. */
    private static Process startAlone(KafkaConnectionConfig settings) throws IOException {
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
        process.environment()
                .put("VIGIE_STATE_DIR", directory.resolve(settings.namespace()).toString());
        return process.redirectErrorStream(true)
                .redirectOutput(directory.resolve("main.log").toFile())
                .start();
    }

    private static Set<Origin> origins(List<CleanObservation> clean) {
        return clean.stream().map(CleanObservation::getOrigin).collect(Collectors.toSet());
    }

    private static Set<CleanObservation> distinct(List<CleanObservation> clean) {
        return new HashSet<>(clean);
    }

    private static String seconds(int count) {
        List<String> values = IntStream.range(0, count)
                .mapToObj(second -> Integer.toString(second % 17 == 0 ? 20 : 80 + second % 3))
                .toList();
        return String.join(" ", values);
    }
}
