package org.vigie.bench.streams;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.alerts.AlertStreams;
import org.vigie.alerts.AlertStreamsConfig;
import org.vigie.embedded.EmbeddedKafka;
import org.vigie.platform.config.KafkaConnectionConfig;

/**
 * Raises the number of beds on one machine until the alarms come later than a second or messages queue. Simulator, broker, vitals-streams,
 * alert-streams and a pass-through pipeline run in this process.
 *
 * @param first number of beds of the first step; each step has half as many more
 * @param most largest number of beds
 * @param warmUp before each measurement
 * @param length of each measurement
 */
record BedsBench(int first, int most, Duration warmUp, Duration length) {
    private static final int PARTITIONS = 4;
    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);

    /** Returns every step up to the first that is not held. */
    List<BedsStep> run(Path directory) throws Exception {
        List<BedsStep> steps = new ArrayList<>();
        Optional<Integer> beds = Optional.of(first);
        while (beds.isPresent()) {
            Path place = Files.createDirectories(directory.resolve("beds-" + beds.get()));
            try (var kafka = EmbeddedKafka.start(place.resolve("kafka"))) {
                BedsStep step = step(beds.get(), kafka, place);
                steps.add(step);
                beds = next(step);
            }
        }
        return steps;
    }

    private Optional<Integer> next(BedsStep step) {
        return step.held() && step.beds() < most
                ? Optional.of(Math.min(most, step.beds() + step.beds() / 2))
                : Optional.empty();
    }

    @SuppressWarnings("try") // vitals-streams is closed at the end, nothing is asked of it.
    private BedsStep step(int beds, EmbeddedKafka kafka, Path directory) throws Exception {
        var settings = new KafkaConnectionConfig(kafka.bootstrapServers(), kafka.registryUrl(), "bench", PARTITIONS);
        kafka.createTopics(settings.topics());
        CatchUpBench.create(settings, StreamSubject.PASS_THROUGH.output(settings), PARTITIONS);
        long heap = BedsMeasurement.usedHeap();
        try (var cleaned = StreamSubject.CLEAN.start(settings, directory);
                var alerts = AlertStreams.start(configuration(settings, directory));
                var passed =
                        PassThroughPipeline.start(settings, directory, StreamSubject.PASS_THROUGH.output(settings));
                var simulator = new SimulatedLoad(beds).start(settings, directory)) {
            alerts.awaitRunning(START_TIMEOUT);
            Thread.sleep(warmUp.toMillis());
            return new BedsMeasurement(settings, beds, passed, simulator, heap).measure(length);
        }
    }

    private static AlertStreamsConfig configuration(KafkaConnectionConfig settings, Path directory) {
        return new AlertStreamsConfig(
                settings,
                directory.resolve("alerts"),
                AlertStreamsConfig.defaults().watch());
    }
}
