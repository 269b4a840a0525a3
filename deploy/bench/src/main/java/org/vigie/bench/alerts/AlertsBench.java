package org.vigie.bench.alerts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.vigie.alerts.AlertStreams;
import org.vigie.alerts.AlertStreamsConfig;
import org.vigie.bench.BenchMachine;
import org.vigie.bench.BenchReport;
import org.vigie.bench.MeasurementSummary;
import org.vigie.embedded.EmbeddedKafka;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.TopicReader;
import org.vigie.platform.topic.TopicRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.simulator.BedsideSimulator;
import org.vigie.simulator.SimulatorConfig;
import org.vigie.vitals.CleaningMemoryConfig;
import org.vigie.vitals.VitalsStreams;
import org.vigie.vitals.VitalsStreamsConfig;

/**
 * Measures alarms with the simulator, the broker, vitals-streams and alert-streams in this JVM. Every patient desaturates once in two
 * minutes.
 *
 * @param warmUp time from the start of the beds to the measurement. A minute after it all stays are assessed at once
 * @param length that is measured, after the warm-up
 */
record AlertsBench(int beds, Duration warmUp, Duration length) {
    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);
    private static final int EVERY_S = 120;

    BenchReport run(Path directory) throws IOException, InterruptedException, TimeoutException {
        try (var kafka = EmbeddedKafka.start(directory.resolve("kafka"))) {
            var settings = new KafkaConnectionConfig(kafka.bootstrapServers(), kafka.registryUrl(), "bench", 4);
            kafka.createTopics(settings.topics());
            var vitals =
                    new VitalsStreamsConfig(settings, directory.resolve("vitals"), CleaningMemoryConfig.defaults());
            try (var cleaned = VitalsStreams.start(vitals);
                    var watched = AlertStreams.start(configuration(settings, directory))) {
                cleaned.awaitRunning(START_TIMEOUT);
                watched.awaitRunning(START_TIMEOUT);
                return measure(settings, directory);
            }
        }
    }

    @SuppressWarnings("try") // The followers are closed at the end, nothing is asked of them.
    private BenchReport measure(KafkaConnectionConfig settings, Path directory)
            throws IOException, InterruptedException {
        Queue<Double> alarms = new ConcurrentLinkedQueue<>();
        Queue<Double> hops = new ConcurrentLinkedQueue<>();
        try (var simulator = BedsideSimulator.start(simulated(settings, directory))) {
            Thread.sleep(warmUp.toMillis());
            var serdes = new AvroSerdes(settings.registry());
            var entries = new LongAdder();
            try (var ledger = TopicReader.fromEnd(
                                    settings, serdes, settings.topics().alertsLedger())
                            .follow(each -> addAlarm(alarms, entries, each));
                    var raw = TopicReader.fromEnd(
                                    settings, serdes, settings.topics().observationsRaw())
                            .follow(each -> addHop(hops, each))) {
                Thread.sleep(length.toMillis());
                Map<String, Object> figures = new LinkedHashMap<>();
                figures.put("beds", beds);
                figures.put("published_records", simulator.published().observations());
                figures.put("published_to_alert_ms", spread(alarms));
                figures.put("one_hop_floor_ms", spread(hops));
                figures.put("ledger_entries", entries.sum());
                figures.put("heard_records", hops.size());
                return new BenchReport("alerts", BenchMachine.here(), List.of(), figures);
            }
        }
    }

    /** Measures from the broker taking the reading that completed the alarm to the broker taking the alarm. */
    private static void addAlarm(Queue<Double> alarms, LongAdder entries, TopicRecord<Alert> entry) {
        entries.increment();
        entry.value()
                .filter(alert -> alert.getState() == AlertStateRecord.RAISED)
                .ifPresent(alert -> alarms.add(millis(alert.getCausePublishedAt(), entry.timestamp())));
    }

    /** Measures from the broker taking a reading to a plain consumer having it. */
    private static void addHop(Queue<Double> hops, TopicRecord<Observation> record) {
        hops.add(millis(record.timestamp(), Instant.now()));
    }

    private static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toMillis();
    }

    private static MeasurementSummary spread(Queue<Double> measured) {
        return MeasurementSummary.of(
                measured.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static AlertStreamsConfig configuration(KafkaConnectionConfig settings, Path directory) {
        return new AlertStreamsConfig(
                settings,
                directory.resolve("alerts"),
                AlertStreamsConfig.defaults().watch());
    }

    private SimulatorConfig simulated(KafkaConnectionConfig settings, Path directory) throws IOException {
        var story = new StringBuilder("patient,at_s,every_s,script\n");
        for (int patient = 1; patient <= beds; patient++) {
            story.append("%d,%d,%d,desaturation%n".formatted(patient, 5 + patient % EVERY_S, EVERY_S));
        }
        Path scripts = Files.writeString(directory.resolve("story.csv"), story);
        return new SimulatorConfig(
                settings,
                directory.resolve("simulator"),
                1,
                "U",
                beds,
                0,
                Optional.empty(),
                1,
                1,
                0,
                scripts.toString(),
                false);
    }
}
