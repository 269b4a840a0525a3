package org.vigie.bench.streams;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.vigie.alerts.evaluate.SecondOpinionProvider;
import org.vigie.alerts.evaluate.StayWatchConfig;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.replay.engine.RecordedRecord;
import org.vigie.replay.namespace.ReplayNamespace;
import org.vigie.replay.publication.ReplayedRules;
import org.vigie.replay.ward.BedSelection;
import org.vigie.replay.ward.ReplayedSteps;
import org.vigie.replay.ward.ReplayedWard;
import org.vigie.replay.ward.WardRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.TopicCatalogue;

/** Replays a load without a broker, in the calling thread and that of the second half. */
record ReplayRunTime(WardLoad load) {
    static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    static final KafkaConnectionConfig WARD = KafkaConnectionConfig.defaults();
    private static final String STUDY = "study-bench";
    static final ReplayNamespace STUDIED = new ReplayNamespace(STUDY, WARD);

    /**
     * Holds how long a replay took.
     *
     * @param wall by the wall clock
     * @param firstHalf processor time of the thread that decides verdicts
     * @param secondHalf processor time of the thread that decides alarms
     */
    record MeasuredTimes(Duration wall, Duration firstHalf, Duration secondHalf) {
        /** Returns the processor time of both threads. */
        Duration processor() {
            return firstHalf.plus(secondHalf);
        }
    }

    /** Returns the time of the replay. The messages are made meanwhile, which costs little. */
    MeasuredTimes measure() {
        var serdes = new AvroSerdes(new MockSchemaRegistryClient());
        String thread = Thread.currentThread().getName();
        ThreadUsage before = ThreadUsage.of(thread);
        long begun = System.nanoTime();
        try (var ward = ward(serdes, written -> {})) {
            replay(ward, serdes);
            ward.finish();
            return new MeasuredTimes(
                    Duration.ofNanos(System.nanoTime() - begun),
                    Duration.ofNanos(ThreadUsage.of(thread).since(before).cpuNanos()),
                    Duration.ofNanos(ThreadUsage.of(STUDY).cpuNanos()));
        }
    }

    /** @param output takes the records that the replay writes */
    static ReplayedWard ward(AvroSerdes serdes, Consumer<RecordedRecord> output) {
        var steps = new ReplayedSteps(
                ReplayedRules.shipped(), StayWatchConfig.defaults(), SecondOpinionProvider.shipped(), Optional.empty());
        var everyBed = new BedSelection(List.of(), List.of());
        return new ReplayedWard(STUDIED, serdes, steps, everyBed, output, START);
    }

    /** Gives the load's stays and messages to a ward, in their order. */
    void replay(ReplayedWard ward, AvroSerdes serdes) {
        TopicCatalogue topics = WARD.topics();
        var raw = serdes.of(topics.observationsRaw()).serializer();
        var stays = serdes.of(topics.staysCurrent()).serializer();
        var random = new Random(1);
        for (int bed = 0; bed < load.beds(); bed++) {
            String topic = topics.staysCurrent().name();
            ward.take(record(topic, bed, bed, stays.serialize(topic, WardLoad.stay(bed, START)), START));
        }
        long offset = 0;
        for (int second = 0; second < load.length().toSeconds(); second++) {
            Instant at = START.plusSeconds(second);
            for (int bed = 0; bed < load.beds(); bed++) {
                Observation message = WardLoad.message(bed, second, at, random);
                String topic = topics.observationsRaw().name();
                ward.take(record(topic, bed, offset++, raw.serialize(topic, message), at));
            }
        }
    }

    private static WardRecord record(String topic, int bed, long offset, byte[] value, Instant at) {
        return new WardRecord(topic, 0, offset, WardLoad.name(bed), value, new RecordHeaders(), at);
    }
}
