package org.vigie.replay.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.replay.engine.RecordedRecord;
import org.vigie.replay.namespace.ReplayNamespace;
import org.vigie.replay.ward.TopologyReplay.ClockSteps;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.TopicCatalogue;

/** Runs the topology of vitals-streams on recorded records. Its verdicts name the raw records of the ward. */
final class VerdictReplay implements AutoCloseable {
    /** The clock of vitals-streams only deletes old state. */
    private static final ClockSteps STEPS = new ClockSteps(Duration.ofMinutes(1), Duration.ofSeconds(10));

    private final TopicCatalogue topics;
    private final RecordCodec codec;
    private final RawRecordPlaces places;
    private final TopologyReplay topology;

    VerdictReplay(ReplayNamespace namespace, AvroSerdes serdes, RecordCodec codec, ReplayedSteps steps, Instant start) {
        this.topics = namespace.topics();
        this.codec = codec;
        this.places = new RawRecordPlaces(namespace);
        this.topology = new TopologyReplay(
                namespace,
                "vitals",
                steps.vitals(topics, serdes),
                List.of(topics.observationsClean(), topics.observationsRejected()),
                STEPS,
                start);
    }

    void sendStays(WardRecord bed) {
        topology.send(bed);
    }

    void sendRaw(WardRecord raw) {
        places.add(raw);
        topology.send(raw);
    }

    void passTo(Instant at) {
        topology.passTo(at);
    }

    /** Returns the verdicts since the last call. */
    List<ReplayedVerdict> collect(Instant at) {
        List<ReplayedVerdict> verdicts = new ArrayList<>();
        String clean = topics.observationsClean().name();
        topology.collect(at, record -> verdicts.add(record.topic().equals(clean) ? clean(record) : rejected(record)));
        return verdicts;
    }

    private ReplayedVerdict clean(RecordedRecord record) {
        CleanObservation observation = codec.written(topics.observationsClean(), record.value());
        observation.setOrigin(places.restored(observation.getOrigin()));
        return new ReplayedVerdict(
                codec.record(topics.observationsClean(), record.key(), observation, record.at()),
                Optional.of(observation));
    }

    private ReplayedVerdict rejected(RecordedRecord record) {
        RejectedReading reading = codec.written(topics.observationsRejected(), record.value());
        reading.setOrigin(places.restored(reading.getOrigin()));
        return new ReplayedVerdict(
                codec.record(topics.observationsRejected(), record.key(), reading, record.at()), Optional.empty());
    }

    @Override
    public void close() {
        topology.close();
    }
}
