package org.vigie.station.past;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Bytes;
import org.vigie.platform.topic.PartitionReader.RawRecordHandler;
import org.vigie.schemas.topic.Topic;

/**
 * Holds back the records of compacted topics from before a period and hands over the newest of each key when the period begins. The older
 * ones are replaced already, so that nobody decodes them.
 */
final class StatesBefore {
    private final Set<String> topics;
    private final long from;
    private final Map<StateKey, ConsumerRecord<byte[], byte[]>> held = new LinkedHashMap<>();

    private record StateKey(String topic, Bytes key) {}

    /**
     * Holds nothing yet.
     *
     * @param topics compacted topics of which each key is a state of its own
     * @param from append time of the first record of the period
     */
    StatesBefore(Collection<? extends Topic<?>> topics, Instant from) {
        this.topics = topics.stream().map(Topic::name).collect(Collectors.toUnmodifiableSet());
        this.from = from.toEpochMilli();
    }

    /** Takes a record, and hands over what need not wait. Records come in the order of their append times. */
    void take(ConsumerRecord<byte[], byte[]> record, RawRecordHandler next) {
        if (record.timestamp() >= from) {
            finish(next);
            next.handle(record);
        } else if (topics.contains(record.topic()) && record.key() != null) {
            hold(record);
        } else {
            next.handle(record);
        }
    }

    private void hold(ConsumerRecord<byte[], byte[]> record) {
        var key = new StateKey(record.topic(), Bytes.wrap(record.key()));
        if (record.value() == null) {
            held.remove(key);
        } else {
            held.put(key, record);
        }
    }

    /** Hands over what is held. */
    void finish(RawRecordHandler next) {
        held.values().forEach(next::handle);
        held.clear();
    }
}
