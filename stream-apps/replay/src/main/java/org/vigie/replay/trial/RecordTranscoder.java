package org.vigie.replay.trial;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.vigie.replay.engine.RecordedRecord;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.UnreadableRecordException;
import org.vigie.schemas.topic.Topic;

/** Decodes records of the live topics and encodes them for a replay, which has a registry of its own. */
public final class RecordTranscoder {
    /** Decodes with the live registry and encodes with that of the replay. */
    private record TopicSerdes<V extends SpecificRecord>(Serde<V> live, Serde<V> own, Consumer<V> observer) {
        byte[] transcode(String topic, byte[] bytes) {
            V value = live.deserializer().deserialize(topic, bytes);
            observer.accept(value);
            return own.serializer().serialize(topic, value);
        }
    }

    private final AvroSerdes live;
    private final AvroSerdes own;
    private final Map<String, TopicSerdes<?>> topics = new HashMap<>();
    private long unreadable;

    public RecordTranscoder(AvroSerdes live, AvroSerdes own) {
        this.live = live;
        this.own = own;
    }

    /** @param observer sees each value of the topic */
    public <V extends SpecificRecord> void add(Topic<V> topic, Consumer<V> observer) {
        topics.put(topic.name(), new TopicSerdes<>(live.of(topic), own.of(topic), observer));
    }

    /** Adds topics whose values only the replay needs. */
    public void add(List<? extends Topic<?>> more) {
        more.forEach(topic -> add(topic, value -> {}));
    }

    /** Returns the record for the replay; empty for a deletion, and for bytes that cannot be read, which are counted. */
    public Optional<RecordedRecord> transcode(ConsumerRecord<byte[], byte[]> record) {
        TopicSerdes<?> serdes = topics.get(record.topic());
        if (serdes == null || record.value() == null || record.key() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RecordedRecord(
                    record.topic(),
                    new String(record.key(), StandardCharsets.UTF_8),
                    serdes.transcode(record.topic(), record.value()),
                    Instant.ofEpochMilli(record.timestamp())));
        } catch (UnreadableRecordException e) {
            unreadable++;
            return Optional.empty();
        }
    }

    /** Returns how many records could not be decoded and were left out. */
    long unreadable() {
        return unreadable;
    }
}
