package org.vigie.station.past;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.platform.topic.TopicPeriod;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.UnreadableRecordException;

/**
 * Reads the records of the clean stream that came after an earlier situation.
 *
 * @param reader of the topics
 */
record LaterChangeReader(SituationRecordReader reader, AvroSerdes serdes) {
    /**
     * Reads the changes.
     *
     * @param at append time of the situation
     * @param until append time up to which records are read
     */
    List<LaterChange> read(LaterChanges changes, Instant at, Instant until) {
        if (!at.isBefore(until)) {
            return List.of();
        }
        var clean = reader.kafka().topics().observationsClean();
        var values = serdes.of(clean).deserializer();
        var later = TopicPeriod.of(List.of(clean), new PartitionPeriod(at, until));
        reader.readAll(
                later,
                record -> observation(record, values)
                        .ifPresent(found -> changes.take(found, Instant.ofEpochMilli(record.timestamp()))));
        return changes.found();
    }

    /** Returns the observation of a record; empty for bytes that cannot be read, which the ward's quality counts name. */
    private static Optional<CleanObservation> observation(
            ConsumerRecord<byte[], byte[]> record, Deserializer<CleanObservation> values) {
        try {
            return Optional.of(values.deserialize(record.topic(), record.value()));
        } catch (UnreadableRecordException e) {
            return Optional.empty();
        }
    }
}
