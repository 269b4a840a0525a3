package org.vigie.bench.streams;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.vigie.alerts.AlertStreams;
import org.vigie.alerts.AlertStreamsConfig;
import org.vigie.bench.PeerComparison;
import org.vigie.bench.PeerComparison.BenchRounds;
import org.vigie.embedded.EmbeddedKafka;
import org.vigie.platform.config.KafkaConnectionConfig;

/**
 * Compares a live ward beside a replay with the same ward alone, in turn. Simulator, broker, vitals-streams and alert-streams run in this
 * process, and the replay of another ward's hour in a second one.
 *
 * @param beds of the live ward and of the recorded one
 * @param warmUp time before the first measurement
 * @param length of each measurement
 * @param rounds pairs of measurements
 */
record ReplayBesideBench(int beds, Duration warmUp, Duration length, int rounds) {
    private static final int PARTITIONS = 4;
    private static final Duration RECORDED = Duration.ofHours(1);
    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);
    /** The process of the replay starts and finds its records. */
    private static final Duration BEGIN = Duration.ofSeconds(10);

    /** Returns the comparison of the 99th percentiles. */
    PeerComparison run(Path directory) throws Exception {
        try (var kafka = EmbeddedKafka.start(Files.createDirectories(directory.resolve("kafka")))) {
            KafkaConnectionConfig past = namespace(kafka, "past");
            new WardLoad(beds, RECORDED).publish(past);
            return besideLive(namespace(kafka, "live"), new ReplayBeside(past, directory), directory);
        }
    }

    private static KafkaConnectionConfig namespace(EmbeddedKafka kafka, String name) {
        var settings = new KafkaConnectionConfig(kafka.bootstrapServers(), kafka.registryUrl(), name, PARTITIONS);
        kafka.createTopics(settings.topics());
        return settings;
    }

    @SuppressWarnings("try") // vitals-streams and the simulator are closed at the end, nothing is asked of them.
    private PeerComparison besideLive(KafkaConnectionConfig live, ReplayBeside replay, Path directory)
            throws Exception {
        var settings = new AlertStreamsConfig(
                live, directory.resolve("alerts"), AlertStreamsConfig.defaults().watch());
        try (var cleaned = StreamSubject.CLEAN.start(live, directory);
                var alerts = AlertStreams.start(settings);
                var simulator = new SimulatedLoad(beds).start(live, directory)) {
            alerts.awaitRunning(START_TIMEOUT);
            Thread.sleep(warmUp.toMillis());
            return compared(new LiveDelays(live), replay);
        }
    }

    private PeerComparison compared(LiveDelays delays, ReplayBeside replay) {
        var round = new AtomicInteger();
        return PeerComparison.of(
                "message to verdict, 99th percentile",
                "ms",
                new BenchRounds(0, rounds),
                () -> beside(delays, replay, "study-bench" + round.incrementAndGet()),
                "without a replay",
                () -> alone(delays));
    }

    private double alone(LiveDelays delays) {
        try {
            return delays.measure(length).p99();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private double beside(LiveDelays delays, ReplayBeside replay, String study) {
        try (var running = replay.start(study)) {
            Thread.sleep(BEGIN.toMillis());
            double p99 = delays.measure(length).p99();
            running.requireRunning();
            return p99;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
