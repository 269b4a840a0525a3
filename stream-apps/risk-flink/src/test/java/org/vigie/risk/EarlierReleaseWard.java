package org.vigie.risk;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.vigie.embedded.EmbeddedKafka;
import org.vigie.model.client.InferenceClientConfig;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.risk.FlinkConfig.DeploymentMode;
import org.vigie.risk.score.ScoreConfig;
import org.vigie.risk.window.WindowConfig;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Window;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.testing.broker.TestTopics;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

/**
 * Plays a ward of two stays: one with its admission, hours and a sent window, and one whose admission is not known yet. A job stops in the
 * middle and goes on. The records must stay as they are, since stored savepoints refer to their places in the topics.
 */
final class EarlierReleaseWard implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final byte[] UNREADABLE = "read again".getBytes(StandardCharsets.UTF_8);

    private final BedStory known = new WardStory().bed("REA/01", "stay-1");
    private final BedStory early = new WardStory().bed("REA/02", "stay-2");
    private final List<CleanObservation> before = List.of(
            early.at("PT12S").kept("hr", 91).clean(),
            known.at("PT10M").kept("urine", 1).clean(),
            known.at("PT1H").kept("hr", 80).clean());
    private final List<CleanObservation> after = List.of(
            known.at("PT20M").late("urine", 2).clean(),
            known.at("PT2H").kept("hr", 80).clean(),
            early.at("PT2H").kept("hr", 70).clean());
    private final RiskConfig config;
    private final TopicCatalogue topics;
    private final TestTopics ward;

    EarlierReleaseWard(EmbeddedKafka kafka, String modelUrl, Path directory) {
        var scorer = InferenceClientConfig.defaults();
        config = new RiskConfig(
                new KafkaConnectionConfig(kafka.bootstrapServers(), kafka.registryUrl(), "savepoint", 4),
                new InferenceClientConfig(modelUrl, scorer.model(), "", scorer.timeout(), true),
                new WindowConfig(
                        Duration.ofMinutes(5), Duration.ofSeconds(5), Duration.ofMillis(500), Duration.ofHours(24)),
                ScoreConfig.defaults(),
                new FlinkConfig(DeploymentMode.LOCAL, directory, Duration.ofSeconds(1), 2, 0));
        topics = config.kafka().topics();
        kafka.createTopics(topics);
        ward = new TestTopics(config.kafka().bootstrapServers(), config.kafka().registryUrl());
    }

    /** Starts the job. It goes on from a savepoint below its checkpoints, if there is one. */
    RiskFlink start() throws Exception {
        RiskFlink job = RiskFlink.start(config);
        job.awaitRunning(TIMEOUT);
        return job;
    }

    /** Returns the directory of the checkpoints. */
    Path checkpoints() {
        return config.flink().checkpoints();
    }

    TopicCatalogue topics() {
        return topics;
    }

    /** Sends the records until the stop, and waits for their window. */
    void playBefore() {
        ward.send(topics.staysCurrent(), "REA/01", known.stays());
        send(before);
        awaitFirstHour("urine", 1);
    }

    /** Fills the places of the records until the stop with bytes that are quarantined when they are read. */
    void makeRecordsBeforeUnreadable() {
        ward.sendBytes(topics.staysCurrent(), "REA/01", UNREADABLE);
        before.forEach(each -> ward.sendBytes(topics.observationsClean(), each.getStay(), UNREADABLE));
        ward.flush();
    }

    /** Sends the records after the stop. */
    void playAfter() {
        ward.send(topics.staysCurrent(), "REA/02", early.stays());
        send(after);
    }

    private void send(List<CleanObservation> observations) {
        for (CleanObservation observation : observations) {
            ward.send(topics.observationsClean(), observation.getStay(), observation);
        }
        ward.flush();
    }

    /** Waits for a window with this value in the first hour of its stay. */
    void awaitFirstHour(String variable, float value) {
        await().atMost(TIMEOUT)
                .until(() ->
                        all(topics.windowsHourly()).stream().anyMatch(window -> firstHour(window, variable) == value));
    }

    private static float firstHour(Window window, String variable) {
        int column = VariableCatalogue.standard().get(variable).series().orElseThrow();
        return window.getValues().get((HourlyGrid.HOURS - 1 - window.getLastHour()) * HourlyGrid.SERIES + column);
    }

    /** Returns all records of a topic. */
    <V extends SpecificRecord> List<V> all(Topic<V> topic) {
        return ward.all(topic);
    }

    @Override
    public void close() {
        ward.close();
    }
}
