package org.vigie.simulator;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.TopicReader;
import org.vigie.platform.topic.TopicRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.serde.AvroSerdes;

/** Reads the records of observations.raw that were published after the last checkpoint. */
final class RawTopicTail {
    private final Map<Integer, Long> ends = new HashMap<>();
    private final Map<String, Instant> newest = new HashMap<>();

    private RawTopicTail() {}

    /**
     * Reads the topic from the given offsets to its present end.
     *
     * @param from next offset of each partition; a missing partition is read from its beginning
     */
    static RawTopicTail read(KafkaConnectionConfig kafka, AvroSerdes serdes, Map<Integer, Long> from) {
        var tail = new RawTopicTail();
        try (var reader =
                TopicReader.fromBeginning(kafka, serdes, kafka.topics().observationsRaw())) {
            reader.seek(from);
            reader.readToEnd(tail::take);
            tail.ends.putAll(reader.positions());
        }
        return tail;
    }

    /** A record that cannot be read was not sent by a simulator; it is quarantined downstream. */
    private void take(TopicRecord<Observation> record) {
        record.readableValue()
                .filter(observation -> !observation.getSource().equals(FaultInjector.SOURCE))
                .ifPresent(observation -> newest.merge(
                        observation.getBed(), observation.getReceivedTime(), (a, b) -> a.isAfter(b) ? a : b));
    }

    /** Returns true when the bed's observation that is due at {@code due} was already published. */
    boolean contains(String bed, Instant due) {
        Instant last = newest.get(bed);
        return last != null && !due.isAfter(last);
    }

    /** Returns the next offset of each partition. */
    Map<Integer, Long> ends() {
        return Map.copyOf(ends);
    }
}
