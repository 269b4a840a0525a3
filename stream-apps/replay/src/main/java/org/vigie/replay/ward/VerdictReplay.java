package org.vigie.replay.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
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

    /**
     * Hands over the verdicts since the last call.
     *
     * @param observations takes the kept readings before their record
     */
    void collect(Instant at, Consumer<CleanObservation> observations, Consumer<RecordedRecord> output) {
        topology.collect(at, record -> {
            boolean isClean = record.topic().equals(topics.observationsClean().name());
            output.accept(isClean ? clean(record, observations) : rejected(record));
        });
    }

    private RecordedRecord clean(RecordedRecord record, Consumer<CleanObservation> observations) {
        CleanObservation observation = codec.written(topics.observationsClean(), record.value());
        observation.setOrigin(places.restored(observation.getOrigin()));
        observations.accept(observation);
        return codec.record(topics.observationsClean(), record.key(), observation, record.at());
    }

    private RecordedRecord rejected(RecordedRecord record) {
        RejectedReading reading = codec.written(topics.observationsRejected(), record.value());
        reading.setOrigin(places.restored(reading.getOrigin()));
        return codec.record(topics.observationsRejected(), record.key(), reading, record.at());
    }

    @Override
    public void close() {
        topology.close();
    }
}
