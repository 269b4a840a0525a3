package org.vigie.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.vigie.model.client.InferenceClientConfig;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.risk.FlinkConfig.DeploymentMode;
import org.vigie.risk.score.ScoreConfig;
import org.vigie.risk.window.WindowConfig;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.QuarantineReason;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.ScoreStatus;
import org.vigie.schemas.Window;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;
import org.vigie.testing.broker.TestTopics;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

/** Runs the job with a real broker, a real registry and Flink's mini cluster. */
@Execution(ExecutionMode.CONCURRENT)
@ExtendWith(EmbeddedKafkaExtension.class)
class RiskFlinkIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    @TempDir
    private static Path directory;

    private static FakeModelServer model;

    @BeforeAll
    static void start() throws IOException {
        model = FakeModelServer.start();
    }

    @AfterAll
    static void stop() {
        model.close();
    }

    @Test
    void aWardIsWindowedAndScoredAndWhatCannotBeReadStopsNothing(KafkaTestNamespace namespace) throws Exception {
        // given
        RiskConfig config = config(namespace);
        TopicCatalogue topics = config.kafka().topics();
        namespace.kafka().createTopics(topics);
        try (var ward = new TestTopics(
                        config.kafka().bootstrapServers(), config.kafka().registryUrl());
                var job = RiskFlink.start(config)) {
            job.awaitRunning(TIMEOUT);

            // when three stays are back-filled for two days around a record of garbage
            for (String stay : List.of("stay-a", "stay-b", "stay-c")) {
                BedStory bed = new WardStory().bed("REA/" + stay, stay);
                ward.send(topics.staysCurrent(), "REA/" + stay, bed.stays());
                ward.sendBytes(topics.observationsClean(), stay, "garbage".getBytes(StandardCharsets.UTF_8));
                for (int minute = 0; minute < 48 * 60; minute += 10) {
                    ward.send(
                            topics.observationsClean(),
                            stay,
                            bed.at("PT" + minute + "M").kept("hr", 80).clean());
                }
            }
            ward.flush();

            // then
            List<RiskScore> scores = await().atMost(TIMEOUT)
                    .until(() -> ward.all(topics.scoresSurvival()), of("stay-a", "stay-b", "stay-c", 48));
            assertThat(scores).extracting(RiskScore::getStatus).containsOnly(ScoreStatus.SCORED);
            assertThat(scores).extracting(RiskScore::getProbability).containsOnly(0.25);
            assertThat(scores)
                    .extracting(RiskScore::getWindowDigest)
                    .isSubsetOf(ward.all(topics.windowsHourly()).stream()
                            .map(Window::getDigest)
                            .toList());
            assertThat(ward.all(topics.recordsQuarantined()))
                    .hasSize(3)
                    .allSatisfy(record -> assertThat(record.getReason()).isEqualTo(QuarantineReason.NOT_FRAMED));
        }
    }

    @Test
    void afterAStopAndAfterACrashNothingIsLostOrCountedTwice(KafkaTestNamespace namespace) throws Exception {
        // given urine, whose hours are sums: a reading that is lost or counted twice shows
        RiskConfig config = config(namespace);
        TopicCatalogue topics = config.kafka().topics();
        namespace.kafka().createTopics(topics);
        BedStory bed = new WardStory().bed("REA/01", "stay-1");
        CleanObservation first = bed.at("PT10M").kept("urine", 1).clean();
        try (var ward =
                new TestTopics(config.kafka().bootstrapServers(), config.kafka().registryUrl())) {
            ward.send(topics.staysCurrent(), "REA/01", bed.stays());

            // when it crashes after a checkpoint
            var job = RiskFlink.start(config);
            send(ward, topics, first, bed.at("PT1H").kept("hr", 80).clean());
            awaitUrine(ward, topics, 1);
            awaitCheckpoint(config);
            job.halt();

            // and records come meanwhile, one of them for the second time
            send(
                    ward,
                    topics,
                    first,
                    bed.at("PT20M").late("urine", 2).clean(),
                    bed.at("PT2H").kept("hr", 80).clean());
            try (var resumed = RiskFlink.start(config)) {
                resumed.awaitRunning(TIMEOUT);
                awaitUrine(ward, topics, 3);
            }

            // and it is stopped with a savepoint, and started again
            send(
                    ward,
                    topics,
                    bed.at("PT30M").late("urine", 4).clean(),
                    bed.at("PT3H").kept("hr", 80).clean());
            try (var resumed = RiskFlink.start(config)) {
                resumed.awaitRunning(TIMEOUT);
                awaitUrine(ward, topics, 7);
            }

            // then
            List<Window> windows = ward.all(topics.windowsHourly());
            assertThat(windows).extracting(RiskFlinkIT::urine).containsOnly(1f, 3f, 7f);
            assertThat(windows)
                    .filteredOn(window -> urine(window) == 7f)
                    .allSatisfy(window -> assertThat(window.getRevision()).isGreaterThanOrEqualTo(2));
        }
    }

    @Test
    void withoutAModelServerEveryWindowHasTheReasonForItsMissingScore(KafkaTestNamespace namespace) throws Exception {
        // given
        RiskConfig config = config(namespace, "http://127.0.0.1:1", ScoreConfig.defaults());
        TopicCatalogue topics = config.kafka().topics();
        namespace.kafka().createTopics(topics);
        BedStory bed = new WardStory().bed("REA/01", "stay-1");
        try (var ward = new TestTopics(
                        config.kafka().bootstrapServers(), config.kafka().registryUrl());
                var job = RiskFlink.start(config)) {
            // when
            send(
                    ward,
                    topics,
                    bed.at("PT10M").kept("hr", 80).clean(),
                    bed.at("PT1H").kept("hr", 90).clean());

            // then
            List<RiskScore> scores =
                    await().atMost(TIMEOUT).until(() -> ward.all(topics.scoresSurvival()), all -> !all.isEmpty());
            assertThat(scores).allSatisfy(score -> {
                assertThat(score.getStatus()).isEqualTo(ScoreStatus.UNAVAILABLE);
                // On a loaded machine the time for all attempts may be over before the last one was refused.
                assertThat(score.getReason())
                        .matches(
                                "MODEL_UNAVAILABLE: cannot reach http://127\\.0\\.0\\.1:1/.*|GAVE_UP: no answer within .*");
                assertThat(score.getProbability()).isNull();
            });
            assertThat(job.hasEnded()).isFalse();
        }
    }

    private static RiskConfig config(KafkaTestNamespace namespace) {
        ScoreConfig score = ScoreConfig.defaults();
        var patient = new ScoreConfig(
                TIMEOUT,
                score.retries(),
                score.retryAfter(),
                score.inFlight(),
                score.breakAfter(),
                score.breakFor(),
                score.explainEvery());
        return config(namespace, model.url(), patient);
    }

    private static RiskConfig config(KafkaTestNamespace namespace, String modelUrl, ScoreConfig score) {
        var scorer = InferenceClientConfig.defaults();
        return new RiskConfig(
                new KafkaConnectionConfig(
                        namespace.kafka().bootstrapServers(), namespace.kafka().registryUrl(), namespace.name(), 4),
                new InferenceClientConfig(modelUrl, scorer.model(), "", TIMEOUT, true),
                new WindowConfig(
                        Duration.ofMinutes(5), Duration.ofSeconds(5), Duration.ofMillis(500), Duration.ofHours(24)),
                score,
                new FlinkConfig(
                        DeploymentMode.LOCAL, directory.resolve(namespace.name()), Duration.ofMillis(200), 2, 0));
    }

    private static void send(TestTopics ward, TopicCatalogue topics, CleanObservation... observations) {
        for (CleanObservation observation : observations) {
            ward.send(topics.observationsClean(), observation.getStay(), observation);
        }
        ward.flush();
    }

    private static Predicate<List<RiskScore>> of(String a, String b, String c, int hours) {
        return scores -> List.of(a, b, c).stream()
                .allMatch(stay -> scores.stream()
                        .anyMatch(score -> score.getStay().equals(stay) && score.getHoursSeen() == hours));
    }

    private static void awaitUrine(TestTopics ward, TopicCatalogue topics, float sum) {
        await().atMost(TIMEOUT)
                .until(() -> ward.all(topics.windowsHourly()).stream().anyMatch(window -> urine(window) == sum));
    }

    private static float urine(Window window) {
        int column = VariableCatalogue.standard().get("urine").series().orElseThrow();
        return window.getValues().get((HourlyGrid.HOURS - 1 - window.getLastHour()) * HourlyGrid.SERIES + column);
    }

    private static void awaitCheckpoint(RiskConfig config) {
        Instant from = Instant.now();
        await().atMost(TIMEOUT).until(() -> completedSince(from, config.flink().checkpoints()));
    }

    private static boolean completedSince(Instant from, Path checkpoints) {
        try (var files = Files.walk(checkpoints)) {
            return files.filter(file -> file.endsWith("_metadata"))
                    .anyMatch(file -> file.toFile().lastModified() > from.toEpochMilli());
        } catch (IOException | UncheckedIOException deletedMeanwhile) {
            return false;
        }
    }
}
