package org.vigie.alerts.monitor;

import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Stay;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.UnreadableRecordException;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;

/** Reads the stays of each bed from the global store. */
final class StoredBedStays {
    private final Topic<BedStays> topic;
    private final Deserializer<BedStays> beds;
    private ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>> stays;

    StoredBedStays(TopicCatalogue topics, AvroSerdes serdes) {
        topic = topics.staysCurrent();
        beds = serdes.of(topic).deserializer();
    }

    void read(ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>> store) {
        stays = store;
    }

    /** Returns the stays of a bed. An unreadable record gives none; it is quarantined where the topic is read as a stream. */
    List<Stay> of(String bed) {
        byte[] bytes = ValueAndTimestamp.getValueOrNull(stays.get(bed));
        try {
            return bytes == null
                    ? List.of()
                    : beds.deserialize(topic.name(), bytes).getStays();
        } catch (UnreadableRecordException unreadable) {
            return List.of();
        }
    }
}
