package org.vigie.bench.page;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.vigie.bench.BenchMachine;
import org.vigie.bench.BenchReport;
import org.vigie.bench.ProcessCost;
import org.vigie.bench.store.CleanLoad;
import org.vigie.bench.store.SampleObservations;
import org.vigie.embedded.EmbeddedKafka;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.station.health.BedWatchConfig;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.past.PastWardConfig;
import org.vigie.station.past.PastWardReader;
import org.vigie.station.past.PastWardSnapshot;
import org.vigie.station.past.ReadDeadline;
import org.vigie.station.ward.WardViewConfig;

/**
 * Measures how long the station reads an earlier time, with the broker in the same process.
 *
 * @param history time before the earlier time, of which every observation is read
 * @param later time after it, of which changes are searched
 */
record PastBench(int beds, Duration history, Duration later) {
    private static final int PARTITIONS = 4;

    PastBench {
        PageBench.require(beds >= 1, "beds", "1 or more", beds);
        PageBench.require(history.toSeconds() >= 1, "history", "1 second or more", history);
        PageBench.require(!later.isNegative(), "later", "0 or more", later);
    }

    BenchReport run(Path directory) throws IOException {
        try (var broker = EmbeddedKafka.start(directory.resolve("kafka"))) {
            var kafka = new KafkaConnectionConfig(broker.bootstrapServers(), broker.registryUrl(), "bench", PARTITIONS);
            broker.createTopics(kafka.topics());
            return measured(kafka);
        }
    }

    private BenchReport measured(KafkaConnectionConfig kafka) throws IOException {
        Instant begun = Instant.now();
        var load = new CleanLoad(kafka, new SampleObservations(beds, begun.minus(history)));
        load.publish(0, beds * history.toSeconds());
        Instant at = Instant.now();
        load.publish(beds * history.toSeconds(), beds * later.toSeconds());
        Instant published = Instant.now();
        // The broker took everything since the beginning, so that the history reaches back to it.
        var settings = new PastWardConfig(
                WardViewConfig.of(StalenessConfig.defaults()),
                List.of(),
                1,
                Duration.between(begun, at).plusMinutes(1),
                BedWatchConfig.defaults());
        var reader = new PastWardReader(kafka, new AvroSerdes(kafka.registry()), settings);
        var read = new AtomicReference<PastWardSnapshot>();
        ProcessCost cost = ProcessCost.of(() -> read.set(reader.read(at, published, ReadDeadline.never())));
        return report(read.get(), cost);
    }

    private BenchReport report(PastWardSnapshot situation, ProcessCost cost) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("beds", situation.ward().beds().size());
        figures.put("history_h", history.toMinutes() / 60.0);
        figures.put("records", situation.past().records());
        figures.put("later_records", beds * later.toSeconds());
        figures.putAll(cost.figures());
        return new BenchReport("past", BenchMachine.here(), List.of(), figures);
    }
}
