package org.vigie.replay.ward;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;
import org.vigie.replay.engine.RecordedRecord;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.UnreadableRecordException;
import org.vigie.schemas.topic.Topic;

/** Decodes and encodes the records of a replay with the serdes of its topics. */
final class RecordCodec {
    private final AvroSerdes serdes;
    private final Map<String, Serde<? extends SpecificRecord>> byTopic = new HashMap<>();
    private long unreadable;

    RecordCodec(AvroSerdes serdes) {
        this.serdes = serdes;
    }

    /** Returns the value of a ward's record; empty for a deletion, and for bytes that cannot be read, which are counted. */
    <V extends SpecificRecord> Optional<V> value(Topic<V> topic, byte @Nullable [] bytes) {
        try {
            return Optional.ofNullable(bytes).map(each -> written(topic, each));
        } catch (UnreadableRecordException e) {
            unreadable++;
            return Optional.empty();
        }
    }

    /** Returns the value of a record that the replay itself wrote. */
    <V extends SpecificRecord> V written(Topic<V> topic, byte[] bytes) {
        return serde(topic).deserializer().deserialize(topic.name(), bytes);
    }

    <V extends SpecificRecord> RecordedRecord record(Topic<V> topic, String key, V value, Instant at) {
        return new RecordedRecord(topic.name(), key, serde(topic).serializer().serialize(topic.name(), value), at);
    }

    long unreadable() {
        return unreadable;
    }

    @SuppressWarnings("unchecked") // each topic's own is put in
    private <V extends SpecificRecord> Serde<V> serde(Topic<V> topic) {
        return (Serde<V>) byTopic.computeIfAbsent(topic.name(), name -> serdes.of(topic));
    }
}
